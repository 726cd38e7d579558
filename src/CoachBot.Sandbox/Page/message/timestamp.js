// Discord's <t:unix:style> moments, shown in the viewer's own language and time zone.

import { el } from '../dom.js';

const styles = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const units = [['year', 31557600], ['month', 2629800], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const formats = new Map();

/** The moment as words in one of Discord's styles. */
export function formatMoment(date, style) {
  if (!formats.has(style)) formats.set(style, new Intl.DateTimeFormat(undefined, styles[style]));
  return formats.get(style).format(date);
}

/** A <time> node, or null when the number is no moment a calendar knows. */
export function timestamp(seconds, style = 'f') {
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return null;
  const words = style === 'R' ? fromNow(date) : formatMoment(date, style);
  return el('time', {
    class: 'moment',
    datetime: date.toISOString(),
    title: formatMoment(date, 'F'),
    'data-relative': style === 'R',
  }, words);
}

function fromNow(date) {
  const seconds = Math.round((date.getTime() - Date.now()) / 1000);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? units.at(-1);
  return relative.format(Math.trunc(seconds / size), unit);
}

/** Keeps "in 5 minutes" true while the page stays open. */
export function keepRelativeTimes(root) {
  setInterval(() => {
    for (const node of root.querySelectorAll('time[data-relative]')) node.textContent = fromNow(new Date(node.dateTime));
  }, 20_000);
}
