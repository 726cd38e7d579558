// The page: who is looking at which channel, and the parts that show it.

import { getState } from './api.js';
import { Box } from './box/box.js';
import { listen } from './events.js';
import { Interactions } from './interactions.js';
import { Log } from './log.js';
import { menuButton } from './menu.js';
import { messageNode } from './message/message.js';
import { keepRelativeTimes } from './message/timestamp.js';
import { namesOf } from './names.js';
import { Side } from './side.js';
import { Store } from './store.js';
import { welcome } from './welcome.js';

const byId = (id) => document.getElementById(id);
const retryAfter = 1500;
const onPerson = 2;
const onMessage = 3;

let state = null;
let channelId = null;
let stop = () => {};
// Counts changes of person: an answer that was asked for by the person before is dropped.
let turn = 0;
let refreshTimer;

const store = new Store();
const unread = new Set();
const names = namesOf(() => state, { openChannel: showChannel, useCommand: (name) => box.useCommand(name) });

const interactions = new Interactions({
  names,
  where: () => ({ as: state.me.id, channel_id: channelId }),
  bot: () => state.bots.find((bot) => bot.online) ?? state.bots[0] ?? { id: '0', name: 'CoachBot' },
  put,
  drop: remove,
  find: (id) => log.find(id),
  focusBox: () => box.focus(),
});

const box = new Box(byId('box'), {
  names,
  send: (request) => interactions.send(request),
  ask: (...question) => interactions.complete(...question),
});

const log = new Log(byId('log'), {
  render: (message) => messageNode(message, names, {
    act: (...action) => interactions.act(...action),
    menu: menuCommands(onMessage),
    use: (command) => interactions.use(command, message.id),
    dismiss: ({ id }) => {
      store.dismiss(id);
      log.remove(id);
    },
  }),
  welcome: (messages) => (messages.some(isByMe) || isClosed() ? null : welcome(state.me, names.channel(channelId), state.commands, (name) => box.useCommand(name))),
});

const side = new Side({ side: byId('side'), shade: byId('shade'), menu: byId('menu'), me: byId('me') }, {
  pickChannel: showChannel,
  pickMember: become,
  menuOf: (member) => menuButton(`Apps for ${member.name}`, menuCommands(onPerson), (command) => interactions.use(command, member.id)),
});

// Nothing can be tried in a forum or a locked thread.
const isClosed = () => ['forum', 'locked'].includes(state.channels.find((channel) => channel.id === channelId)?.note);
const isByMe = (message) => [message.author.id, message.interaction_metadata?.user.id].includes(state.me.id);

/** Becomes a member: forgets what the one before could see, and listens anew. */
async function become(memberId, wantedChannel) {
  turn += 1;
  const mine = turn;
  stop();
  let seen;
  try {
    seen = await getState(memberId);
  } catch (error) {
    if (mine !== turn) return;
    // An address can name someone this sandbox does not know; anyone else is better than an empty page.
    if (error.refused && memberId) become(null);
    else {
      noteLost();
      setTimeout(() => mine === turn && become(memberId, wantedChannel), retryAfter);
    }
    return;
  }
  if (mine !== turn) return;
  state = seen;
  store.clear();
  store.merge(state.messages);
  unread.clear();
  box.empty();
  showChannel(state.channels.some((channel) => channel.id === wantedChannel) ? wantedChannel : state.channels[0].id);
  stop = listen(state.me.id, { open: refresh, lost: noteLost, message: put, gone: ({ id }) => remove(id), changed: refreshSoon });
}

/** Asks for the state again, after a reconnect or when bots or commands changed, and shows only what is different. */
async function refresh() {
  const mine = turn;
  store.beginLoad();
  const seen = await getState(state.me.id).catch(() => null);
  if (!seen || mine !== turn) return;
  const before = menuCommands(onMessage).length;
  state = seen;
  const { gone, changed } = store.merge(state.messages);
  gone.forEach((id) => log.remove(id));
  changed.filter((message) => message.channel_id === channelId).forEach((message) => log.put(message));
  if (before !== menuCommands(onMessage).length) log.show(store.inChannel(channelId));
  showAround();
}

/** The commands that are picked on a person or on a message; most bots have none. */
function menuCommands(type) {
  return state.commands.filter((command) => command.type === type);
}

function refreshSoon() {
  clearTimeout(refreshTimer);
  refreshTimer = setTimeout(refresh, 80);
}

function put(message) {
  const isNew = !store.get(message.id);
  if (!store.put(message)) return;
  if (message.channel_id === channelId) {
    log.put(message, isByMe(message));
  } else if (isNew) {
    unread.add(message.channel_id);
    side.show(state, channelId, unread);
  }
}

function remove(id) {
  store.remove(id);
  log.remove(id);
}

function showChannel(id) {
  channelId = id;
  unread.delete(id);
  history.replaceState(null, '', `#${new URLSearchParams({ as: state.me.id, in: id })}`);
  log.show(store.inChannel(id));
  showAround();
}

/** Everything around the messages that the state decides. */
function showAround() {
  const name = names.channel(channelId);
  byId('channel-name').textContent = `#${name}`;
  byId('team-name').textContent = state.team.name;
  document.title = `#${name} · ${state.team.name}`;
  const online = state.bots.filter((bot) => bot.online);
  const starting = online.length === 0 && `${state.bots[0]?.name ?? 'CoachBot'} is starting…`;
  status(starting || `${online.map((bot) => bot.name).join(', ')} online`, !starting);
  note(starting && `${starting} Its commands are here in a moment.`);
  box.setCommands(state.commands, state.me.title === 'coach');
  side.show(state, channelId, unread);
  log.refreshWelcome();
}

/** One sentence over the box, or none. A lost connection is noted until a state has come again. */
function note(sentence) {
  byId('note').hidden = !sentence;
  byId('note').textContent = sentence || '';
}

function noteLost() {
  status('Not connected', false);
  note('The connection is lost. Trying again…');
}

function status(words, well) {
  byId('status').textContent = words;
  byId('status').classList.toggle('waiting', !well);
}

function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  return [address.get('as'), address.get('in')];
}

window.addEventListener('hashchange', () => become(...readAddress()));
byId('skip').addEventListener('click', () => box.focus());
keepRelativeTimes(byId('log'));
become(...readAddress());
