// A form (Discord's modal): a real <dialog>, so focus stays inside it and Escape cancels.

import { el, icon, newId } from './dom.js';
import { markdown } from './message/markdown.js';
import { selectOptions, unknown } from './message/components.js';
import { picker } from './message/picker.js';

/**
 * Opens the form and sends it with submit(values); when that throws, the sentence is shown and what was typed is kept.
 * closed() is called when the form is gone, sent or not.
 */
export function openForm(form, names, { submit, closed }) {
  const fields = [];
  const content = form.components.map((one) => part(one, names, fields));
  const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  const send = el('button', { type: 'submit', class: 'button primary' }, 'Send');
  const titleId = newId('form');
  const body = el('form', { novalidate: true, onsubmit: onSubmit }, content, problem,
    el('div', { class: 'form-end' }, el('button', { type: 'button', class: 'button secondary', onclick: () => dialog.close() }, 'Cancel'), send));
  const dialog = el('dialog', { class: 'form', 'aria-labelledby': titleId, onclose: onClose },
    el('header', {}, el('h2', { id: titleId }, form.title),
      el('button', { type: 'button', class: 'form-close', 'aria-label': 'Cancel', onclick: () => dialog.close() }, icon('close'))),
    body);

  document.body.append(dialog);
  dialog.showModal();
  fields[0]?.focus();

  async function onSubmit(event) {
    event.preventDefault();
    if (send.getAttribute('aria-busy') === 'true') return;
    problem.hidden = true;
    const wrong = fields.filter((field) => !field.check());
    if (wrong.length > 0) {
      wrong[0].focus();
      return;
    }
    send.setAttribute('aria-busy', 'true');
    try {
      await submit(Object.fromEntries(fields.map((field) => [field.customId, field.value()])));
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    } finally {
      send.setAttribute('aria-busy', 'false');
    }
  }

  function onClose() {
    dialog.remove();
    closed();
  }
}

/** Text inputs stand in rows (type 1), each with a label of its own, or in labels (type 18) like selects. */
function part(one, names, fields) {
  if (one.type === 10) return el('div', { class: 'text' }, markdown(one.content, names));
  if (one.type === 1) return one.components.map((inner) => labelled(inner, inner.label, inner.description, names, fields));
  if (one.type === 18) return labelled(one.component, one.label, one.description, names, fields);
  return unknown(one);
}

function labelled(one, label, description, names, fields) {
  const id = newId('input');
  const control = one.type === 4 ? textInput(one, id) : choice(one, label, names);
  if (!control) return unknown(one);
  const wrong = el('p', { class: 'wrong', id: `${id}-wrong`, hidden: true });
  const hint = description && el('p', { class: 'soft', id: `${id}-hint` }, description);
  control.target.setAttribute('aria-describedby', [hint && `${id}-hint`, `${id}-wrong`].filter(Boolean).join(' '));
  fields.push({
    customId: one.custom_id,
    value: control.value,
    focus: () => control.target.focus(),
    check() {
      const sentence = control.problem();
      wrong.textContent = sentence ?? '';
      wrong.hidden = !sentence;
      control.target.setAttribute('aria-invalid', String(Boolean(sentence)));
      return !sentence;
    },
  });
  const needed = one.required !== false && el('span', { class: 'needed' }, ' (needed)');
  const words = one.type === 4 ? el('label', { for: id }, label, needed) : el('p', { class: 'label' }, label, needed);
  return el('div', { class: 'form-field' }, words, hint, control.node, wrong);
}

function textInput(one, id) {
  const input = el(one.style === 2 ? 'textarea' : 'input', {
    id,
    type: one.style === 2 ? null : 'text',
    rows: one.style === 2 ? 4 : null,
    placeholder: one.placeholder,
    maxlength: one.max_length,
    'aria-required': String(one.required !== false),
  });
  input.value = one.value ?? '';
  return {
    node: input,
    target: input,
    value: () => input.value,
    problem() {
      const { length } = input.value.trim();
      if (length === 0) return one.required === false ? null : 'This is needed.';
      if (length < (one.min_length ?? 0)) return `A little more, please: at least ${one.min_length} characters.`;
      return input.value.length > (one.max_length ?? 4000) ? `At most ${one.max_length} characters fit here.` : null;
    },
  };
}

function choice(one, label, names) {
  const options = selectOptions(one, names);
  if (!options) return null;
  const min = one.min_values ?? (one.required === false ? 0 : 1);
  const max = one.max_values ?? 1;
  const node = picker({ label, placeholder: one.placeholder, options, min: 0, max, customId: one.custom_id });
  return {
    node,
    target: node.querySelector('.picker-opener'),
    // The page's API takes texts; several values are one text with commas.
    value: () => node.values().join(','),
    problem() {
      const { length } = node.values();
      if (length >= min || (length === 0 && one.required === false)) return null;
      return min === 1 ? 'Please choose one.' : `Please choose at least ${min}.`;
    },
  };
}
