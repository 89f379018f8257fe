import type { Language } from '../../../web/language.ts';
/** What was not kept as it stood, and where. */
export type LeftOut = { path: string; why: string };

export type Words = { en: string; es: string };

/** What an import has met so far. */
export type Import = {
  leftOut: LeftOut[];
  /** The language of texts that stand alone. */
  language: Language;
};

export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function arrayIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Of another name, an id that no other has: `taken` learns it. */
export function idOf(name: unknown, otherwise: string, taken: Set<string>): string {
  const plain = String(name ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const base = plain.slice(0, 36).replace(/-$/, '') || otherwise;
  const isFree = (id: string) => !taken.has(id) && !(id in {});
  let id = plain.length <= 40 && plain !== '' ? plain : base;
  for (let n = 2; !isFree(id); n++) id = `${base}-${n}`;
  taken.add(id);
  return id;
}

type Wanted = { path: string; longest: number; otherwise: Words };

/** In both languages; one stands in for the other where that is missing. */
export function wordsOf(value: unknown, { path, longest, otherwise }: Wanted, into: Import): Words {
  const written = isJson(value) ? value : { default: value };
  const alone = lineOf(written.default);
  const en = lineOf(written.en) || (into.language === 'en' ? alone : '');
  const es = lineOf(written.es) || (into.language === 'es' ? alone : '');
  if (!en && !es && !alone) return otherwise;
  const words = { en: en || es || alone, es: es || en || alone };
  // A number reads the same.
  if (!/\p{L}/u.test(words.en + words.es))
    return { en: cutTo(words.en, longest), es: cutTo(words.es, longest) };
  if (!es) into.leftOut.push({ path, why: 'has no Spanish: the English stands in for it' });
  if (!en) into.leftOut.push({ path, why: 'has no English: the Spanish stands in for it' });
  if (/\{[^{}]+\}/.test(words.en + words.es)) {
    into.leftOut.push({ path, why: 'holds an answer in braces, which is not filled in here' });
  }
  const cut = { en: cutTo(words.en, longest), es: cutTo(words.es, longest) };
  if (cut.en !== words.en || cut.es !== words.es) {
    into.leftOut.push({ path, why: `is cut to ${longest} characters` });
  }
  return cut;
}

function lineOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}

/** In the units that a kit counts in, without half of a character at the end. */
export function cutTo(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > longest) break;
    cut += character;
  }
  return cut.trim();
}
