// Attachments: pictures, and other files as a link.

import { el, icon } from '../dom.js';
import { ownAddress, picture } from './picture.js';

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

function fileLink(file) {
  const size = file.size > 1024 ? `${Math.round(file.size / 1024)} KB` : `${file.size ?? 0} bytes`;
  return el('a', { class: 'file', href: ownAddress(file.url), target: '_blank', rel: 'noopener noreferrer' },
    icon('file'), el('span', {}, file.filename), el('span', { class: 'soft' }, size));
}
