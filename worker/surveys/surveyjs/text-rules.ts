import type { Language } from '../../../web/language.ts';
import { withoutUnreadable } from '../../kits/character-rules.ts';
import { isPlaceholder } from '../../kits/placeholder-rules.ts';
import { isVisible } from '../../platform/text/text-rules.ts';

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

type Wanted = { path: string; longest: number; otherwise: Words; mayBreak?: boolean };

/**
 * The texts in both languages; if one is missing, the other replaces it. HTML becomes plain text. What a kit would
 * refuse, such as a placeholder, counts as missing.
 */
export function wordsOf(value: unknown, wanted: Wanted, into: Import): Words {
  const { path, longest, otherwise } = wanted;
  const written = writtenIn(value, into);
  const { en, es, alone, unfit } = fitIn(written, wanted);
  const isMissing = `${en}${es}${alone}` === '';
  const tell = (is: boolean, why: string) => is && into.leftOut.push({ path, why });
  tell(
    unfit !== '' || (isMissing && isWritten(value)),
    `is left out, because it has no words for readers${unfit}`,
  );
  if (isMissing) return otherwise;
  const isOnlyAlone = en === '' && es === '';
  if (into.language === null && isInLanguage(alone)) (isOnlyAlone ? into.stood : into.lost).add(into.locale);
  const words = { en: en || es || alone, es: es || en || alone };
  // A number is the same in both languages.
  if (!isInLanguage(words.en + words.es)) return words;
  // If all texts are in a third language, this is reported only once.
  const isTold = !isOnlyAlone || into.language !== null;
  tell(isTold && !es, 'has no Spanish: the English stands in for it');
  tell(isTold && !en, 'has no English: the Spanish stands in for it');
  tell(/\{[^{}]+\}/.test(words.en + words.es), 'holds an answer in braces, which is not filled in here');
  tell(isLonger(written, wanted), `is cut to ${longest} characters`);
  return words;
}

type Written = Words & { alone: string };

/** The texts as a kit takes them, cut to their length. `unfit` names one that it would refuse. */
function fitIn(written: Written, wanted: Wanted): Written & { unfit: string } {
  const fit = { ...written, unfit: '' };
  for (const key of ['en', 'es', 'alone'] as const) {
    const text = cutTo(lineBreaking(written[key], wanted), wanted.longest);
    fit[key] = isFit(text) ? text : '';
    if (isVisible(text) && !isFit(text)) fit.unfit = `: ${text}`;
  }
  return fit;
}

/** Whether the file has a text, such as HTML that consists of a picture only. */
function isWritten(value: unknown): boolean {
  const texts = isJson(value) ? Object.values(value) : [value];
  return texts.some((text) => typeof text === 'string' && text.trim() !== '');
}

/** Whether a kit takes the text as words for readers. */
function isFit(text: string): boolean {
  return isVisible(text) && !isPlaceholder(text);
}

/** A technical name that stands in for missing words; empty if readers could not use it either. */
export function nameFor(name: string, longest: number): string {
  const line = cutTo(withoutUnreadable(plainOf(name)).replace(/\s+/g, ' ').trim(), longest);
  return isFit(line) ? line : '';
}

function isLonger(written: Written, wanted: Wanted): boolean {
  return Object.values(written).some((text) => lineBreaking(text, wanted).length > wanted.longest);
}

function lineBreaking(text: string, { mayBreak = false }: Wanted): string {
  return mayBreak ? text : text.replace(/\s+/g, ' ');
}

function isInLanguage(text: string): boolean {
  return /\p{L}/u.test(text);
}

/** `alone` is the text without a language. */
function writtenIn(value: unknown, { language, lost }: Import): Written {
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
    ? withoutUnreadable(plainOf(String(value))).trim()
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
