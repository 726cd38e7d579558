// Markdown inside a line, as chat shows it: **bold**, *italic*, `code`, links, mentions, moments, and \escapes.
// Each rule is a sticky pattern tried at one place of the text; what no rule takes is plain text.

import { el } from '../dom.js';
import { mark, markPattern, markStarts } from './marks.js';
import { timestamp } from './timestamp.js';

// Nesting deeper than this is nobody's message; it stays text, so hostile text cannot exhaust the stack.
const deepest = 8;

const wrap = (tag) => (match, inside) => el(tag, {}, inside(match[1]));

const rules = [
  ['\\', /\\([^0-9A-Za-z\s])/y, (match) => match[1]],
  // Only a whole run of backticks opens code; trying each part of a long run would take the browser minutes.
  ['`', /(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/y, (match) => el('code', {}, match[2].replace(/^ (?=`)|(?<=`) $/g, ''))],
  ['*', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, wrap('strong')],
  ['*', /\*(?=\S)((?:\*\*|\\[\s\S]|[^*\\])+?)(?<=\S)\*(?!\*)/y, wrap('em')],
  ['_', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, wrap('u')],
  ['_', /(?<!\w)_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)/y, wrap('em')],
  ['~', /~~(?=\S)([\s\S]*?\S)~~(?!~)/y, wrap('s')],
  ['[', /\[((?:\\.|[^[\]\\\n])+)\]\(<?(https?:\/\/[^\s<>()]+(?:\([^\s<>()]*\))?[^\s<>()]*)>?\)/y,
    (match, inside) => link(match[2], inside(match[1]))],
  ['<', /<(https?:\/\/[^\s<>]+)>/y, (match) => link(match[1], match[1])],
  ['h', /https?:\/\/[^\s<]*[^\s<.,:;!?"'()[\]*_~]/y, (match) => link(match[0], match[0])],
  ['<', /<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y, (match) => timestamp(match[1], match[2])],
  ['<', /<@!?(\d+)>/y, (match, inside, names) => el('span', { class: 'pill' }, `@${names.member(match[1])}`)],
  ['<', /<@&(\d+)>/y, (match, inside, names) => el('span', { class: 'pill' }, `@${names.role(match[1])}`)],
  ['<', /<#(\d+)>/y, (match, inside, names) => pillButton(`#${names.channel(match[1])}`, () => names.openChannel(match[1]))],
  ['<', /<\/([^:<>\n]{1,100}):\d+>/y, (match, inside, names) => pillButton(`/${match[1]}`, () => names.useCommand(match[1]))],
  ['<', /<a?:(\w+):\d+>/y, (match) => `:${match[1]}:`],
  ...[...new Set(markStarts)].map((start) => [start, markPattern, (match) => mark(match[1])]),
];

const special = new Set(rules.map(([start]) => start));

function link(address, label) {
  if (!URL.canParse(address)) return null;
  return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer', title: address }, label);
}

function pillButton(label, onclick) {
  return el('button', { type: 'button', class: 'pill', onclick }, label);
}

/** The nodes of one stretch of text. `names` knows members, roles and channels by id. */
export function inline(text, names, depth = 0) {
  const nodes = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const [node, length] = special.has(text[at]) ? firstRule(text, at, names, depth) : [null, 0];
    if (node == null) {
      plain += text[at];
      at += 1;
    } else if (typeof node === 'string') {
      plain += node;
      at += length;
    } else {
      if (plain) nodes.push(plain);
      plain = '';
      nodes.push(node);
      at += length;
    }
  }
  if (plain) nodes.push(plain);
  return nodes;
}

function firstRule(text, at, names, depth) {
  const inside = (part) => (depth < deepest ? inline(part, names, depth + 1) : [part]);
  for (const [start, pattern, make] of rules) {
    if (start !== text[at]) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const node = match && make(match, inside, names);
    if (node != null) return [node, match[0].length];
  }
  return [null, 0];
}
