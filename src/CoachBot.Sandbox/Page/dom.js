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
  warning: 'M12 4L2.8 20h18.4zM12 10v5M12 17.6v.1',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.6v.1',
  undo: 'M8 5L3.5 9.5 8 14M4 9.5h10a5.5 5.5 0 0 1 0 11h-3',
  up: 'M12 19V6M6 12l6-6 6 6',
  left: 'M19 12H6M12 6l-6 6 6 6',
  right: 'M5 12h13M12 6l6 6-6 6',
  phone: 'M6.5 3.5L10 4l1.5 4-2 1.7a12 12 0 0 0 4.8 4.8l1.7-2 4 1.5.5 3.5c-.2 1.7-1.5 3-3 3C10.5 20.5 3.5 13.5 3.5 6.5c0-1.5 1.3-2.8 3-3z',
  again: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9M20 4v5h-5',
  dots: 'M5.5 12h.1M12 12h.1M18.5 12h.1',
  play: 'M7 5l12 7-12 7z',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  edit: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z',
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
