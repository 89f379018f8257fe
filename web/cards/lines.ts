import { asDrawn } from './fold-rules.ts';
import type { Face, Glyph } from './font.ts';

/** The glyphs of a text with their kerning. A letter that the font lacks is replaced by plain letters or left out. */
export function setOf({ glyphs, kerning }: Face, text: string): { glyph: Glyph; kern: number }[] {
  const drawn = (letter: string) => glyphs.has(letter);
  const known = [...text.replace(/\s/g, ' ')].flatMap((letter) => asDrawn(letter, drawn) ?? []);
  return known.map((letter, index) => ({
    glyph: glyphs.get(letter)!,
    kern: kerning.get((known[index - 1] ?? '') + letter) ?? 0,
  }));
}

export function widthOf(face: Face, text: string): number {
  return setOf(face, text).reduce((width, { glyph, kern }) => width + kern + glyph.advance, 0);
}

/** At most `most` lines. If text is left out, the last line ends with an ellipsis. */
export function linesOf(face: Face, text: string, width: number, most: number): string[] {
  if (most === 0) return [];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || widthOf(face, longer) <= width) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  const isCut = lines.length > most;
  return lines
    .slice(0, most)
    .map((one, index) => shortened(face, one, width, isCut && index === most - 1 ? '…' : ''));
}

function shortened(face: Face, line: string, width: number, end: string): string {
  if (widthOf(face, line + end) <= width) return line + end;
  let shorter = line;
  while (shorter !== '' && widthOf(face, `${shorter}…`) > width) shorter = shorter.slice(0, -1);
  return `${shorter.trimEnd()}…`;
}
