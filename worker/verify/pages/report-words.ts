import type { Language } from '../../../web/language.ts';
import type { Finding, Report } from '../report-rules.ts';
import type { Words } from './report-copy.ts';

export type ReportWords = {
  heading: string;
  lines: { state: Finding['state']; label: string; text: string }[];
};

/** `words`: of the language. `titles`: of actions by their slug, as far as they are known. */
type Filling = { words: Words; language: Language; titles?: Readonly<Record<string, string>> };

/** The words are given, so that the page's script holds those of no other language. */
export function reportWords({ outcome, findings }: Report, filling: Filling): ReportWords {
  const { words } = filling;
  return {
    heading: words.outcome[outcome],
    lines: findings.map(({ state, code, values }) => ({
      state,
      label: words.states[state],
      text: words.found[code].replace(/\{(\w+)\}/g, (_, name: string) => filled(name, values[name], filling)),
    })),
  };
}

function filled(name: string, value: string | number | undefined, filling: Filling): string {
  const { words, language, titles = {} } = filling;
  const text = String(value);
  if (name === 'wrong') return sumsIn(text, words);
  if (name === 'ends' || name === 'on') return dateIn(language, text);
  if (name === 'action' && Object.hasOwn(titles, text)) return titles[text] ?? text;
  return written(value, language);
}

/** "Sunday, November 29, 2026". What is no date stays as it is. */
function dateIn(language: Language, isoDate: string): string {
  const date = new Date(`${isoDate}T12:00:00Z`);
  if (Number.isNaN(date.getTime())) return isoDate;
  const options = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  } as const;
  return date.toLocaleDateString(localeOf(language), options);
}

const localeOf = (language: Language) => (language === 'es' ? 'es-US' : 'en-US');

function written(value: string | number | undefined, language: Language): string {
  return typeof value === 'number' ? value.toLocaleString(localeOf(language)) : String(value ?? '');
}

function sumsIn(which: string, { sums }: Words): string {
  return which
    .split('; ')
    .map((part) => (Object.hasOwn(sums, part) ? sums[part] : part))
    .join('; ');
}
