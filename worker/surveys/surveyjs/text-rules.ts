import type { Language } from '../../../web/language.ts';

/** What an import changed or left out, and where. */
export type LeftOut = { path: string; why: string };

export type Words = { en: string; es: string };

/** The state of an import. */
export type Import = {
  leftOut: LeftOut[];
  /** The language of texts without a language; null if it is one that a kit does not have. */
  language: Language | null;
  /** The same as the file says it. */
  locale: string;
  /** Languages whose texts are not kept. */
  lost: Set<string>;
  /** The third language of texts that stand in both places, because nothing else was written. */
  stood: Set<string>;
};

/** `es-MX` is Spanish, and no locale means English. */
export function languageOf(locale: unknown): Language | null {
  const [language = ''] = String(locale || 'en')
    .toLowerCase()
    .split(/[-_]/);
  return language === 'en' || language === 'es' ? language : null;
}

export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function arrayIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Makes a unique id from a name and adds it to `taken`. */
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

/** The texts in both languages; if one is missing, the other replaces it. HTML becomes plain text. */
export function wordsOf(value: unknown, { path, longest, otherwise }: Wanted, into: Import): Words {
  const { en, es, alone } = writtenIn(value, into);
  if (!en && !es && !alone) return otherwise;
  if (into.language === null && isInLanguage(alone)) (en || es ? into.lost : into.stood).add(into.locale);
  const words = { en: en || es || alone, es: es || en || alone };
  const cut = { en: cutTo(words.en, longest), es: cutTo(words.es, longest) };
  // A number is the same in both languages.
  if (!isInLanguage(words.en + words.es)) return cut;
  // If all texts are in a third language, this is reported only once.
  const isTold = en !== '' || es !== '' || into.language !== null;
  const tell = (is: boolean, why: string) => is && into.leftOut.push({ path, why });
  tell(isTold && !es, 'has no Spanish: the English stands in for it');
  tell(isTold && !en, 'has no English: the Spanish stands in for it');
  tell(/\{[^{}]+\}/.test(words.en + words.es), 'holds an answer in braces, which is not filled in here');
  tell(cut.en !== words.en || cut.es !== words.es, `is cut to ${longest} characters`);
  return cut;
}

function isInLanguage(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** `alone` is the text without a language. */
function writtenIn(value: unknown, { language, lost }: Import): Words & { alone: string } {
  const written = isJson(value) ? value : { default: value };
  for (const key of Object.keys(written)) {
    if (key !== 'default' && languageOf(key) === null) lost.add(key);
  }
  const alone = lineOf(written.default);
  const ofOne = (one: Language) => lineIn(written, one) || (language === one ? alone : '');
  return { en: ofOne('en'), es: ofOne('es'), alone };
}

function lineIn(written: Json, language: Language): string {
  const keys = [
    language,
    ...Object.keys(written).filter((key) => key !== 'default' && languageOf(key) === language),
  ];
  return keys.map((key) => lineOf(written[key])).find((line) => line !== '') ?? '';
}

function lineOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? plainOf(String(value)).trim()
    : '';
}

const unread = /<(script|style)\b[^>]*>.*?<\/\1\s*>|<!--.*?-->/gis;
const breaking = /<\/?(?:br|p|div|li|ul|ol|h[1-6]|tr|td|table|hr)\b[^>]*>/gi;
const tag = /<\/?[a-z][^<>]*>/gi;

/** The text without HTML tags, with entities replaced by their characters. */
export function plainOf(text: string): string {
  if (!/<[a-z/!]|&[a-z#]/i.test(text)) return text;
  return text
    .replace(unread, ' ')
    .replace(breaking, ' ')
    .replace(tag, '')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => characterOf(name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  aacute: 'á',
  eacute: 'é',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  iquest: '¿',
  iexcl: '¡',
};

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(entities, name) ? entities[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

/** Measured as kits measure it, without cutting a character in half. */
export function cutTo(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > longest) break;
    cut += character;
  }
  return cut.trim();
}
