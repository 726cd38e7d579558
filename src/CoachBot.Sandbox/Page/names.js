// Who and what the ids in messages mean, as far as the person who looks may know.

/** Reads the page's state through `getState()`; openChannel(id) and useCommand(name) are what a tap on a mention does. */
export function namesOf(getState, { openChannel, useCommand }) {
  const list = (key) => getState()?.[key] ?? [];
  const nameIn = (key, id, fallback) => list(key).find((one) => one.id === id)?.name ?? fallback;
  return {
    me: () => getState().me,
    members: () => list('members').filter((member) => member.teamId === getState().team.id),
    roles: () => list('roles'),
    channels: () => list('channels'),
    member: (id) => nameIn('members', id, null) ?? nameIn('bots', id, 'someone'),
    role: (id) => (id === getState()?.team.id ? 'everyone' : nameIn('roles', id, 'a role')),
    channel: (id) => nameIn('channels', id, 'a channel'),
    author: (user) => ({
      id: user.id,
      name: nameIn('members', user.id, null) ?? user.global_name ?? user.username ?? 'someone',
      bot: Boolean(user.bot),
    }),
    openChannel: (id) => list('channels').some((channel) => channel.id === id) && openChannel(id),
    useCommand,
  };
}
