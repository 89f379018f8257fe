import { formatInstant, formatNumber, type Language, message, type Text } from '../../web/language.ts';
import { districtsIn } from '../places/rules.ts';
import type { ActFacts } from './act-rules.ts';
import type { NamedSection } from './console-section.ts';
import { factCopy } from './pages/fact-copy.ts';
import { plainWords } from './sections.ts';

type Words = ReadonlyMap<string, string>;
export type FactWords = { keys: Words; codes: Words; hidden: ReadonlySet<string> };
type Reader = { language: Language; timeZone: string; hasDistricts: boolean };

/** The common words for the facts of acts, with those of the section. An undo can be of any section. */
export function factWordsOf(
  sections: readonly NamedSection[],
  { kind, undoes }: { kind: string; undoes: string | null },
  language: Language,
): FactWords {
  const own = sections
    .filter(({ section }) => undoes !== null || Object.hasOwn(section.acts ?? {}, kind))
    .flatMap(({ section }) => section.facts ?? []);
  const told = (texts: Record<string, Text> | undefined) =>
    Object.entries(texts ?? {}).map(([name, text]): [string, string] => [name, text[language]]);
  const { keys, codes } = factCopy[language];
  return {
    hidden: new Set(own.flatMap((facts) => facts.hidden ?? [])),
    keys: new Map([...Object.entries(keys), ...own.flatMap((facts) => told(facts.keys))]),
    codes: new Map([...Object.entries(codes), ...own.flatMap((facts) => told(facts.codes))]),
  };
}

/** Each fact in words, such as "role: owner". A key that no section knows is shown as it is. */
export function factLines(facts: ActFacts, words: FactWords, reader: Reader): string[] {
  const shown = Object.entries(facts).filter(([key]) => !words.hidden.has(key));
  return shown.map(([key, value]) => {
    const name = words.keys.get(key) ?? plainWords(key.replaceAll('_', '-'))[reader.language];
    return `${message(name, districtsIn(reader), reader.language)}: ${valueWords(key, value, words, reader)}`;
  });
}

/** The words for a code. What an organizer typed is not changed. */
export function codeWords(code: string, { codes }: FactWords): string {
  return codes.get(code) ?? code;
}

const moments = ['since', 'until', 'from', 'ended', 'at', 'closed'];

function valueWords(key: string, value: ActFacts[string], words: FactWords, reader: Reader): string {
  const { language, timeZone } = reader;
  const { plain } = factCopy[language];
  if (value === null || value === '') return plain.none;
  if (typeof value === 'boolean') return value ? plain.yes : plain.no;
  const moment = moments.includes(key) ? new Date(value) : null;
  if (moment && !Number.isNaN(moment.getTime())) return formatInstant(moment, timeZone, language);
  if (typeof value === 'number') return formatNumber(value, language);
  // Several codes in one fact, or lines with a code each: "1:right 2:different".
  return value
    .split(' ')
    .map((one) => {
      const [, line, code = ''] = /^(\d+):(.+)$/.exec(one) ?? [];
      return line ? `${line} ${codeWords(code, words)}` : codeWords(one, words);
    })
    .join(', ');
}
