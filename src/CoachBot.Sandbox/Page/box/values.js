// What an option takes: what can be suggested for it, how its limits read, and whether a typed value fits.

const kinds = { text: 3, integer: 4, yesNo: 5, member: 6, channel: 7, role: 8, mentionable: 9, number: 10, file: 11 };

/** Suggestions the page knows by itself as [{ name, value }], or null when there are none to know. */
export function knownSuggestions(option, names) {
  if (option.choices?.length) return option.choices;
  const these = (list, mark) => list.map(({ id, name }) => ({ name: mark + name, value: id }));
  switch (option.type) {
    case kinds.yesNo: return [{ name: 'Yes', value: true }, { name: 'No', value: false }];
    case kinds.member: return these(names.members(), '@');
    case kinds.role: return these(names.roles(), '@');
    case kinds.mentionable: return [...these(names.roles(), '@'), ...these(names.members(), '@')];
    case kinds.channel: return these(names.channels().filter(({ type = 0 }) => !option.channel_types?.length || option.channel_types.includes(type)), '#');
    default: return null;
  }
}

/** The suggestions that fit what is typed. */
export function fitting(suggestions, typed) {
  const wanted = typed.trim().toLowerCase();
  return suggestions.filter((one) => one.name.toLowerCase().includes(wanted) || String(one.value).toLowerCase() === wanted);
}

/** The limits in words, such as "a whole number from 1 to 12". */
export function limits(option) {
  const range = (low, high) => {
    if (low != null && high != null) return ` from ${low} to ${high}`;
    if (low != null) return `, ${low} or more`;
    return high != null ? `, ${high} or less` : '';
  };
  if (option.choices?.length) return null;
  if (option.type === kinds.integer) return `a whole number${range(option.min_value, option.max_value)}`;
  if (option.type === kinds.number) return `a number${range(option.min_value, option.max_value)}`;
  return null;
}

/** What to send for what was typed, as { value }, or what is wrong with it, as { problem }. */
export function readValue(option, typed, names) {
  const text = typed.trim();
  const known = knownSuggestions(option, names);
  if (known) {
    const bare = (word) => word.toLowerCase().replace(/^[@#]/, '');
    const one = known.find((each) => bare(each.name) === bare(text) || String(each.value).toLowerCase() === text.toLowerCase());
    return one ? { value: String(one.value) } : { problem: `For ${option.name}, please pick one from the list.` };
  }
  if (option.type === kinds.file) return { problem: `${option.name} takes a file, and this page cannot send files.` };
  if (option.type === kinds.integer || option.type === kinds.number) return readNumber(option, text);
  if (text.length < (option.min_length ?? 0)) return { problem: `${option.name} needs at least ${option.min_length} characters.` };
  if (text.length > (option.max_length ?? 6000)) return { problem: `${option.name} may have at most ${option.max_length} characters.` };
  return { value: text };
}

function readNumber(option, text) {
  const pattern = option.type === kinds.integer ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/;
  const number = Number(text);
  const fits = pattern.test(text) && number >= (option.min_value ?? -Infinity) && number <= (option.max_value ?? Infinity);
  return fits ? { value: text } : { problem: `${option.name} takes ${limits(option)}.` };
}

/** The words as a sentence, with its full stop. */
export function sentence(words) {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}

/** A message's first words without their marks, for where no marks are drawn. */
export function plainWords(text) {
  return text.replace(/\\([^0-9A-Za-z\s])|\*\*|[*`]|<\/([^:>]+):\d+>/g, (mark, escaped, command) => escaped ?? (command ? `/${command}` : '')).split('\n\n')[0];
}
