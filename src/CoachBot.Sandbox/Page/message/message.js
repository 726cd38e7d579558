// One message, from the person who used a command down to the buttons.

import { el, icon } from '../dom.js';
import { menuButton } from '../menu.js';
import { avatar } from './avatar.js';
import { card, usedBy } from './card.js';
import { componentRows } from './components.js';
import { fileList } from './files.js';
import { markdown } from './markdown.js';
import { formatMoment } from './timestamp.js';

const onlyYou = 64;
const thinking = 128;

export const isOnlyForYou = (message) => (message.flags & onlyYou) !== 0;

/**
 * names: who and what the ids mean. actions: act(message, control, request) for buttons and selects, dismiss(message), and the menu's
 * commands with use(command).
 * A message with a `problem` was never answered: the sentence stands in its place.
 */
export function messageNode(message, names, actions) {
  const author = names.author(message.author);
  const personal = isOnlyForYou(message);
  const embeds = message.embeds ?? [];
  const attachments = message.attachments ?? [];
  const used = usedBy(embeds, attachments);
  const act = (control, request) => actions.act(message, control, request);

  return el('article', {
    class: ['message', personal && 'personal', pingsMe(message, names) && 'pings'].filter(Boolean).join(' '),
    tabindex: '-1',
    'aria-label': `${author.name}, ${formatMoment(new Date(message.timestamp), 't')}`,
  },
  usedLine(message, names),
  avatar(author.id, author.name, author.bot ? 'robot' : ''),
  el('div', { class: 'body' },
    el('header', { class: 'head' },
      el('span', { class: 'name' }, author.name),
      author.bot && el('span', { class: 'mark' }, 'BOT'),
      clock(message.timestamp),
      !personal && notifies(message, names),
      !personal && !message.problem && menuButton('Apps for this message', actions.menu, actions.use)),
    message.flags & thinking && !message.problem
      ? thinkingLine(author.name)
      : message.content && el('div', { class: 'text' }, markdown(message.content, names)),
    embeds.map((embed) => card(embed, attachments, names)),
    fileList(attachments.filter((file) => !used.has(file))),
    componentRows(message.components ?? [], names, act),
    message.problem && problemLine(message.problem),
    personal && el('p', { class: 'only-you' }, icon('eye'), 'Only you can see this',
      el('button', { type: 'button', class: 'plain', onclick: () => actions.dismiss(message) }, 'Dismiss'))));
}

/** The red sentence about something that went wrong with this message. */
export function problemLine(sentence) {
  return el('p', { class: 'problem' }, sentence);
}

function usedLine(message, names) {
  const by = message.interaction_metadata;
  if (!by?.name) return null;
  const person = names.author(by.user);
  return el('p', { class: 'used' },
    avatar(person.id, person.name, 'tiny'),
    el('span', {}, el('strong', {}, person.name), ' used ', el('span', { class: 'used-command' }, `/${by.name}`)));
}

function thinkingLine(name) {
  return el('p', { class: 'thinking' },
    el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')),
    `${name} is thinking…`);
}

function clock(moment) {
  const date = new Date(moment);
  return el('time', { class: 'clock', datetime: date.toISOString(), title: formatMoment(date, 'F') }, formatMoment(date, 't'));
}

/** Who is told of the message: a ping is invisible otherwise, and one that should not be is worth seeing. */
function notifies(message, names) {
  const roles = (message.mention_roles ?? []).map((id) => names.role(id));
  const people = (message.mentions ?? []).map((user) => names.author(user).name);
  const all = [message.mention_everyone && 'everyone', ...roles, ...people].filter(Boolean);
  return all.length > 0 && el('span', { class: 'notifies' }, `notifies ${all.map((name) => `@${name}`).join(', ')}`);
}

/** Only what the server counted as a mention pings; a name that merely stands in the text does not. */
function pingsMe(message, names) {
  if (isOnlyForYou(message)) return false;
  return Boolean(message.mention_everyone) || (message.mentions ?? []).some((one) => one.id === names.me().id);
}
