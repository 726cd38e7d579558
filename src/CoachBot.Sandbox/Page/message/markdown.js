// Markdown by lines, as chat shows it: fences, headings, quotes, lists and small text. What stands inside a line is inline.js.

import { el } from '../dom.js';
import { inline } from './inline.js';

const fence = /```([\s\S]+?)```/g;
const language = /^[\w+\-.#]+\n/;
const heading = /^(#{1,3})\s+(\S.*)$/;
const small = /^-#\s+(\S.*)$/;
const quote = /^>(?: (.*))?$/;
const restQuote = /^>>> (.*)$/;
const item = /^(\s*)([-*]|\d{1,9}\.)\s+(\S.*)$/;

/** The text as nodes. */
export function markdown(text, names) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(fence)) {
    nodes.push(...blocks(text.slice(from, match.index), names));
    nodes.push(el('pre', {}, el('code', {}, withoutEmptyEnds(match[1].replace(language, '')))));
    from = match.index + match[0].length;
  }
  nodes.push(...blocks(text.slice(from), names));
  return nodes;
}

// A quote does not hold quotes: chat shows it so, and hostile text cannot nest without end.
function blocks(text, names, quoted = false) {
  const lines = text.split('\n');
  const nodes = [];
  let plain = [];
  const flush = () => {
    const paragraph = withoutEmptyEnds(plain.join('\n'));
    if (paragraph.trim()) nodes.push(el('p', {}, inline(paragraph, names)));
    plain = [];
  };
  const block = (node) => {
    flush();
    nodes.push(node);
  };

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    let match;
    if ((match = heading.exec(line))) {
      // The page's own headings are of level 1 and 2, so a message's begin at 3.
      block(el('p', { class: `heading-${match[1].length}`, role: 'heading', 'aria-level': match[1].length + 2 }, inline(match[2], names)));
    } else if ((match = small.exec(line))) {
      block(el('p', { class: 'small' }, inline(match[1], names)));
    } else if (!quoted && (match = restQuote.exec(line))) {
      block(el('blockquote', {}, blocks([match[1], ...lines.slice(at + 1)].join('\n'), names, true)));
      at = lines.length;
    } else if (!quoted && quote.test(line)) {
      const end = endOf(lines, at, quote);
      block(el('blockquote', {}, blocks(lines.slice(at, end).map((one) => quote.exec(one)[1] ?? '').join('\n'), names, true)));
      at = end - 1;
    } else if (item.test(line)) {
      const end = endOf(lines, at, item);
      lists(lines.slice(at, end).map((one) => item.exec(one)), names).forEach(block);
      at = end - 1;
    } else {
      plain.push(line);
    }
  }
  flush();
  return nodes;
}

const withoutEmptyEnds = (text) => text.replace(/^\n+|\n+$/g, '');

function endOf(lines, at, pattern) {
  while (at < lines.length && pattern.test(lines[at])) at += 1;
  return at;
}

/** Items that stand further in than the one before them are a list inside it; another kind of mark begins a new list. */
function lists(items, names) {
  const depth = items[0][1].length;
  const nodes = [];
  for (let at = 0; at < items.length;) {
    const [, , mark, text] = items[at];
    const kind = /\d/.test(mark) ? 'ol' : 'ul';
    let end = at + 1;
    while (end < items.length && items[end][1].length > depth) end += 1;
    if (nodes.at(-1)?.localName !== kind) nodes.push(el(kind, { start: kind === 'ol' && Number.parseInt(mark, 10) }));
    nodes.at(-1).append(el('li', {}, inline(text, names), end > at + 1 && lists(items.slice(at + 1, end), names)));
    at = end;
  }
  return nodes;
}
