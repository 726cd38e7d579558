// The few marks that messages use, drawn: a machine without an emoji font shows boxes for them.

import { icon } from '../dom.js';

const marks = new Map([
  ['✅', { drawing: 'check', kind: 'good', words: 'Done' }],
  ['☑', { drawing: 'check', kind: 'good', words: 'Done' }],
  ['✔', { drawing: 'check', kind: 'good', words: 'Done' }],
  ['❌', { drawing: 'close', kind: 'bad', words: 'No' }],
  ['⚠', { drawing: 'warning', kind: 'warning', words: 'Careful' }],
  ['🚨', { drawing: 'warning', kind: 'bad', words: 'Emergency' }],
  ['🆘', { drawing: 'warning', kind: 'bad', words: 'Emergency' }],
  ['📞', { drawing: 'phone', kind: 'quiet', words: 'Telephone' }],
  ['ℹ', { drawing: 'info', kind: 'quiet', words: 'Note' }],
  ['↩', { drawing: 'undo', kind: 'quiet', words: 'Undone' }],
  ['⬆', { drawing: 'up', kind: 'quiet', words: 'Up' }],
  ['⬇', { drawing: 'down', kind: 'quiet', words: 'Down' }],
  ['➡', { drawing: 'right', kind: 'quiet', words: 'Next' }],
  ['⬅', { drawing: 'left', kind: 'quiet', words: 'Back' }],
  ['🔁', { drawing: 'again', kind: 'quiet', words: 'Again' }],
  ['🔄', { drawing: 'again', kind: 'quiet', words: 'Again' }],
]);

/** Finds a mark at one place of a text; the selector that asks for a coloured picture goes with it. */
export const markPattern = new RegExp(`(${[...marks.keys()].join('|')})\\uFE0F?`, 'yu');
export const markStarts = [...marks.keys()].map((mark) => mark[0]);

/** The drawing of a mark, with a name for who cannot see it; null when it is none of them. */
export function mark(sign) {
  const known = marks.get(sign.replace('\uFE0F', ''));
  if (!known) return null;
  const node = icon(known.drawing);
  node.classList.add('drawn-mark', known.kind);
  node.removeAttribute('aria-hidden');
  node.setAttribute('role', 'img');
  node.setAttribute('aria-label', known.words);
  return node;
}
