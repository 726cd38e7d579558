// The panel over the box: what is being typed, a hint, and a list to pick from with the keyboard, the mouse or a thumb.

import { el, newId } from '../dom.js';

export class Panel {
  #items = [];
  #rows = [];
  #owner = null;
  active = -1;

  constructor() {
    this.title = el('p', { class: 'panel-title' });
    this.hint = el('p', { class: 'panel-hint' });
    this.list = el('ul', { class: 'panel-list', role: 'listbox', id: newId('list'), 'aria-label': 'Suggestions' });
    // A press in the panel must not take the keyboard away from the field it belongs to.
    this.node = el('div', { class: 'panel', hidden: true, onmousedown: (event) => event.preventDefault() },
      el('div', { class: 'panel-head' }, this.title, this.hint), this.list);
  }

  /** owner: the field with the keyboard. items: [{ label, detail?, tag?, pick }]. active: which one Enter takes, -1 for none. */
  show(owner, { title, hint = '', items = [], active = -1 }) {
    this.#release();
    this.#owner = owner;
    this.#items = items;
    this.title.textContent = title;
    this.hint.textContent = hint;
    this.hint.hidden = !hint;
    this.#rows = items.map((item) => el('li', { role: 'option', id: newId('item'), class: 'panel-item', onclick: () => item.pick() },
      el('span', { class: 'panel-label' }, item.label), item.tag && el('span', { class: 'panel-tag' }, item.tag), item.detail && el('span', { class: 'panel-detail' }, item.detail)));
    this.list.replaceChildren(...this.#rows);
    this.list.hidden = items.length === 0;
    this.list.scrollTop = 0;
    this.node.hidden = false;
    owner.setAttribute('aria-expanded', String(items.length > 0));
    this.#activate(items.length > 0 ? active : -1);
  }

  hide() {
    this.#release();
    this.#items = [];
    this.#rows = [];
    this.active = -1;
    this.node.hidden = true;
  }

  get hasItems() {
    return this.#items.length > 0;
  }

  /** Moves the mark up or down, round the ends; false when there is nothing to move in. */
  move(step) {
    if (!this.hasItems) return false;
    const from = this.active < 0 && step < 0 ? 0 : this.active;
    this.#activate((from + step + this.#items.length) % this.#items.length);
    return true;
  }

  /** Takes the marked item; false when none is marked. */
  pick() {
    const item = this.#items[this.active];
    item?.pick();
    return Boolean(item);
  }

  #activate(index) {
    this.#rows[this.active]?.setAttribute('aria-selected', 'false');
    this.active = index;
    const row = this.#rows[index];
    row?.setAttribute('aria-selected', 'true');
    row?.scrollIntoView({ block: 'nearest' });
    if (row) this.#owner.setAttribute('aria-activedescendant', row.id);
    else this.#owner.removeAttribute('aria-activedescendant');
  }

  #release() {
    this.#owner?.setAttribute('aria-expanded', 'false');
    this.#owner?.removeAttribute('aria-activedescendant');
  }
}
