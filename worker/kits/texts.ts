import type { Language, Text } from '../../web/language.ts';

/** A text as a kit may write it: in a kit of one language also as a plain text. */
export type WrittenText = string | { [In in Language]?: string | undefined };

type Reading = { of: readonly Language[] | null };

const shared = globalThis as { undersignedKit?: Reading };
/** Shared by all copies of this module: the commands load the features as a bundle with a copy of its own. */
const reading: Reading = shared.undersignedKit ?? { of: null };
shared.undersignedKit = reading;

/**
 * Reads a kit of these languages: a text that lacks one of them is wrong. A schema is told nothing
 * about the document around it, so the languages stand here while it reads. Reading never waits for anything.
 */
export function inLanguages<Value>(of: readonly Language[], read: () => Value): Value {
  const before = reading.of;
  reading.of = of;
  try {
    return read();
  } finally {
    reading.of = before;
  }
}

/** What a text lacks. `at` is the language that is missing; null where a plain text stands for several. */
export function languageProblems(text: WrittenText): { at: Language | null; message: string }[] {
  const { of: spoken } = reading;
  if (!spoken) return [];
  if (typeof text !== 'string') {
    const missing = spoken.filter((language) => text[language] === undefined);
    return missing.map((at) => ({ at, message: 'is missing' }));
  }
  if (spoken.length === 1) return [];
  return [{ at: null, message: `must say it in each language of the kit: ${spoken.join(', ')}` }];
}

/** In both languages, as everything that shows it reads it. Where a kit has one, its words stand for the other. */
export function inBoth(text: WrittenText): Text {
  if (typeof text === 'string') return { en: text, es: text };
  const { en = text.es ?? '', es = en } = text;
  return { en, es };
}
