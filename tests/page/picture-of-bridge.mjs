// A small PNG made from nothing: the pose of a bridge, so that the stub's card has a picture without a file in the repository.

import { deflateSync } from 'node:zlib';

const width = 720;
const height = 360;
const limbs = [
  // [x1, y1, x2, y2, half the thickness, colour], in tenths of the height, drawn in this order
  [1.4, 8.2, 18.6, 8.2, 0.06, [193, 187, 174]],
  [5.0, 7.75, 8.4, 7.9, 0.24, [148, 178, 190]],
  [5.3, 7.3, 9.6, 5.0, 0.52, [11, 95, 125]],
  [9.6, 5.0, 12.9, 3.9, 0.44, [11, 95, 125]],
  [12.9, 3.9, 13.4, 7.6, 0.34, [11, 95, 125]],
  [13.3, 7.85, 14.6, 7.95, 0.22, [11, 95, 125]],
  [3.9, 7.3, 3.9, 7.3, 0.8, [11, 95, 125]],
];

export function pictureOfBridge() {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const colour = colourAt((x / height) * 10, (y / height) * 10);
      for (let part = 0; part < 3; part += 1) rows[at + part] = colour[part];
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function colourAt(x, y) {
  let colour = [250, 248, 243];
  const softness = 10 / height;
  for (const [x1, y1, x2, y2, half, paint] of limbs) {
    const cover = Math.min(1, Math.max(0, (half - distance(x, y, x1, y1, x2, y2)) / softness + 0.5));
    colour = colour.map((part, index) => Math.round(part + (paint[index] - part) * cover));
  }
  return colour;
}

function distance(x, y, x1, y1, x2, y2) {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}
