import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { type PackedFace, shades } from './cards/font.ts';

// node web/font-atlas.ts draws the letters of the social cards in Chromium and writes them to
// web/public/card-font.json, which is committed. The Worker only places these images side by side: it has no room for a
// font and a font renderer.
const letters = [
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  'ÁÉÍÓÚÜÑáéíóúüñ',
  ' .,:;!?¡¿…-–—’‘“”«»\'"()/%$&#@+·ºª',
].join('');
const faces = {
  title: { font: 'bold 60px "Liberation Serif"', letters, kerned: true },
  figure: { font: 'bold 150px "Liberation Serif"', letters: '0123456789,.% $', kerned: false },
  text: { font: '30px "Liberation Sans"', letters, kerned: false },
};
type Glyph = { letter: string; advance: number; box: [number, number, number, number]; pixels: number[] };
type Drawn = { glyphs: Glyph[]; pairs: [string, number][] };

/** Runs in the page. Advances are in sixteenths of a pixel. A box is left, top (from the baseline), width, height. */
const draw = `({ font, letters, kerned, shades }) => {
  const size = 300;
  const at = 60;
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.font = font;
  const sixteenths = (width) => Math.round(width * 16);
  const glyphs = [...letters].map((letter) => {
    context.clearRect(0, 0, size, size);
    context.fillText(letter, at, size - at * 1.2);
    const { data } = context.getImageData(0, 0, size, size);
    const shade = (x, y) => Math.round((data[(y * size + x) * 4 + 3] / 255) * shades);
    let [left, top, right, bottom] = [size, size, -1, -1];
    for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) {
      if (shade(x, y) === 0) continue;
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
    const advance = sixteenths(context.measureText(letter).width);
    if (right < 0) return { letter, advance, box: [0, 0, 0, 0], pixels: [] };
    const pixels = [];
    for (let y = top; y <= bottom; y += 1) for (let x = left; x <= right; x += 1) pixels.push(shade(x, y));
    const box = [left - at, top - (size - at * 1.2), right - left + 1, bottom - top + 1];
    return { letter, advance, box, pixels };
  });
  const alone = new Map(glyphs.map(({ letter, advance }) => [letter, advance]));
  const pairs = [];
  if (kerned) for (const one of letters) for (const two of letters) {
    const kern = sixteenths(context.measureText(one + two).width) - alone.get(one) - alone.get(two);
    if (Math.abs(kern) > 8) pairs.push([one + two, kern]);
  }
  return { glyphs, pairs };
}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-lcd-text'],
});
const page = await browser.newPage();
const entries: [string, PackedFace][] = [];
for (const [name, face] of Object.entries(faces)) {
  const drawn = await page.evaluate<Drawn>(`(${draw})(${JSON.stringify({ ...face, shades })})`);
  entries.push([name, packed(drawn)]);
}
await browser.close();
const path = join(import.meta.dirname, 'public/card-font.json');
writeFileSync(path, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);

/** One byte a pixel, one glyph after another: this order compresses best. */
function packed({ glyphs, pairs }: Drawn): PackedFace {
  return {
    letters: glyphs.map(({ letter }) => letter).join(''),
    metrics: glyphs.map(({ advance, box }) => [advance, ...box].join(' ')).join(','),
    pairs: pairs.map(([letters, kern]) => `${letters}${kern}`).join('\n'),
    pixels: brotliCompressSync(Uint8Array.from(glyphs.flatMap(({ pixels }) => pixels))).toString('base64'),
  };
}
