import { brotliDecompressSync } from 'node:zlib';
import font from './font.json';

/** A letter as drawn once: `top` from the baseline, a byte a pixel from 0 to `shades`. Advances in pixels. */
export type Glyph = {
  advance: number;
  left: number;
  top: number;
  width: number;
  height: number;
  pixels: Uint8Array;
};

export type Face = { glyphs: Map<string, Glyph>; kerning: Map<string, number> };
export type FaceName = keyof typeof font.faces;

export const shades = font.shades;

const unpacked = new Map<FaceName, Face>();

/** Unpacked when a card first needs it. */
export function faceOf(name: FaceName): Face {
  const known = unpacked.get(name);
  if (known) return known;
  const face = unpack(font.faces[name]);
  unpacked.set(name, face);
  return face;
}

/** Atlases count in sixteenths of a pixel. */
const fine = 16;

function unpack({ letters, metrics, pairs, pixels }: (typeof font.faces)[FaceName]): Face {
  const packed = Uint8Array.from(atob(pixels), (character) => character.charCodeAt(0));
  const all = new Uint8Array(brotliDecompressSync(packed));
  const measures = metrics.split(',').map((line) => line.split(' ').map(Number));
  const glyphs = new Map<string, Glyph>();
  let at = 0;
  for (const [index, letter] of [...letters].entries()) {
    const [advance = 0, left = 0, top = 0, width = 0, height = 0] = measures[index] ?? [];
    glyphs.set(letter, {
      advance: advance / fine,
      left,
      top,
      width,
      height,
      pixels: all.subarray(at, at + width * height),
    });
    at += width * height;
  }
  const kerned = pairs === '' ? [] : pairs.split('\n');
  return { glyphs, kerning: new Map(kerned.map((pair) => [pair.slice(0, 2), Number(pair.slice(2)) / fine])) };
}
