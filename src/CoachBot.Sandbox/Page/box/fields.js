// A chosen command in the box: its name, a field for each required option, and a small button for each optional one.

import { el, icon, newId } from '../dom.js';
import { fitting, knownSuggestions, limits, readValue, sentence } from './values.js';

const pause = 150;

export class CommandFields {
  #fields = [];
  #turn = 0;
  #timer;

  /**
   * panel: where hints and suggestions stand. names: the team's roles, channels and members. ask(name, options, focused):
   * the bot's suggestions. send(), leave(), changed(): Enter was pressed, the command is to be given up, something was typed.
   */
  constructor(command, values, { panel, names, ask, send, leave, changed }) {
    Object.assign(this, { command, panel, names, ask, send, leave, changed });
    this.name = el('span', { class: 'command-name' }, `/${command.name}`);
    this.more = el('span', { class: 'more' });
    this.node = el('div', { class: 'command' }, this.name, this.more);
    for (const option of command.options) {
      if (option.required || values.has(option.name)) this.#add(option, values.get(option.name));
    }
    this.#showMore();
  }

  /** Puts the keyboard where something is still to be said; with nothing left, on the button given. */
  focus(sendButton) {
    const open = this.#fields.find((field) => !field.input.value) ?? this.#fields[0];
    if (open) open.input.focus();
    else sendButton.focus();
    if (!open) this.#describe(sendButton);
  }

  /** What was typed, by option, with what was picked kept. */
  typed() {
    return new Map(this.#fields.map((field) => [field.option.name, field.picked ?? field.input.value]));
  }

  /** Marks the field that a refusal is about: the one it names, or whose value it repeats, or that it asks for. */
  mark(option, words) {
    const plain = (text) => text.toLowerCase().replace(/[*_`~\\]/g, '');
    const asks = (one) => new RegExp(`(^|\\W)${one.name}:`).test(words);
    const quoted = [...words.matchAll(/\*\*(.+?)\*\*|`(.+?)`|[“"](.+?)[”"]/g)].map((match) => plain(match[1] ?? match[2] ?? match[3]));
    const repeats = ({ input }) => quoted.some((part) => input.value.trim() && plain(input.value).includes(part));
    const field = this.#fields.find((one) => one.option.name === option) ?? this.#fields.find(repeats) ?? this.#fields.find((one) => asks(one.option));
    const left = !field && this.command.options.find((one) => one.name === option || asks(one));
    if (!field && !left) return;
    const wrong = field ?? this.#add(left);
    this.#showMore();
    wrong.input.setAttribute('aria-invalid', 'true');
    wrong.input.focus();
    wrong.input.select();
  }

  /** { options } to send, or { problem } after marking the field it is about. */
  read() {
    const options = {};
    for (const field of this.#fields) {
      const { option, input, picked } = field;
      if (!input.value.trim() && !option.required) continue;
      const result = picked ? { value: String(picked.value) } : this.#readTyped(option, input.value);
      input.setAttribute('aria-invalid', String(Boolean(result.problem)));
      if (result.problem) {
        input.focus();
        return result;
      }
      options[option.name] = result.value;
    }
    return { options };
  }

  #readTyped(option, text) {
    return text.trim() ? readValue(option, text, this.names) : { problem: sentence(`${option.name} is needed: ${option.description}`) };
  }

  #add(option, value) {
    const id = newId('option');
    const numeric = option.type === 4 || option.type === 10;
    const input = el('input', {
      id, type: 'text', role: 'combobox', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'send',
      inputmode: numeric && !option.choices?.length && 'numeric',
      maxlength: option.max_length, 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.panel.list.id,
      'aria-required': String(Boolean(option.required)), 'aria-describedby': `${id}-hint`,
    });
    const field = { option, input, picked: null };
    field.node = el('span', { class: 'option' },
      el('label', { for: id }, option.name), input,
      el('span', { class: 'unseen', id: `${id}-hint` }, hint(option)),
      !option.required && el('button', { type: 'button', class: 'option-remove', 'aria-label': `Leave out ${option.name}`, onclick: () => this.#remove(field) }, icon('close')));
    if (value && typeof value === 'object') this.#setPicked(field, value);
    else input.value = value ?? '';
    input.addEventListener('focus', () => this.#suggest(field, 0));
    input.addEventListener('input', () => {
      field.picked = null;
      input.removeAttribute('aria-invalid');
      this.changed();
      this.#suggest(field, pause);
    });
    input.addEventListener('blur', () => this.panel.hide());
    input.addEventListener('keydown', (event) => this.#onKey(event, field));
    this.#fields.push(field);
    this.more.before(field.node);
    return field;
  }

  #remove(field) {
    const index = this.#fields.indexOf(field);
    this.#fields.splice(index, 1);
    this.#showMore();
    const next = this.#fields[Math.max(0, index - 1)]?.input ?? this.more.querySelector('button');
    next?.focus();
    field.node.remove();
  }

  #showMore() {
    const unused = this.command.options.filter((option) => !this.#fields.some((field) => field.option === option));
    this.more.replaceChildren(...unused.map((option) => {
      const button = el('button', {
        type: 'button', class: 'add', title: option.description, 'aria-label': `Add ${option.name}: ${option.description}`,
        onclick: () => {
          const field = this.#add(option);
          this.#showMore();
          field.input.focus();
        },
      }, `+ ${option.name}`);
      button.addEventListener('focus', () => this.panel.show(button, { title: option.name, hint: hint(option) }));
      button.addEventListener('blur', () => this.panel.hide());
      return button;
    }));
  }

  #onKey(event, field) {
    const { input, option } = field;
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (this.panel.move(event.key === 'ArrowDown' ? 1 : -1)) event.preventDefault();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!this.panel.pick()) this.#goOnOrSend(field);
    } else if (event.key === 'Tab' && !event.shiftKey && input.value && !field.picked) {
      // Takes the marked suggestion and goes on to the next field, as Tab does anyway.
      if (this.panel.pick() && document.activeElement !== input) event.preventDefault();
    } else if (event.key === 'Backspace' && input.value === '') {
      event.preventDefault();
      if (!option.required) this.#remove(field);
      else if (field === this.#fields[0]) this.leave();
      else this.#fields[this.#fields.indexOf(field) - 1].input.focus();
    }
  }

  /** Enter in a filled field goes on to what is still needed. */
  #goOnOrSend(field) {
    const open = field.input.value.trim() && this.#fields.find((one) => one.option.required && !one.input.value.trim());
    if (open) open.input.focus();
    else this.send();
  }

  /** Shows what fits; asks the bot after a short pause, and drops answers that a later key press has overtaken. */
  #suggest(field, wait) {
    const { option, input } = field;
    this.#turn += 1;
    const turn = this.#turn;
    clearTimeout(this.#timer);
    const title = `${option.name}${option.required ? '' : ' (optional)'}`;
    const show = (suggestions, words) => this.panel.show(input, {
      title, hint: words, active: 0,
      items: field.picked ? [] : suggestions.map((one) => ({ label: one.name, pick: () => this.#pick(field, one) })),
    });
    const known = knownSuggestions(option, this.names);
    if (known) return show(fitting(known, input.value), hint(option));
    if (!option.autocomplete) return show([], hint(option));
    if (wait === 0 || this.panel.node.hidden) show([], hint(option));
    this.#timer = setTimeout(async () => {
      const words = { ...this.#sofar(), [option.name]: input.value };
      const [choices, note] = await this.ask(this.command.name, words, option.name).then((list) => [list, null], (error) => [[], error.message]);
      if (turn !== this.#turn || document.activeElement !== input) return;
      const nothing = choices.length === 0 && input.value ? `Nothing fits “${input.value}”. ${sentence(hint(option))}` : hint(option);
      show(choices, note ?? nothing);
    }, wait);
    return undefined;
  }

  #sofar() {
    return Object.fromEntries(this.#fields.filter(({ input }) => input.value)
      .map(({ option, input, picked }) => [option.name, String(picked?.value ?? input.value)]));
  }

  #pick(field, choice) {
    this.#setPicked(field, choice);
    const open = this.#fields.find((one) => !one.input.value);
    if (open) open.input.focus();
    else this.#suggest(field, 0);
  }

  #setPicked(field, choice) {
    field.picked = choice;
    field.input.value = choice.name;
    field.input.removeAttribute('aria-invalid');
  }

  #describe(owner) {
    this.panel.show(owner, { title: `/${this.command.name}`, hint: `${sentence(this.command.description)} Ready to send.` });
    owner.addEventListener('blur', () => this.panel.hide(), { once: true });
  }
}

function hint(option) {
  return [option.description, limits(option)].filter(Boolean).join(', ');
}
