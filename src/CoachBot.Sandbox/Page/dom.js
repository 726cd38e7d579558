// Building nodes. Text only ever becomes a text node, so whatever people type stays text.

/** Makes an element. Properties named on… are listeners; null and false are left out; strings among the children become text. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value == null || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return node;
}

const paths = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  send: 'M5 12h13M12 6l6 6-6 6',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4',
  out: 'M9 6h9v9M18 6L7 17',
  check: 'M5 12.5l4.5 4.5L19 7.5',
};

/** A small line drawing; it says nothing that the words beside it do not. */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

let lastId = 0;

/** An id for a node that another one has to point at. */
export function newId(word) {
  lastId += 1;
  return `${word}-${lastId}`;
}
