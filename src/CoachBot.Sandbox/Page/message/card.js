// An embed: a card with a colour bar, a title, text, pictures, fields and a footer. The picture stands before the fields, not after
// them as in Discord: on a phone one wants to see the exercise without scrolling.

import { el } from '../dom.js';
import { inline } from './inline.js';
import { markdown } from './markdown.js';
import { attachmentFor } from './files.js';
import { picture } from './picture.js';
import { formatMoment } from './timestamp.js';

/** Discord sets at most three inline fields side by side. */
const sideBySide = 3;
/** A card with more fields than this is set in two columns where there is room. */
const longFrom = 4;

export function card(embed, attachments, names) {
  const fields = embed.fields ?? [];
  const node = el('section', { class: fields.length >= longFrom ? 'card long' : 'card', 'aria-label': embed.title },
    embed.thumbnail && shown(embed.thumbnail, attachments, 'card-thumbnail'),
    embed.author?.name && el('p', { class: 'card-author' }, embed.author.name),
    embed.title && title(embed, names),
    embed.description && el('div', { class: 'text' }, markdown(embed.description, names)),
    embed.image && shown(embed.image, attachments, 'card-image'),
    fieldRows(fields, names),
    footer(embed));
  if (embed.color) node.style.setProperty('--bar', `#${embed.color.toString(16).padStart(6, '0')}`);
  return node;
}

/** The attachments that one of the embeds shows. */
export function usedBy(embeds, attachments) {
  const addresses = embeds.flatMap((embed) => [embed.image?.url, embed.thumbnail?.url]).filter(Boolean);
  return new Set(addresses.map((address) => attachmentFor(address, attachments)));
}

function title(embed, names) {
  const words = inline(embed.title, names);
  const safe = /^https?:/.test(embed.url ?? '');
  return el('h3', { class: 'card-title' }, safe
    ? el('a', { href: embed.url, target: '_blank', rel: 'noopener noreferrer' }, words)
    : words);
}

function shown(image, attachments, kind) {
  const file = attachmentFor(image.url, attachments);
  return picture(file ?? image, kind);
}

function fieldRows(fields, names) {
  const rows = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.inline && last?.inline && last.fields.length < sideBySide) last.fields.push(field);
    else rows.push({ inline: field.inline, fields: [field] });
  }
  return rows.map((row) => el('div', { class: 'field-row' }, row.fields.map((field) =>
    el('div', { class: 'field' },
      el('h4', { class: 'field-name' }, inline(field.name, names)),
      el('div', { class: 'text' }, markdown(field.value, names))))));
}

function footer(embed) {
  const moment = embed.timestamp && formatMoment(new Date(embed.timestamp), 's');
  const words = [embed.footer?.text, moment].filter(Boolean).join(' · ');
  return words ? el('p', { class: 'card-footer' }, words) : null;
}
