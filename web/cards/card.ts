import { type FaceName, type Font, type Glyph, shades } from './font.ts';
import { linesOf, setOf, widthOf } from './lines.ts';
import { encodePng } from './png.ts';

/** The preview picture that apps show where a link is shared. */
export type Card = {
  /** The campaign's color, #rrggbb. */
  accent: string;
  kicker: string;
  title: string;
  /** Below the title; cut off where there is no more room. */
  text: string;
  /** A very large number, with what it counts beside it; null if nothing is counted. */
  figure: { number: string; label: string } | null;
  /** At the bottom, such as the time of the count. */
  foot: string;
};

const size = { width: 1200, height: 630 };
const margin = 64;
const room = size.width - 2 * margin;
const footHeight = 84;

const paper = '#fdfcf9';
const ink = '#1b1a17';
const muted = '#5d5950';
const white = '#ffffff';

/**
 * The palette starts with the paper color. Then each ink has `shades` entries, from faint to full, mixed with its
 * background.
 */
const inks = { ink: 0, muted: 1, accent: 2, white: 3 };
type Ink = keyof typeof inks;

const solid = (name: Ink) => 1 + inks[name] * shades + shades - 1;

type Sheet = { pixels: Uint8Array; font: Font };

export function drawCard({ accent, kicker, title, text, figure, foot }: Card, font: Font): Uint8Array {
  const sheet = { pixels: new Uint8Array(size.width * size.height), font };
  write(sheet, 'text', firstLine(font, kicker), { x: margin, y: 86, color: 'muted' });
  fill(sheet, { x: margin, y: 112, width: room, height: 2 }, solid('ink'));
  fill(sheet, { x: margin, y: 118, width: room, height: 2 }, solid('ink'));
  const lines = linesOf(font.title, title, room, figure ? 3 : 5);
  for (const [index, line] of lines.entries()) {
    write(sheet, 'title', line, { x: margin, y: 190 + index * 68, color: 'ink' });
  }
  const from = 190 + (lines.length - 1) * 68 + 58;
  const left = Math.max(0, Math.floor(((figure ? 370 : 530) - from) / 40) + 1);
  for (const [index, line] of linesOf(font.text, text, room, left).entries()) {
    write(sheet, 'text', line, { x: margin, y: from + index * 40, color: 'ink' });
  }
  if (figure) drawFigure(sheet, figure);
  fill(sheet, { x: 0, y: size.height - footHeight, width: size.width, height: footHeight }, solid('accent'));
  write(sheet, 'text', firstLine(font, foot), {
    x: margin,
    y: size.height - footHeight / 2 + 11,
    color: 'white',
  });
  return encodePng({ ...size, data: pack(sheet.pixels), palette: paletteOf(accent) });
}

/** The large figures have only some characters. A number that needs others is set in the title face. */
function drawFigure(sheet: Sheet, { number, label }: { number: string; label: string }) {
  const { font } = sheet;
  const { glyphs } = font.figure;
  const face = [...number.replace(/\s/g, ' ')].every((letter) => glyphs.has(letter)) ? 'figure' : 'title';
  const baseline = 508;
  write(sheet, face, number, { x: margin, y: baseline, color: 'accent' });
  const from = margin + widthOf(font[face], number) + 28;
  const lines = linesOf(font.text, label, size.width - margin - from, 3);
  for (const [index, line] of lines.entries()) {
    const y = baseline - (lines.length - 1 - index) * 40;
    write(sheet, 'text', line, { x: from, y, color: 'ink' });
  }
}

type At = { x: number; y: number; color: Ink };

function write(sheet: Sheet, name: FaceName, text: string, { x, y, color }: At) {
  let at = x;
  for (const { glyph, kern } of setOf(sheet.font[name], text)) {
    at += kern;
    place(sheet, glyph, { x: Math.round(at) + glyph.left, y: y + glyph.top, color });
    at += glyph.advance;
  }
}

function place({ pixels: drawn }: Sheet, { width, height, pixels }: Glyph, { x, y, color }: At) {
  const first = inks[color] * shades;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const shade = pixels[row * width + column] ?? 0;
      const [left, top] = [x + column, y + row];
      const isInside = left >= 0 && left < size.width && top >= 0 && top < size.height;
      if (shade > 0 && isInside) drawn[top * size.width + left] = first + shade;
    }
  }
}

function fill(
  { pixels }: Sheet,
  box: { x: number; y: number; width: number; height: number },
  color: number,
) {
  for (let row = box.y; row < box.y + box.height; row += 1) {
    pixels.fill(color, row * size.width + box.x, row * size.width + box.x + box.width);
  }
}

function firstLine(font: Font, text: string): string {
  return linesOf(font.text, text, room, 1)[0] ?? '';
}

/** Packs two pixels into each byte. */
function pack(pixels: Uint8Array): Uint8Array {
  return Uint8Array.from({ length: pixels.length / 2 }, (_, index) => {
    return ((pixels[index * 2] ?? 0) << 4) | (pixels[index * 2 + 1] ?? 0);
  });
}

function paletteOf(accent: string): number[][] {
  const shadesOf = (color: string, ground: string) =>
    Array.from({ length: shades }, (_, index) => mixed(color, ground, (index + 1) / shades));
  return [
    rgb(paper),
    ...shadesOf(ink, paper),
    ...shadesOf(muted, paper),
    ...shadesOf(accent, paper),
    ...shadesOf(white, accent),
  ];
}

function mixed(color: string, ground: string, share: number): number[] {
  const under = rgb(ground);
  return rgb(color).map((part, index) => Math.round(part * share + (under[index] ?? 0) * (1 - share)));
}

function rgb(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
