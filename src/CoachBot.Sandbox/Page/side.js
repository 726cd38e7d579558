// The side: the team and its channels, who one is, and which bots are there. On a phone it slides in over the chat.

import { el, icon } from './dom.js';
import { avatar } from './message/avatar.js';

const narrow = matchMedia('(max-width: 52rem)');

export class Side {
  #opener = null;

  /** parts: the nodes side, shade, menu, me. pickChannel(id) and pickMember(id) are told of a choice; menuOf(member) makes a person's menu, if any. */
  constructor(parts, { pickChannel, pickMember, menuOf }) {
    Object.assign(this, parts, { pickChannel, pickMember, menuOf });
    this.menu.append(icon('menu'));
    this.menu.addEventListener('click', () => this.open(this.menu));
    this.me.addEventListener('click', () => this.open(this.me));
    this.shade.addEventListener('click', () => this.close());
    this.side.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
    narrow.addEventListener('change', () => this.#settle(false));
    this.#settle(false);
  }

  show(state, channelId, unread) {
    const chosen = (yes) => (yes ? 'true' : null);
    const person = (member) => el('li', { class: 'person-row' }, el('button', {
      type: 'button', class: 'person', 'data-member': member.id, 'aria-current': chosen(member.id === state.me.id),
      onclick: () => this.#pick(() => this.pickMember(member.id)),
    }, avatar(member.id, member.name), el('span', { class: 'person-words' },
      el('span', { class: 'person-name' }, member.name),
      el('span', { class: 'soft' }, member.teamId === state.team.id ? member.title : `${member.title}, ${member.teamName}`))),
    member.teamId === state.team.id && this.menuOf(member));
    const channel = (one) => el('li', { class: one.parent_id && 'thread' }, el('button', {
      type: 'button', class: unread.has(one.id) ? 'channel unread' : 'channel', 'aria-current': chosen(one.id === channelId),
      onclick: () => this.#pick(() => this.pickChannel(one.id)),
    }, el('span', { 'aria-hidden': 'true' }, one.parent_id ? '–' : '#'), one.name, one.note && el('span', { class: 'soft' }, one.note), unread.has(one.id) && el('span', { class: 'dot' }, el('span', { class: 'unseen' }, 'new'))));
    const bot = (one) => el('li', { class: 'bot' }, el('span', { class: one.online ? 'lamp on' : 'lamp' }), one.name,
      el('span', { class: 'soft' }, one.online ? 'online' : 'offline'));

    const focused = this.side.contains(document.activeElement) ? document.activeElement.dataset.member : null;
    this.side.replaceChildren(
      el('div', { class: 'side-team' }, avatar(state.team.id, state.team.name, 'square'), el('p', { class: 'side-name' }, state.team.name)),
      section('Channels', withThreads(state.channels).map(channel)),
      section('You are', state.members.map(person)),
      state.bots.length > 0 && section('Bots', state.bots.map(bot)),
      el('p', { class: 'side-foot' }, el('a', { href: 'gallery' }, 'All exercise pictures')),
      el('p', { class: 'side-note' }, 'A sandbox on this computer. The chat is gone when it stops; what the bot saved stays.'));
    if (focused) this.side.querySelector(`[data-member="${CSS.escape(focused)}"]`)?.focus();

    this.me.replaceChildren(avatar(state.me.id, state.me.name), el('span', { class: 'unseen' }, `You are ${state.me.name}. Switch person`));
  }

  open(opener) {
    this.#opener = opener;
    this.#settle(true);
    const heading = opener === this.me ? '.person[aria-current]' : '.channel[aria-current]';
    this.side.querySelector(heading)?.focus();
  }

  close() {
    if (!narrow.matches) return;
    this.#settle(false);
    this.#opener?.focus();
  }

  #pick(choice) {
    this.close();
    choice();
  }

  /** While the side is out of sight on a phone, the keyboard must not reach it. */
  #settle(open) {
    this.side.classList.toggle('open', open);
    this.side.inert = narrow.matches && !open;
    this.shade.hidden = !(narrow.matches && open);
    for (const button of [this.menu, this.me]) button.setAttribute('aria-expanded', String(open));
  }
}

/** Each channel with its threads below it. */
function withThreads(channels) {
  return channels.filter((one) => !one.parent_id).flatMap((one) => [one, ...channels.filter((thread) => thread.parent_id === one.id)]);
}

function section(title, items) {
  return el('section', { class: 'side-part' }, el('h2', {}, title), el('ul', {}, items));
}
