// What greets a person who has not said or done anything in this channel yet: a few things to try, one line each.

import { el } from './dom.js';
import { allCommands, isForCoaches } from './box/commands.js';

const ideas = [
  ['exercise', 'Look an exercise up: how it is done, with a picture'],
  ['checkin', 'Log a strength session with one tap'],
  ['strength-day add', 'Set the team’s strength days and the reminder'],
];

/**
 * use(name) puts a command in the box. Only what this person may do is offered, once the commands are known. A chat is as old as the
 * sandbox, so an empty one does not mean that nothing was said.
 */
export function welcome(me, channelName, commands, use) {
  const known = new Map(allCommands(commands).map((command) => [command.name, command]));
  const isCoach = me.title === 'coach';
  const may = (name) => (known.size === 0 ? isCoach || name !== 'strength-day add' : known.has(name) && (isCoach || !isForCoaches(known.get(name))));
  const offered = ideas.filter(([name]) => may(name));
  return el('section', { class: 'welcome' },
    el('h2', {}, `Welcome to #${channelName}, ${me.name}`),
    el('p', { class: 'soft' }, 'Try one of these, or type / for all commands:'),
    el('ul', {}, offered.map(([name, words]) => el('li', {},
      el('button', { type: 'button', class: 'idea', onclick: () => use(name) },
        el('span', { class: 'idea-name' }, `/${name}`),
        el('span', { class: 'idea-words' }, words))))),
    !isCoach && el('p', { class: 'soft' }, 'To plan strength days, switch to the coach.'));
}
