import type { Audience, Level, Need, Police, Service } from './rules.ts';

/** What a reader asks a directory for. Empty texts and nulls ask for nothing. */
export type Search = {
  words: string;
  need: Need | null;
  language: string | null;
  for: Audience | null;
  police: Police | null;
  level: Level | null;
};

/** Without accents and case, so that "medico" finds "Médico". */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** More words than this narrow nothing further. */
const mostWords = 8;

/** Whether a service fits. `text` gives all that can be searched of it, folded. */
export function fits(service: Service, text: () => string, search: Search): boolean {
  const { need, language, police, level } = search;
  if (need !== null && !service.needs.includes(need)) return false;
  if (language !== null && !service.hasInterpreters && !service.languages.includes(language)) return false;
  if (search.for !== null && service.for.length > 0 && !service.for.includes(search.for)) return false;
  if (police !== null && service.police !== police) return false;
  if (level !== null && service.level !== level) return false;
  return wordsIn(search.words).every((word) => text().includes(word));
}

function wordsIn(words: string): string[] {
  return folded(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords)
    .map(singular);
}

/** Near enough in both languages, because a part of a word is found too: "lawyers" and "doctores" find one. */
function singular(word: string): string {
  return word.length > 4 ? word.replace(/e?s$/, '') : word;
}

export const perPage = 20;

/** One page of the services that fit. A page past the end is the last one. */
export function pageOf<One>(all: readonly One[], asked: number, size = perPage) {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(1, asked), pages);
  return { page, pages, shown: all.slice((page - 1) * size, page * size) };
}
