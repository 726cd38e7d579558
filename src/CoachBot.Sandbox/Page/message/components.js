// Rows of buttons and selects under a message.

import { el, icon } from '../dom.js';
import { mark } from './marks.js';
import { picker } from './picker.js';

const styles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

/** `act(control, request)` is told of a press or a choice: request is { kind, custom_id, values? }. */
export function componentRows(components, names, act) {
  return components.map((row) => (row.type === 1
    ? el('div', { class: 'row' }, row.components.map((one) => component(one, names, act)))
    : unknown(row)));
}

function component(one, names, act) {
  if (one.type === 2) return one.style === 5 ? linkButton(one) : button(one, act);
  const options = selectOptions(one, names);
  if (!options) return unknown(one);
  const node = picker({
    placeholder: one.placeholder,
    label: one.placeholder,
    options,
    min: one.min_values ?? 1,
    max: one.max_values ?? 1,
    disabled: one.disabled,
    customId: one.custom_id,
    onpick: (values) => act(node.querySelector('.picker-opener'), { kind: 'select', custom_id: one.custom_id, values }),
  });
  return node;
}

function button(one, act) {
  const node = el('button', {
    type: 'button',
    class: `button ${styles[one.style] ?? 'secondary'}`,
    'data-custom-id': one.custom_id,
    disabled: one.disabled,
    onclick: () => act(node, { kind: 'button', custom_id: one.custom_id }),
  }, emoji(one.emoji), one.label && el('span', {}, one.label));
  if (!one.label) node.setAttribute('aria-label', one.emoji?.name ?? 'Button');
  return node;
}

function linkButton(one) {
  const safe = /^https?:/.test(one.url ?? '');
  return el('a', { class: 'button secondary', href: safe && one.url, target: '_blank', rel: 'noopener noreferrer' },
    emoji(one.emoji), el('span', {}, one.label ?? one.url), icon('out'));
}

function emoji(sign) {
  if (!sign?.name) return null;
  return el('span', { class: 'emoji', 'aria-hidden': 'true' }, sign.id ? `:${sign.name}:` : mark(sign.name) ?? sign.name);
}

/** What a select offers: its own options, or the team's people, roles or channels; null when it is no select. */
export function selectOptions(one, names) {
  const own = (one.default_values ?? []).map((value) => value.id);
  const these = (list) => list.map(({ id, name }) => ({ label: name, value: id, default: own.includes(id) }));
  switch (one.type) {
    case 3: return one.options;
    case 5: return these(names.members());
    case 6: return these(names.roles());
    case 7: return these([...names.members(), ...names.roles()]);
    case 8: return these(names.channels().map(({ id, name }) => ({ id, name: `#${name}` })));
    default: return null;
  }
}

/** What this page cannot draw is named: a silent gap would look like the bot's fault. */
export function unknown(one) {
  return el('p', { class: 'unknown' }, `This page does not know components of type ${Number(one.type)}.`);
}
