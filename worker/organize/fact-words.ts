import { formatInstant, formatNumber, type Language, type Text } from '../../web/language.ts';
import type { ActFacts } from './act-rules.ts';
import type { NamedSection } from './console-section.ts';
import { factCodes, factKeys, plainFacts } from './pages/fact-copy.ts';
import { plainWords } from './sections.ts';

export type FactWords = { keys: Record<string, Text>; codes: Record<string, Text> };

/** The words of the house for the facts of an act, with those of its section; an undo may be of any of them. */
export function factWordsOf(
  sections: readonly NamedSection[],
  { kind, undoes }: { kind: string; undoes: string | null },
): FactWords {
  const own = sections
    .filter(({ section }) => undoes !== null || Object.hasOwn(section.acts ?? {}, kind))
    .flatMap(({ section }) => section.facts ?? []);
  return {
    keys: Object.assign({}, factKeys, ...own.map(({ keys }) => keys)),
    codes: Object.assign({}, factCodes, ...own.map(({ codes }) => codes)),
  };
}

type Reader = { language: Language; timeZone: string };

/** Each fact in words, such as "role: owner". A key that no section knows is told by itself. */
export function factLines(facts: ActFacts, words: FactWords, reader: Reader): string[] {
  return Object.entries(facts).map(([key, value]) => {
    const name = words.keys[key] ?? plainWords(key.replaceAll('_', '-'));
    return `${name[reader.language]}: ${valueWords(key, value, words, reader)}`;
  });
}

/** What a code says; what an organizer typed stays as it is. */
export function codeWords(code: string, { codes }: FactWords, language: Language): string {
  return (Object.hasOwn(codes, code) ? codes[code]?.[language] : undefined) ?? code;
}

const moments = ['since', 'until', 'from'];

function valueWords(key: string, value: ActFacts[string], words: FactWords, reader: Reader): string {
  const { language, timeZone } = reader;
  if (value === null || value === '') return plainFacts.none[language];
  if (typeof value === 'boolean') return plainFacts[value ? 'yes' : 'no'][language];
  const moment = moments.includes(key) ? new Date(value) : null;
  if (moment && !Number.isNaN(moment.getTime())) return formatInstant(moment, timeZone, language);
  if (typeof value === 'number') return formatNumber(value, language);
  // Several codes in one fact, or lines with a code each: "1:right 2:different".
  return value
    .split(' ')
    .map((one) => {
      const [, line, code = ''] = /^(\d+):(.+)$/.exec(one) ?? [];
      return line ? `${line} ${codeWords(code, words, language)}` : codeWords(one, words, language);
    })
    .join(', ');
}
