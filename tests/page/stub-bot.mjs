// What the stub's bot answers: one canned reply of each kind the page has to show.

import { bot, exercises } from './stub-world.mjs';

const button = (style, custom_id, label, emoji) => ({ type: 2, style, custom_id, label, ...(emoji && { emoji: { name: emoji } }) });
const row = (...components) => ({ type: 1, components });

export function suggest(name, options, focused) {
  const typed = (options[focused] ?? '').toLowerCase();
  const all = name === 'exercise' ? exercises : ['Tue,Thu', 'Mon,Wed', 'Mon,Wed,Fri'];
  return all.filter((one) => one.toLowerCase().includes(typed)).map((one) => ({ name: one, value: one.toLowerCase() }));
}

/** The reply to a command: { content, embeds, …, flags }, { form }, { later } or null for no answer at all. */
export function answer(name, options) {
  switch (name) {
    case 'exercise': return exerciseCard(options);
    case 'checkin': return checkIn(options);
    case 'ladder': return { content: 'Step 1 of 9', components: [row(button(2, 'down-1', 'Step down'), button(1, 'up-1', 'Step up'))], flags: 64 };
    case 'film': return { flags: 64, attachments: ['film.gif'], embeds: [{ title: 'In motion', image: { url: 'attachment://film.gif' } }] };
    case 'Wave at': return { content: `waves at ${options.target}` };
    case 'Read aloud': return { content: `reads ${options.target}` };
    case 'progress': return { later: { content: '**3 of 4 weeks** had two sessions or more. Keep that rhythm.', embeds: [weeks] } };
    case 'goal': return { form: goalForm };
    case 'strength-day add': return { content: `Strength days: **${options.days}** at ${options.time}${options.role ? ` for <@&${options.role}>` : ''}. The next reminder comes <t:1900000000:F>.` };
    case 'strength-day list': return { content: 'Nothing is set yet. Try </strength-day add:1>.', flags: 64 };
    default: return null;
  }
}

// As Discord sends it back: the address is filled in, and the picture is no longer among the attachments.
const weeks = { title: 'Your weeks', image: { url: '/cdn/weeks.png', width: 720, height: 360, description: 'Four bars, three of them full' } };

function exerciseCard(options) {
  return {
    flags: options.share === 'everyone' ? 0 : 64,
    attachments: ['bridge.png'],
    embeds: [{
      title: 'Bridge',
      description: '**Basic**\n**You need:** a mat\nStrong hips push behind every stride and keep the pelvis level.',
      color: 0x2e8b57,
      fields: [
        { name: 'Sets', value: '2-3', inline: true },
        { name: 'Reps', value: '10-15', inline: true },
        { name: 'Rest', value: '60 s', inline: true },
        { name: 'Steps', value: '1. Lie on your back, feet flat, knees bent.\n2. Press through the heels and lift the hips.\n3. Stop when shoulder, hip and knee are in line.' },
        { name: 'Think of', value: '- Ribs down\n- Heels heavy\n- Squeeze, then lift' },
        { name: 'If it goes wrong', value: '- Lower back arches → lift a little less\n- Hamstrings cramp → feet closer' },
        { name: 'Stop if', value: '- Something hurts\n- You feel it in your back' },
      ],
      image: { url: 'attachment://bridge.png' },
      footer: { text: 'Something hurts? Stop, and tell your coach or therapist.' },
    }],
    components: [row(button(1, 'more', 'Next step up'), button(2, 'cues', 'Cues'), { type: 2, style: 5, url: 'https://example.org/bridge', label: 'Read more' })],
  };
}

const noLinks = 4;

function checkIn(options) {
  if (options.what?.includes('25:99')) return { flags: 64 | noLinks, content: 'I could not read **25:99** as a time. Write it as minutes:seconds, such as 1:30.' };
  if (options.what?.includes('forever')) return { flags: 64 | noLinks, content: 'How long was it? Add minutes: and a number.' };
  const detail = [options.minutes && `${options.minutes} min`, options.effort].filter(Boolean).join(', ');
  return {
    flags: 64,
    content: `✅ Logged${options.what ? ` ${options.what}` : ''}${detail ? `: ${detail}` : ''}. That is **1 of 2** this week.`,
    components: [
      row(button(3, 'edit', 'Add details', '📝'), button(2, 'undo', 'Undo')),
      row({ type: 3, custom_id: 'effort', placeholder: 'How hard was it?', options: [
        { label: 'Easy', value: 'easy', description: 'Could have done a lot more' },
        { label: 'Right', value: 'right', description: 'Two or three more were in it' },
        { label: 'Hard', value: 'hard', description: 'The last one was slow' },
      ] }),
    ],
  };
}

const goalForm = {
  title: 'What you work on',
  custom_id: 'goal',
  components: [
    row({ type: 4, custom_id: 'title', label: 'In one line', style: 1, required: true, min_length: 3, max_length: 40, placeholder: 'A steady side plank' }),
    { type: 18, label: 'How you will know', description: 'Something one can see or count', component: { type: 4, custom_id: 'sign', style: 2, required: false, max_length: 200 } },
    { type: 18, label: 'Until when', component: { type: 3, custom_id: 'when', required: true, options: [{ label: 'In four weeks', value: '4' }, { label: 'In six weeks', value: '6' }] } },
  ],
};

/** What a press or a choice does: { update }, { form }, { reply }, {} for nothing yet, or null for no answer. */
export function react(customId, values) {
  const step = /^(up|down)-(\d)$/.exec(customId);
  if (step) {
    const now = Number(step[2]) + (step[1] === 'up' ? 1 : -1);
    return { update: { content: `Step ${now} of 9`, components: [row(button(2, `down-${now}`, 'Step down'), button(1, `up-${now}`, 'Step up'))] } };
  }
  switch (customId) {
    case 'undo': return { update: { content: '↩️ Taken back. Nothing is logged.', components: [] } };
    case 'effort': return { update: { content: `Logged as **${values[0]}**. That is **1 of 2** this week.` } };
    case 'edit': return { form: goalForm };
    case 'cues': return { reply: { flags: 64, content: '- Ribs down\n- Heels heavy\n- Squeeze, then lift' } };
    default: return null;
  }
}

export function received(values) {
  return { flags: 64, content: `Saved: **${values.title}**, in ${values.when} weeks.` };
}

export const author = { id: bot.id, username: bot.name, bot: true };
