// What an empty channel shows: three things to try, one line each.

import { el } from './dom.js';
import { allCommands } from './box/commands.js';

const ideas = [
  ['exercise', 'Look an exercise up: how it is done, with a picture'],
  ['checkin', 'Log a strength session with one tap'],
  ['strength-day add', 'As a coach, set the team’s strength days and the reminder'],
];

/** use(name) puts a command in the box. Only what this person may use is offered, once the commands are known. */
export function welcome(channelName, commands, use) {
  const known = new Set(allCommands(commands).map((command) => command.name));
  const offered = ideas.filter(([name]) => known.size === 0 || known.has(name));
  const coachOnly = offered.length < ideas.length && !offered.some(([name]) => name === 'strength-day add');
  return el('section', { class: 'welcome' },
    el('h2', {}, `Welcome to #${channelName}`),
    el('p', { class: 'soft' }, 'Nothing has been said here yet. Try one of these:'),
    el('ul', {}, offered.map(([name, words]) => el('li', {},
      el('button', { type: 'button', class: 'idea', onclick: () => use(name) },
        el('span', { class: 'idea-name' }, `/${name}`),
        el('span', { class: 'idea-words' }, words))))),
    coachOnly && el('p', { class: 'soft' }, 'To plan strength days, switch to the coach.'));
}
