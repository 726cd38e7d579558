// What people do with the bot, and what comes back: commands, buttons, choices and forms.

import { interact, postMessage } from './api.js';
import { openForm } from './form.js';
import { controlAt, placeOf } from './log.js';
import { problemLine } from './message/message.js';

const thinking = 128;
const onlyYou = 64;
const noLinks = 4;
// An answer that comes at once needs no "is thinking" before it.
const patience = 250;

let lastLocal = 0;

export class Interactions {
  /** page: { where(), bot(), names, put(message), drop(id), find(id), focusBox() }. */
  constructor(page) {
    this.page = page;
  }

  /**
   * Sends what was typed in the box. Throws when it was refused, and answers with { message } when the bot refused it or did not answer,
   * so that the box can keep it.
   */
  async send({ name, ...request }) {
    const { as, channel_id } = this.page.where();
    if (request.kind === 'text') {
      this.page.put(await postMessage(as, channel_id, request.text));
      return null;
    }
    const placeholder = this.#placeholder(name, channel_id);
    const timer = setTimeout(() => this.page.put(placeholder), patience);
    try {
      const body = request.kind === 'command' ? { ...request, name } : request;
      const outcome = await interact({ as, channel_id, ...body });
      clearTimeout(timer);
      if (outcome.outcome === 'failed') {
        this.page.put({ ...placeholder, flags: onlyYou, problem: outcome.error });
        return { message: outcome.error };
      }
      this.page.drop(placeholder.id);
      this.#take(outcome, channel_id);
      return refusal(outcome.message);
    } catch (error) {
      clearTimeout(timer);
      this.page.drop(placeholder.id);
      throw error;
    }
  }

  /** Uses a command of the menu on a person or a message. */
  async use(command, target_id) {
    const request = { kind: 'menu', name: command.name, command_id: command.id, target_id };
    await this.send(request).catch((error) => this.page.put({ ...this.#placeholder(command.name, this.page.where().channel_id), flags: onlyYou, problem: error.message }));
  }

  async complete(name, options, focused) {
    const { as, channel_id } = this.page.where();
    const outcome = await interact({ kind: 'autocomplete', as, channel_id, name, options, focused });
    if (outcome.outcome === 'failed') throw new Error(outcome.error);
    return outcome.choices ?? [];
  }

  /** A button was pressed or a choice made under a message. */
  async act(message, control, request) {
    const article = this.page.find(message.id);
    if (!article || article.getAttribute('aria-busy') === 'true') return;
    const { as } = this.page.where();
    setBusy(article, control, true);
    try {
      const outcome = await interact({ as, channel_id: message.channel_id, message_id: message.id, ...request });
      if (outcome.outcome === 'failed') this.#complain(message.id, outcome.error);
      else this.#take(outcome, message.channel_id);
    } catch (error) {
      this.#complain(message.id, error.message);
    } finally {
      setBusy(article, control, false);
    }
  }

  #take(outcome, channel_id) {
    if (outcome.message) this.page.put(outcome.message);
    if (outcome.outcome === 'form') this.#openForm(outcome, channel_id);
  }

  #openForm(form, channel_id) {
    const before = document.activeElement;
    const entry = before?.closest('.entry');
    const place = entry && placeOf(entry, before);
    openForm(form, this.page.names, {
      submit: async (values) => {
        const { as } = this.page.where();
        const outcome = await interact({ kind: 'form', as, channel_id, form_id: form.form_id, values });
        if (outcome.outcome === 'failed') throw new Error(outcome.error);
        this.#take(outcome, channel_id);
      },
      closed: () => {
        // The message may have been drawn anew under the form.
        const article = entry && this.page.find(entry.message.id);
        const back = before?.isConnected && before !== document.body ? before : article && controlAt(article.closest('.entry'), place);
        if (back) back.focus();
        else this.page.focusBox();
      },
    });
  }

  #complain(messageId, sentence) {
    const article = this.page.find(messageId);
    article?.querySelector('.problem')?.remove();
    article?.querySelector('.body').append(problemLine(sentence));
  }

  #placeholder(name, channel_id) {
    lastLocal += 1;
    const { id, name: username } = this.page.bot();
    return {
      id: `local-${lastLocal}`,
      channel_id,
      author: { id, username, bot: true },
      timestamp: new Date().toISOString(),
      content: '',
      flags: thinking | onlyYou,
      interaction_metadata: { name, user: { id: this.page.names.me().id, username: this.page.names.me().name } },
    };
  }
}

/** A bot refuses in a message for this person alone, whose links are not shown as cards: it repeats what was typed. */
function refusal(message) {
  const refused = onlyYou | noLinks;
  return message && (message.flags & refused) === refused ? { message: message.content } : null;
}

/** The controls stay reachable while waiting, so that the keyboard does not lose its place; they just do nothing. */
function setBusy(article, control, busy) {
  article.setAttribute('aria-busy', String(busy));
  control.classList.toggle('waiting', busy);
  for (const one of article.querySelectorAll('[data-custom-id]')) one.setAttribute('aria-disabled', String(busy));
  if (busy) article.querySelector('.problem')?.remove();
}
