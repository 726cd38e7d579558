// The list of messages: keeps their order, days and groups, and stays at the newest one while the reader is there.

import { el } from './dom.js';
import { compareIds } from './store.js';

const nearEnd = 90;
const groupWithin = 7 * 60_000;

export class Log {
  #entries = new Map();
  #pinned = true;

  /** render(message) makes a message's node; welcome() makes what an empty channel shows. */
  constructor(root, { render, welcome }) {
    this.root = root;
    this.render = render;
    this.welcome = welcome;
    this.list = el('div', { class: 'entries' });
    this.newest = el('button', { type: 'button', class: 'newest', hidden: true, onclick: () => this.#toEnd() }, 'Newest messages');
    root.append(this.list, this.newest);
    root.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    // Pictures, folding lists and a growing box all change heights; following the sizes covers them all.
    const watcher = new ResizeObserver(() => this.#pinned && this.#toEnd());
    watcher.observe(root);
    watcher.observe(this.list);
  }

  /** Shows a whole channel. It is not read aloud: only what comes later is news. */
  show(messages) {
    this.root.setAttribute('aria-busy', 'true');
    this.#entries.clear();
    const nodes = messages.map((message) => this.#entry(message));
    this.list.replaceChildren(...nodes);
    nodes.forEach((node) => this.#link(node));
    this.#showWelcome();
    this.#toEnd();
    requestAnimationFrame(() => this.root.setAttribute('aria-busy', 'false'));
  }

  put(message) {
    const old = this.#entries.get(message.id);
    const node = this.#entry(message);
    if (old) replaceKeepingFocus(old, node);
    else this.#insert(message.id, node);
    this.#link(node);
    this.#link(node.nextElementSibling);
    this.#showWelcome();
    if (!old && !this.#pinned) this.newest.hidden = false;
  }

  remove(id) {
    const node = this.#entries.get(id);
    if (!node) return;
    this.#entries.delete(id);
    const next = node.nextElementSibling;
    if (node.contains(document.activeElement)) this.root.focus({ preventScroll: true });
    node.remove();
    this.#link(next);
    this.#showWelcome();
  }

  /** The node of a message, or null when it is not shown. */
  find(id) {
    return this.#entries.get(id)?.querySelector('.message') ?? null;
  }

  #entry(message) {
    const node = el('div', { class: 'entry' }, this.render(message));
    node.message = message;
    this.#entries.set(message.id, node);
    return node;
  }

  #insert(id, node) {
    let before = this.list.lastElementChild;
    while (before?.message && compareIds(before.message.id, id) > 0) before = before.previousElementSibling;
    if (before) before.after(node);
    else this.list.prepend(node);
  }

  /** A message starts a day, or follows the one above it when the same author goes on. */
  #link(node) {
    if (!node?.message) return;
    const { message } = node;
    const above = node.previousElementSibling?.message;
    const day = new Date(message.timestamp).toDateString();
    const newDay = !above || new Date(above.timestamp).toDateString() !== day;
    node.querySelector('.day')?.remove();
    if (newDay) node.prepend(dayLine(new Date(message.timestamp)));
    const follows = !newDay && above.author.id === message.author.id && !message.interaction_metadata?.name
      && above.flags === message.flags && new Date(message.timestamp) - new Date(above.timestamp) < groupWithin;
    node.classList.toggle('follows', follows);
  }

  #showWelcome() {
    const shown = this.root.querySelector('.welcome');
    if (this.#entries.size > 0) shown?.remove();
    else if (!shown) this.list.before(this.welcome());
  }

  /** Makes the welcome anew, because what it offers depends on the commands. */
  refreshWelcome() {
    this.root.querySelector('.welcome')?.remove();
    this.#showWelcome();
  }

  #onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.root;
    this.#pinned = scrollHeight - scrollTop - clientHeight < nearEnd;
    if (this.#pinned) this.newest.hidden = true;
  }

  #toEnd() {
    this.#pinned = true;
    this.newest.hidden = true;
    this.root.scrollTop = this.root.scrollHeight;
  }
}

const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });

function dayLine(date) {
  const words = date.toDateString() === new Date().toDateString() ? 'Today' : longDay.format(date);
  return el('div', { class: 'day', role: 'separator', 'aria-label': words }, el('span', {}, words));
}

/** A pressed button must not lose the keyboard when its message is drawn anew. */
function replaceKeepingFocus(old, node) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(node);
  if (!focused) return;
  const id = focused.dataset.customId;
  const same = id && [...node.querySelectorAll('[data-custom-id]')].find((one) => one.dataset.customId === id && !one.disabled);
  (same ?? node.querySelector('.message')).focus({ preventScroll: true });
}
