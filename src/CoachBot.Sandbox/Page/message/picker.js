// A list to choose from, used under messages and in forms. Not the browser's own <select>: that one reports a change on every
// arrow key, and here a change asks the bot at once. It unfolds in place, so it is never cut off and a thumb can reach it.

import { el, icon, newId } from '../dom.js';

/**
 * options: [{ label, value, description?, emoji?, default? }]; min and max: how many may be chosen;
 * onpick(values) is called when a choice is complete. The node's `values()` tells what is chosen.
 */
export function picker({ label, placeholder, options, min = 1, max = 1, disabled, customId, onpick }) {
  const many = max > 1;
  const listId = newId('picks');
  const chosen = new Set(options.filter((option) => option.default).map((option) => option.value));
  let active = -1;

  const words = el('span', { class: 'picker-words' });
  const opener = el('button', {
    type: 'button', class: 'picker-opener', 'data-custom-id': customId, disabled,
    'aria-haspopup': 'listbox', 'aria-expanded': 'false', 'aria-controls': listId,
    onclick: () => (list.hidden ? open() : close()),
    onkeydown: (event) => {
      if (event.key === 'ArrowDown' && list.hidden) {
        event.preventDefault();
        open();
      }
    },
  }, words, icon('down'));
  const rows = options.map((option, index) => el('li', {
    id: newId('pick'), role: 'option', class: 'pick', 'data-value': option.value,
    onclick: () => pick(index),
  }, option.emoji && el('span', { class: 'pick-emoji', 'aria-hidden': 'true' }, option.emoji.name),
  el('span', { class: 'pick-words' }, el('span', {}, option.label), option.description && el('span', { class: 'soft' }, option.description)),
  icon('check')));
  const list = el('ul', { id: listId, role: 'listbox', class: 'picks', tabindex: '-1', 'aria-label': label ?? placeholder, 'aria-multiselectable': many, hidden: true, onkeydown: onKey }, rows);
  const done = many && el('button', { type: 'button', class: 'button secondary picker-done', hidden: true, onclick: finish }, 'Done');
  const node = el('div', { class: 'picker' }, opener, list, done);
  node.values = () => options.map((option) => option.value).filter((value) => chosen.has(value));

  function show() {
    const labels = options.filter((option) => chosen.has(option.value)).map((option) => option.label);
    words.textContent = labels.join(', ') || placeholder || 'Choose';
    opener.setAttribute('aria-label', [label ?? placeholder, words.textContent].filter((one, at, all) => one && all.indexOf(one) === at).join(': '));
    words.classList.toggle('soft', labels.length === 0);
    rows.forEach((row, index) => row.setAttribute('aria-selected', String(chosen.has(options[index].value))));
  }

  function open() {
    if (opener.getAttribute('aria-disabled') === 'true') return;
    list.hidden = false;
    if (done) done.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    move(Math.max(0, options.findIndex((option) => chosen.has(option.value))));
    list.focus();
    node.scrollIntoView({ block: 'nearest' });
  }

  function close() {
    list.hidden = true;
    if (done) done.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    opener.focus();
  }

  function move(index) {
    rows[active]?.classList.remove('active');
    active = Math.min(Math.max(index, 0), rows.length - 1);
    rows[active]?.classList.add('active');
    rows[active]?.scrollIntoView({ block: 'nearest' });
    list.setAttribute('aria-activedescendant', rows[active]?.id ?? '');
  }

  function pick(index) {
    const { value } = options[index];
    if (!many) chosen.clear();
    if (many && chosen.has(value)) chosen.delete(value);
    else if (chosen.size < max) chosen.add(value);
    show();
    if (many) move(index);
    else finish();
  }

  function finish() {
    if (chosen.size < min) return;
    close();
    onpick?.(node.values());
  }

  function onKey(event) {
    const steps = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: rows.length - 1 };
    if (event.key in steps) move(steps[event.key]);
    else if (event.key === 'Enter' || event.key === ' ') pick(active);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') return many ? undefined : close();
    else return undefined;
    event.preventDefault();
    event.stopPropagation();
    return undefined;
  }

  show();
  return node;
}
