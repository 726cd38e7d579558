import { el } from '../dom.js';

const shades = 10;

/** A round mark with initials. The colour comes from the id, so a person looks the same everywhere. */
export function avatar(id, name, size = '') {
  let sum = 7;
  for (const letter of String(id)) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  const letters = size === 'tiny' ? initials(name).slice(0, 1) : initials(name);
  return el('span', { class: `avatar shade-${sum % shades} ${size}`.trim(), 'aria-hidden': 'true' }, letters);
}

/** "Maya Okafor" is MO, "CoachBot" is CB, "zoe" is Z. */
function initials(name) {
  const words = String(name).trim().replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...word][0] ?? '?').join('').toUpperCase();
}
