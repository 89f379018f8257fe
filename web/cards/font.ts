import { brotliDecompressSync } from 'node:zlib';

/** The number of shades of a pixel besides "none"; the last one is the full color. */
export const shades = 3;

/**
 * A letter as drawn in advance: `top` is measured from the baseline, `pixels` has one byte a pixel, from 0 to `shades`.
 * Advances are in pixels.
 */
export type Glyph = {
  advance: number;
  left: number;
  top: number;
  width: number;
  height: number;
  pixels: Uint8Array;
};

export type Face = { glyphs: Map<string, Glyph>; kerning: Map<string, number> };
export type FaceName = 'title' | 'figure' | 'text';
export type Font = Record<FaceName, Face>;

/** The format of public/card-font.json, written by font-atlas.ts. Advances are in sixteenths of a pixel. */
export type PackedFace = { letters: string; metrics: string; pairs: string; pixels: string };
export type PackedFont = Record<FaceName, PackedFace>;

const fine = 16;

export function openFont({ title, figure, text }: PackedFont): Font {
  return { title: unpack(title), figure: unpack(figure), text: unpack(text) };
}

function unpack({ letters, metrics, pairs, pixels }: PackedFace): Face {
  const packed = Uint8Array.from(atob(pixels), (character) => character.charCodeAt(0));
  const all = new Uint8Array(brotliDecompressSync(packed));
  const measures = metrics.split(',').map((line) => line.split(' ').map(Number));
  const glyphs = new Map<string, Glyph>();
  let at = 0;
  for (const [index, letter] of [...letters].entries()) {
    const [advance = 0, left = 0, top = 0, width = 0, height = 0] = measures[index] ?? [];
    const own = all.subarray(at, at + width * height);
    glyphs.set(letter, { advance: advance / fine, left, top, width, height, pixels: own });
    at += width * height;
  }
  const kerned = pairs === '' ? [] : pairs.split('\n');
  return { glyphs, kerning: new Map(kerned.map((pair) => [pair.slice(0, 2), Number(pair.slice(2)) / fine])) };
}
