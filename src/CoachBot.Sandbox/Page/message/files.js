// Attachments: pictures in a frame that opens them large, other files as a link.

import { el, icon } from '../dom.js';

/** Addresses of the sandbox's own files work under whatever name the page was opened; any other host is not asked. */
export function ownAddress(address) {
  if (/^(data|blob):/.test(address)) return address;
  if (!URL.canParse(address, location.href)) return null;
  const url = new URL(address, location.href);
  return url.origin === location.origin || url.pathname.startsWith('/cdn/') ? url.pathname + url.search : null;
}

/** The attachment an embed's image means: by name as `attachment://name`, or by the address the server put in its place. */
export function attachmentFor(address, attachments) {
  const name = /^attachment:\/\/(.+)$/.exec(address)?.[1];
  return attachments.find((one) => (name ? one.filename === name : one.url === address));
}

const isPicture = (file) => file.content_type?.startsWith('image/') || /\.(png|jpe?g|gif|webp)$/i.test(file.filename);

/** What stands under a message for the files that no embed shows. */
export function fileList(attachments) {
  if (attachments.length === 0) return null;
  return el('div', { class: 'files' }, attachments.map((file) => (isPicture(file) ? picture(file, 'picture') : fileLink(file))));
}

/** A picture in a button that opens it large. `file` has url and, where known, description, width and height. */
export function picture(file, kind) {
  const address = file.url && ownAddress(file.url);
  const words = file.description ?? '';
  if (!address) return el('p', { class: 'picture-missing' }, words || 'A picture from another place is not loaded here.');
  const image = el('img', { src: address, alt: words || 'Picture', width: file.width, height: file.height, decoding: 'async' });
  return el('button', { type: 'button', class: kind, title: 'Open large', onclick: () => openLarge(address, words) }, image);
}

function fileLink(file) {
  const size = file.size > 1024 ? `${Math.round(file.size / 1024)} KB` : `${file.size ?? 0} bytes`;
  return el('a', { class: 'file', href: ownAddress(file.url), target: '_blank', rel: 'noopener noreferrer' },
    icon('file'), el('span', {}, file.filename), el('span', { class: 'soft' }, size));
}

function openLarge(address, words) {
  const dialog = el('dialog', { class: 'viewer', 'aria-label': words || 'Picture', onclose: () => dialog.remove(), onclick: () => dialog.close() },
    el('button', { type: 'button', class: 'viewer-close', 'aria-label': 'Close' }, icon('close')),
    el('img', { src: address, alt: words || 'Picture' }));
  document.body.append(dialog);
  dialog.showModal();
}
