import type { Language } from '../../../web/language.ts';
import { type KitWords, kitWords } from './new-kit-words.ts';

/** What `kit new` asks for, and what it takes from flags alone. */
export type NewKit = {
  city: string;
  region: string;
  timeZone: string;
  zips: string[];
  council: string;
  councilEmail: string;
  name: string;
  ask: string;
  email: string;
  /** In both, what was typed stands in each until somebody translates it. */
  language: Language | 'both';
  /** YYYY-MM-DD, the first and the last day to sign. */
  opensOn: string;
  closesOn: string;
};

/** A whole small campaign in one language or both: a petition to the whole council, and nothing that can be left out. */
export function newKit(given: NewKit): object {
  const { city, council, name, ask, language } = given;
  const spoken: Language[] = language === 'both' ? ['en', 'es'] : [language];
  const each = (say: (words: KitWords) => string | undefined) =>
    language === 'both' ? { en: say(kitWords.en), es: say(kitWords.es) } : say(kitWords[language]);
  const said = sentence(ask);
  const about = { city, council, ask: said };
  return {
    kit: 1,
    languages: spoken,
    city: {
      slug: slugOf(city),
      name: city,
      region: given.region,
      time_zone: given.timeZone,
      districts: [{ code: 'city', name: each(() => city) }],
      zips: Object.fromEntries(given.zips.map((zip) => [zip, { city: 1 }])),
    },
    council: { slug: slugOf(council), name: each(() => council), contact_email: given.councilEmail },
    campaign: {
      slug: slugOf(name),
      title: each(() => name),
      summary: each((words) => words.summary(about)),
      ask: each(() => said),
      accent: 'navy',
      contact_email: given.email,
      retention_days: 180,
    },
    petitions: [
      {
        slug: slugOf(name),
        title: each(() => name),
        ask: each(() => said),
        text: each((words) => words.text(about)),
        opens_on: given.opensOn,
        closes_on: given.closesOn,
        thresholds: [100, 500, 1000].map((signatures, at) => ({
          signatures,
          name: each((words) => words.thresholds[at]),
        })),
      },
    ],
  };
}

/** Lower-case letters and digits joined by hyphens; empty where a text has none of them. */
export function slugOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
}

function sentence(text: string): string {
  return /[.?]$/.test(text) ? text : `${text}.`;
}

const longestLine = 100;

/** JSON formatted as by hand: what fits on one line is on one line. */
export function laidOut(value: unknown, indent = '', before = 0): string {
  const short = spaced(value);
  if (typeof value !== 'object' || value === null) return short;
  const isTop = indent === '';
  if (!isTop && indent.length + before + short.length <= longestLine) return short;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((one) => inner + laidOut(one, inner))
    : Object.entries(value).map(([key, one]) => {
        const name = `${JSON.stringify(key)}: `;
        return inner + name + laidOut(one, inner, name.length);
      });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** On one line. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${spaced(one)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
