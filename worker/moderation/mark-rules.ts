import { lengthOf, withoutUnseen } from '../platform/text/text-rules.ts';

/** Why a text waits for a moderator even if the campaign shows texts at once. */
export const marks = ['link', 'number', 'long', 'unusual', 'word'] as const;
export type Mark = (typeof marks)[number];

/** In characters. Longer texts wait. */
export const longestAtOnce = 60;

/** A period or colon before a letter, and other signs of a link or an address. */
const link = /:\S|\/\/|\bwww\b|@|\.\p{L}{2,}/iu;
/** Many marks on one letter cover the lines around it. No language writes so many. */
const pile = /\p{M}{3,}/u;
/** Letters and ordinary punctuation. Numbers, symbols and look-alikes of a period are not among them. */
const usual = {
  name: /^[\p{L}\p{M}\s.,'’‘`´"“”()‐‑–—-]*$/u,
  sentence: /^[\p{L}\p{M}\s.,'’‘`´"“”()‐‑–—;:!?¿¡…«»&%$/*-]*$/u,
};

/**
 * Links, numbers and long texts are typical of spam and of insults. They can be hidden by invisible or unusual
 * characters, so everything unusual waits. The folded text is looked at too, because one character can stand for a
 * whole sentence.
 */
export function marksOf(
  text: string,
  { shape, heldWords }: { shape: keyof typeof usual; heldWords: readonly string[] },
): Mark[] {
  const folded = text.normalize('NFKC');
  const solid = folded.replace(/[ \n]/g, '');
  const withoutNumbers = (one: string) => one.replace(/\p{N}/gu, '');
  const isUnusual =
    withoutUnseen(solid) !== solid ||
    !usual[shape].test(withoutNumbers(text)) ||
    !usual[shape].test(withoutNumbers(folded)) ||
    pile.test(folded);
  const found: Record<Mark, boolean> = {
    link: link.test(folded),
    number: /\p{N}/u.test(text) || /\p{N}/u.test(folded),
    long: lengthOf(folded) > longestAtOnce,
    unusual: isUnusual,
    word: heldWords.some((word) => holdsWord(folded, word)),
  };
  return marks.filter((mark) => found[mark]);
}

/** Words of at least this many letters are also found inside others, and with spaces or periods between the letters. */
const longEnoughToSearch = 4;

function holdsWord(text: string, word: string): boolean {
  const wanted = lettersOf(word);
  if (wanted.length >= longEnoughToSearch) return lettersOf(text).includes(wanted);
  return (
    wanted !== '' &&
    plain(text)
      .split(/[^\p{L}]+/u)
      .includes(wanted)
  );
}

function lettersOf(text: string): string {
  return plain(text).replace(/[^\p{L}]/gu, '');
}

/** Without accents, in lower case. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
