// The list of messages: keeps their order, days and groups, and stays at the newest one while the reader is there. Of a message that is
// taller than the page its top is shown: one reads from there.

import { el } from './dom.js';
import { compareIds } from './store.js';

const nearEnd = 90;
const margin = 8;
const groupWithin = 7 * 60_000;

export class Log {
  #entries = new Map();
  #pinned = true;
  // The message that is kept in view, from its top on.
  #held = null;

  /** render(message) makes a message's node; welcome(messages) makes what greets a person who has not done anything here yet, or null. */
  constructor(root, { render, welcome }) {
    this.root = root;
    this.render = render;
    this.welcome = welcome;
    this.list = el('div', { class: 'entries' });
    this.newest = el('button', { type: 'button', class: 'newest', hidden: true, onclick: () => this.#goTo(this.list.lastElementChild) }, 'Newest messages');
    root.append(this.list, this.newest);
    root.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    // Pictures, folding lists and a growing box all change heights; following the sizes covers them all.
    const watcher = new ResizeObserver(() => this.#pinned && this.#toEnd());
    watcher.observe(root);
    watcher.observe(this.list);
    // Whoever scrolls by hand wants to be where they are.
    for (const kind of ['wheel', 'touchmove', 'keydown', 'pointerdown']) root.addEventListener(kind, () => { this.#held = null; }, { passive: true });
  }

  /** Shows a whole channel. It is not read aloud: only what comes later is news. */
  show(messages) {
    this.root.setAttribute('aria-busy', 'true');
    this.#entries.clear();
    const nodes = messages.map((message) => this.#entry(message));
    this.list.replaceChildren(...nodes);
    nodes.forEach((node) => this.#link(node));
    this.#showWelcome();
    this.#goTo(this.list.lastElementChild);
    requestAnimationFrame(() => this.root.setAttribute('aria-busy', 'false'));
  }

  /** mine: it is by the person who looks, or answers them; it is gone to from wherever they read. */
  put(message, mine = false) {
    const old = this.#entries.get(message.id);
    const node = this.#entry(message);
    if (old) replaceKeepingFocus(old, node);
    else this.#insert(message.id, node);
    this.#link(node);
    this.#link(node.nextElementSibling);
    this.#showWelcome();
    if (old) this.#keepTop(old, node);
    else if (this.#pinned || mine) this.#goTo(node);
    else this.newest.hidden = false;
  }

  /** A message that grew under the reader's finger is shown from its top. */
  #keepTop(old, node) {
    if (this.#held === old) this.#goTo(node);
    else if (node.getBoundingClientRect().top < this.root.getBoundingClientRect().top && node.contains(document.activeElement)) this.#goTo(node);
  }

  #goTo(node) {
    this.#held = node;
    this.#toEnd();
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
    const wanted = this.welcome([...this.#entries.values()].map((node) => node.message));
    if (!wanted) shown?.remove();
    else if (!shown) this.list.after(wanted);
  }

  /** Makes the welcome anew, because what it offers depends on the commands. */
  refreshWelcome() {
    this.root.querySelector('.welcome')?.remove();
    this.#showWelcome();
  }

  #onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.root;
    const atEnd = scrollHeight - scrollTop - clientHeight < nearEnd;
    this.#pinned = atEnd || this.#held !== null;
    if (atEnd) this.newest.hidden = true;
  }

  /** The end, but never past the top of the message that is held. */
  #toEnd() {
    this.#pinned = true;
    this.newest.hidden = true;
    const end = this.root.scrollHeight - this.root.clientHeight;
    const held = this.#held?.isConnected ? this.#held.offsetTop - margin : end;
    this.root.scrollTop = Math.min(end, held);
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
  const place = focused && placeOf(old, focused);
  old.replaceWith(node);
  if (focused) (controlAt(node, place) ?? node.querySelector('.message')).focus({ preventScroll: true });
}

const controls = (entry) => [...entry.querySelectorAll('.row button:not(:disabled)')];

/** Where a control is in its message, in words that hold after the message was drawn anew. */
export function placeOf(entry, control) {
  return { id: control.dataset.customId, label: control.textContent, at: controls(entry).indexOf(control) };
}

/** The same control, or the one with its words, or the one in its place: what "More" becomes is often "Less". */
export function controlAt(entry, { id, label, at }) {
  const all = controls(entry);
  return all.find((one) => id && one.dataset.customId === id) ?? all.find((one) => one.textContent === label) ?? (at < 0 ? null : all[Math.min(at, all.length - 1)]);
}
