// The menu of a person or a message: commands that are picked and not typed (Discord's types 2 and 3).

import { el, icon, newId } from './dom.js';

/** A button that unfolds the commands; nothing where there are none. */
export function menuButton(label, commands, use) {
  if (commands.length === 0) return null;
  const id = newId('menu');
  const button = el('button', {
    type: 'button', class: 'menu-opener', 'aria-label': label, title: label, 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'aria-controls': id,
    onclick: () => show(list.hidden),
  }, icon('dots'));
  const items = commands.map((command) => el('li', { role: 'none' }, el('button', {
    type: 'button', role: 'menuitem', class: 'menu-item',
    onclick: () => {
      show(false);
      button.focus();
      use(command);
    },
  }, command.name)));
  const list = el('ul', { id, role: 'menu', class: 'menu-list', 'aria-label': label, hidden: true }, items);
  return el('div', { class: 'menu', onkeydown: onKey, onfocusout: ({ relatedTarget }) => list.parentNode.contains(relatedTarget) || show(false) }, button, list);

  function show(open) {
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) items[0].firstChild.focus();
  }

  function onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && !list.hidden) {
      show(false);
      button.focus();
    } else if (step && !list.hidden) {
      const at = items.findIndex((item) => item.contains(document.activeElement));
      items[(at + step + items.length) % items.length].firstChild.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
