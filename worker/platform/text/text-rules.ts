/** Bidirectional controls are not needed in what people type here, and can reverse the text around them. */
const bidiControls = /[\u061c\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;
/** Includes the replacement character, which stands for bytes that were not UTF-8, so part of the text is lost. */
const controls = /[\p{Cc}\ufffd-\uffff]/u;
/** Marks alone are not visible, and a few letters and symbols look blank. */
const visible = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

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
  return visible.test(text);
}

/** In grapheme clusters, which are close to what people count as characters. */
export function lengthOf(text: string): number {
  return [...text].length;
}
