// The commands as the box needs them: one flat list, found by what is typed, and a typed line taken apart.

const chatInput = 1;
const subcommand = 1;
const group = 2;
const text = 3;

/** Every command that can be typed, as { name: "strength-day add", description, options }. Other kinds have no line. */
export function allCommands(commands) {
  return commands.filter((command) => (command.type ?? chatInput) === chatInput)
    .flatMap((command) => flatten(command, command.name, command.default_member_permissions != null));
}

/** Commands for coaches are those that need a permission, and those that say so themselves: a coach may have no permission but a role. */
export function isForCoaches(command) {
  return command.restricted || /^(for )?coach(es)?\b.*?:/i.test(command.description);
}

function flatten(node, name, restricted) {
  const inner = (node.options ?? []).filter((option) => option.type === subcommand || option.type === group);
  if (inner.length > 0) return inner.flatMap((option) => flatten(option, `${name} ${option.name}`, restricted));
  // Required options first; the order is kept otherwise.
  const options = [...(node.options ?? [])].sort((one, other) => Number(other.required ?? false) - Number(one.required ?? false));
  return [{ name, description: node.description, options, restricted }];
}

/** The commands that fit what was typed after the slash: by their beginning first, then by any word of it; those for coaches come last. */
export function matching(list, typed) {
  const wanted = typed.toLowerCase().trim().replace(/\s+/g, ' ');
  const rank = (command) => {
    if (command.name.startsWith(wanted)) return 0;
    if (command.name.includes(wanted)) return 1;
    return command.description.toLowerCase().includes(wanted) ? 2 : 3;
  };
  return list.map((command) => ({ command, rank: rank(command) })).filter((one) => one.rank < 3)
    .sort((one, other) => Number(isForCoaches(one.command)) - Number(isForCoaches(other.command)) || one.rank - other.rank)
    .map((one) => one.command);
}

/** The option that takes what is typed straight after the name: the first needed one, else the one for free text. */
export function optionForLoose(command) {
  const isText = (option) => option.type === text && !option.choices?.length;
  return command.options.find((option) => option.required) ?? command.options.find((option) => isText(option) && !option.autocomplete)
    ?? command.options.find(isText) ?? command.options[0];
}

/**
 * Takes a line such as "/exercise name:bridge share:everyone" apart: { command, values, loose }, where `loose` is what stands
 * before the first option; null while no whole command is named.
 */
export function readLine(list, line) {
  const typed = line.replace(/^\//, '').replace(/\s+/g, ' ');
  const fits = list.filter((command) => typed === command.name || typed.startsWith(`${command.name} `));
  const command = fits.sort((one, other) => other.name.length - one.name.length)[0];
  if (!command) return null;

  const rest = typed.slice(command.name.length);
  const keys = command.options.map((option) => option.name).join('|');
  const parts = keys ? rest.split(new RegExp(`(?:^|\\s)(${keys}):`, 'u')) : [rest];
  const values = new Map();
  for (let at = 1; at < parts.length; at += 2) values.set(parts[at], parts[at + 1].trim());
  return { command, values, loose: parts[0].trim(), ended: rest.startsWith(' ') };
}

/** True while loose text can still become an option's name, as "na" can become "name:". */
export function mayBecomeOption(command, loose) {
  return command.options.some((option) => `${option.name}:`.startsWith(loose.toLowerCase()));
}

/** The required options that a line leaves out. */
export function missing(command, values) {
  return command.options.filter((option) => option.required && !values.get(option.name));
}
