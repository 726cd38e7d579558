// Every picture the bot can draw, with what a screen reader says of it. Each is drawn when it comes into view.

import { el } from './dom.js';

const list = document.getElementById('pictures');
const themes = [...document.querySelectorAll('input[name=theme]')];
const still = matchMedia('(prefers-reduced-motion: reduce)').matches;

const address = (file, theme) => `page/gallery/${encodeURIComponent(file)}?theme=${theme}`;

function use(theme) {
  document.documentElement.dataset.theme = theme;
  for (const image of list.querySelectorAll('img[data-file]')) image.src = address(image.dataset.file, theme);
}

/** Who wants no motion starts a film by hand. */
function shown({ file, alt }) {
  const image = el('img', { 'data-file': file, alt, loading: 'lazy' });
  if (!still || !file.endsWith('.gif')) return image;
  const button = el('button', { type: 'button', class: 'gallery-play', onclick: () => {
    button.replaceWith(image);
    image.src = address(file, document.documentElement.dataset.theme);
  } }, 'Play the film');
  return button;
}

const figure = (picture) => el('figure', {},
  shown(picture),
  el('figcaption', {}, el('strong', {}, picture.label), el('span', { class: 'soft' }, picture.alt)));

const entry = ({ title, pictures }) => el('section', { class: 'gallery-entry' }, el('h2', {}, title), el('div', { class: 'gallery-row' }, pictures.map(figure)));

async function start() {
  const answer = await fetch('page/gallery');
  const entries = answer.ok ? await answer.json() : [];
  list.replaceChildren(...(entries.length > 0 ? entries.map(entry) : [el('p', {}, 'There are no pictures here.')]));
  list.removeAttribute('aria-busy');
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  for (const radio of themes) {
    radio.checked = radio.value === theme;
    radio.addEventListener('change', () => use(radio.value));
  }
  use(theme);
}

start();
