// The box at the bottom: text, a typed command line, or a chosen command with its fields.

import { el, icon } from '../dom.js';
import { allCommands, isForCoaches, matching, mayBecomeOption, missing, optionForLoose, readLine } from './commands.js';
import { CommandFields } from './fields.js';
import { Panel } from './panel.js';
import { plainWords, sentence } from './values.js';

export class Box {
  #fields = null;
  #commands = [];

  /** send(request) posts { kind: "text" | "line" | "command", … } and throws an Error to show; ask(…) is for autocomplete. */
  constructor(root, { names, send, ask }) {
    Object.assign(this, { root, names, onsend: send, ask });
    this.panel = new Panel();
    this.problem = el('p', { class: 'box-problem', role: 'alert' });
    this.text = el('textarea', {
      id: 'text', rows: 1, 'aria-label': 'Write, or / for commands', placeholder: 'Write, or / for commands', enterkeyhint: 'send',
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.panel.list.id, maxlength: 2000,
    });
    this.slash = el('button', { type: 'button', class: 'slash', 'aria-label': 'Show the commands', title: 'Commands', onclick: () => this.setText('/') }, '/');
    this.cancel = el('button', { type: 'button', class: 'cancel', 'aria-label': 'Give the command up', title: 'Give the command up', onclick: () => this.clear() }, icon('close'));
    this.sendButton = el('button', { type: 'submit', class: 'send', 'aria-label': 'Send' }, icon('send'));
    this.editor = el('div', { class: 'editor' }, this.text);
    root.append(this.panel.node, this.problem, el('div', { class: 'box-row' }, this.slash, this.cancel, this.editor, this.sendButton));

    root.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    root.addEventListener('keydown', (event) => event.key === 'Escape' && this.clear());
    this.text.addEventListener('input', () => this.#onText());
    this.text.addEventListener('focus', () => this.#suggest());
    this.text.addEventListener('blur', () => this.panel.hide());
    this.text.addEventListener('keydown', (event) => this.#onKey(event));
  }

  setCommands(commands, isCoach) {
    this.isCoach = isCoach;
    this.#commands = allCommands(commands);
    if (document.activeElement === this.text) this.#suggest();
  }

  focus() {
    if (this.#fields) this.#fields.focus(this.sendButton);
    else this.text.focus();
  }

  /** Empties the box; where the keyboard is stays as it is. */
  empty() {
    this.#leaveCommand();
    this.text.value = '';
    this.#onText();
    this.panel.hide();
  }

  clear() {
    this.empty();
    this.text.focus();
  }

  setText(text) {
    this.#leaveCommand();
    this.text.value = text;
    this.text.focus();
    this.#onText();
  }

  /** Puts a command in the box by name, ready to be filled in. */
  useCommand(name) {
    const command = this.#commands.find((one) => one.name === name);
    if (command) this.#choose(command);
    else this.setText(`/${name}`);
  }

  say(sentence) {
    this.problem.textContent = sentence;
  }

  #onText() {
    this.problem.textContent = '';
    this.text.rows = Math.min(6, this.text.value.split('\n').length);
    const line = this.#line();
    // What follows the name and is no option is a value: "/exercise bri" and "/checkin squats" go on in a field.
    const option = line?.loose && optionForLoose(line.command);
    if (option && !line.values.has(option.name) && !mayBecomeOption(line.command, line.loose)) {
      this.#choose(line.command, new Map([[option.name, line.loose], ...line.values]));
    } else if (document.activeElement === this.text) {
      this.#suggest();
    }
  }

  #line() {
    return this.text.value.startsWith('/') ? readLine(this.#commands, this.text.value) : null;
  }

  #suggest() {
    const { value } = this.text;
    if (!value.startsWith('/')) return this.panel.hide();
    const line = this.#line();
    if (line?.ended) return this.#showOptions(line);
    const found = matching(this.#commands, value.slice(1));
    if (found.length === 0) {
      const waiting = this.#commands.length === 0 ? 'No bot has told its commands yet.' : 'No command is called that.';
      return this.panel.show(this.text, { title: 'Commands', hint: waiting });
    }
    return this.panel.show(this.text, {
      title: 'Commands', active: 0,
      items: found.map((command) => ({
        label: `/${command.name}`, detail: command.description, tag: !this.isCoach && isForCoaches(command) && 'for coaches',
        pick: () => this.#choose(command),
      })),
    });
  }

  /** While a whole line is typed: which options there are. None is marked, so that Enter sends the line. */
  #showOptions({ command, values }) {
    this.panel.show(this.text, {
      title: `/${command.name}`,
      hint: `${sentence(command.description)} ${command.options.length > 0 ? 'Pick an option, or go on typing.' : 'Ready to send.'}`,
      items: command.options.filter((option) => !values.has(option.name)).map((option) => ({
        label: option.required ? `${option.name} (needed)` : option.name,
        detail: option.description,
        pick: () => this.#choose(command, new Map([...values, [option.name, '']])),
      })),
    });
  }

  #choose(command, values = new Map()) {
    this.#leaveCommand();
    this.text.value = '';
    this.problem.textContent = '';
    this.panel.hide();
    this.#fields = new CommandFields(command, values, {
      panel: this.panel, names: this.names, ask: this.ask,
      send: () => this.#send(),
      leave: () => this.setText(`/${command.name}`),
      changed: () => this.say(''),
    });
    this.editor.replaceChildren(this.#fields.node);
    this.root.classList.add('in-command');
    this.#fields.focus(this.sendButton);
  }

  #leaveCommand() {
    if (!this.#fields) return;
    this.#fields = null;
    this.root.classList.remove('in-command');
    this.editor.replaceChildren(this.text);
  }

  #onKey(event) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (this.panel.move(event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
    } else if (event.key === 'Tab' && !event.shiftKey && this.panel.hasItems) {
      event.preventDefault();
      if (this.panel.active < 0) this.panel.move(1);
      this.panel.pick();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (this.#isWholeLine() || !this.panel.pick()) this.#send();
    }
  }

  /** A line that is complete as it stands is sent, even while the list still offers its command. */
  #isWholeLine() {
    const line = this.#line();
    return line !== null && this.panel.active <= 0 && missing(line.command, line.values).length === 0;
  }

  async #send() {
    const sent = this.#fields ? this.#readFields() : this.#readText();
    if (!sent) return;
    this.clear();
    try {
      const refusal = await this.onsend(sent.request);
      if (refusal && sent.hasWords) this.#bringBack(sent, refusal);
    } catch (error) {
      this.#bringBack(sent, error);
    }
  }

  /** What was typed and refused comes back with its wrong part marked, unless something new has been typed meanwhile. */
  #bringBack(sent, { option, message }) {
    if (this.#fields || this.text.value !== '') return;
    sent.restore();
    this.#fields?.mark(option, message);
    // The panel of the marked field may cover the answer that says why.
    this.say(plainWords(message));
  }

  #readFields() {
    const { command } = this.#fields;
    const values = this.#fields.typed();
    const { options, problem } = this.#fields.read();
    if (problem) {
      this.say(problem);
      return null;
    }
    return { request: { kind: 'command', name: command.name, options }, hasWords: values.size > 0, restore: () => this.#choose(command, values) };
  }

  #readText() {
    const { value } = this.text;
    const line = this.#line();
    if (!value.trim()) return null;
    if (line && missing(line.command, line.values).length > 0) {
      this.#choose(line.command, line.values);
      return null;
    }
    const request = value.startsWith('/')
      ? { kind: 'line', text: value.trim(), name: line?.command.name ?? value.slice(1).split(/\s/)[0] }
      : { kind: 'text', text: value };
    const values = new Map(line?.values);
    if (line?.loose && line.command.options.length > 0) values.set(optionForLoose(line.command).name, line.loose);
    return { request, hasWords: values.size > 0, restore: () => (values.size > 0 ? this.#choose(line.command, values) : this.setText(value)) };
  }
}
