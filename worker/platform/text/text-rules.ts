/** Bidirectional controls are not needed in what people type here, and can reverse the text around them. */
const bidiControls = /[\u061c\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;
/** Includes the replacement character, which stands for bytes that were not UTF-8, so part of the text is lost. */
const controls = /[\p{Cc}\ufffd-\uffff]/u;
/**
 * Invisible characters: spaces, controls, what Unicode calls ignorable (zero-width, bidi, variation selectors, tags,
 * Hangul fillers), and characters that are drawn as nothing, such as the blanks of Braille, Khitan, hieroglyphs and
 * musical notation, and the object replacement character.
 */
const unseen =
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Cc}\p{White_Space}\u2800\u{16fe4}\u{13441}\u{13442}\u{1d159}\ufffc]/gu;
/** Marks alone are not visible. */
const visible = /[^\p{C}\p{Z}\p{M}]/u;

export function tidyLine(typed: string): string {
  return typed
    .replace(bidiControls, '')
    .replace(/[\s\u0085]+/g, ' ')
    .trim();
}

/** For a text of several lines. */
export function tidyText(typed: string): string {
  return typed.replace(bidiControls, '').replace(/\r\n?/g, '\n').replaceAll('\t', ' ').trim();
}

/** Has no control characters except line breaks. */
export function isPlain(text: string): boolean {
  return !controls.test(text.replaceAll('\n', ''));
}

export function isVisible(text: string): boolean {
  return visible.test(withoutUnseen(text));
}

/** Without invisible characters, spaces among them. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '');
}

/** In grapheme clusters, which are close to what people count as characters. */
export function lengthOf(text: string): number {
  return [...text].length;
}
