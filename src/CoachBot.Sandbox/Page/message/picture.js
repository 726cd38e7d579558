// One picture: in a frame that opens it large, dark in a dark page, and still for who asked for no motion.

import { el, icon } from '../dom.js';

const dark = '(prefers-color-scheme: dark)';
const still = matchMedia('(prefers-reduced-motion: reduce)');

// The bot's drawings exist in dark too: the gallery has them under the names of the files that the bot uploads.
const drawings = fetch('/page/gallery').then((answer) => answer.json())
  .then((entries) => new Set(entries.flatMap((entry) => entry.pictures.map((one) => one.file))))
  .catch(() => new Set());

/** Addresses of the sandbox's own files work under whatever name the page was opened; any other host is not asked. */
export function ownAddress(address) {
  if (/^(data|blob):/.test(address)) return address;
  if (!URL.canParse(address, location.href)) return null;
  const url = new URL(address, location.href);
  return url.origin === location.origin || url.pathname.startsWith('/cdn/') ? url.pathname + url.search : null;
}

/** `file` has url and, where known, description, width and height. */
export function picture(file, kind) {
  const address = file.url && ownAddress(file.url);
  const words = file.description ?? '';
  if (!address) return el('p', { class: 'picture-missing' }, words || 'A picture from another place is not loaded here.');
  const frame = el('button', { type: 'button', class: kind, title: 'Open large', onclick: () => openLarge(address, words) },
    drawn(address, { alt: words || 'Picture', width: file.width, height: file.height, decoding: 'async' }));
  return isFilm(address) ? [frame, player(frame)] : frame;
}

const isFilm = (address) => /\.gif($|\?)/i.test(address);

/** A <picture> that follows the page between light and dark. */
function drawn(address, props) {
  const image = el('img', { src: address, ...props });
  const node = el('picture', {}, image);
  const name = decodeURIComponent(address.split('?')[0].split('/').at(-1));
  drawings.then((known) => known.has(name) && image.before(el('source', { media: dark, srcset: `/page/gallery/${encodeURIComponent(name)}?theme=dark` })));
  image.addEventListener('load', () => image.classList.toggle('on-white', isOnWhite(image)));
  if (isFilm(address) && still.matches) stop(node);
  return node;
}

/** A drawing on white paper; in a dark page it is turned over. A photograph is not. */
function isOnWhite(image) {
  const brush = sketch(image, 16, 16);
  const at = (x, y) => [...brush.getImageData(x, y, 1, 1).data];
  return [at(0, 0), at(15, 0), at(0, 15), at(15, 15)].every(([red, green, blue, solid]) => solid > 250 && Math.min(red, green, blue) > 225);
}

function sketch(image, width, height) {
  const brush = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  brush.drawImage(image, 0, 0, width, height);
  return brush;
}

/** Puts a film's first frame in its place: drawing an animated image on a canvas gives that one. */
function stop(node) {
  const image = node.querySelector('img');
  if (image.complete && image.naturalWidth > 0) {
    hold();
  } else {
    image.classList.add('waits');
    image.addEventListener('load', hold, { once: true });
  }

  function hold() {
    const first = sketch(image, image.naturalWidth, image.naturalHeight).canvas.toDataURL();
    node.film = image.currentSrc;
    node.querySelector('source')?.remove();
    image.src = first;
    image.classList.remove('waits');
  }
}

/** A button under a film that plays it, or shows it still. */
function player(frame) {
  const node = frame.querySelector('picture');
  const image = node.querySelector('img');
  const words = el('span', {}, 'Play');
  const button = el('button', { type: 'button', class: 'button secondary play', hidden: !still.matches, 'aria-pressed': 'false', onclick: toggle }, icon('play'), words);
  let plays = !still.matches;
  return button;

  function toggle() {
    plays = !plays;
    button.setAttribute('aria-pressed', String(plays));
    words.textContent = plays ? 'Stop' : 'Play';
    if (plays) image.src = node.film ?? image.src;
    else stop(node);
  }
}

function openLarge(address, words) {
  const dialog = el('dialog', { class: 'viewer', 'aria-label': words || 'Picture', onclose: () => dialog.remove(), onclick: () => dialog.close() },
    el('button', { type: 'button', class: 'viewer-close', 'aria-label': 'Close' }, icon('close')),
    drawn(address, { alt: words || 'Picture' }));
  document.body.append(dialog);
  dialog.showModal();
}
