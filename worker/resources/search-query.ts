import { audiences, levels, needs, policePolicies, serviceLanguages } from './rules.ts';
import type { Search } from './search-rules.ts';

/** Reads a search from an address. What it does not know asks for nothing. */
export function readSearch(query: (name: string) => string | undefined): { search: Search; page: number } {
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === query(name)) ?? null;
  const page = Number(query('page') ?? 1);
  return {
    search: {
      words: (query('words') ?? '').slice(0, 100).trim(),
      need: oneOf('need', needs),
      language: oneOf('language', serviceLanguages),
      for: oneOf('for', audiences),
      police: oneOf('police', policePolicies),
      level: oneOf('level', levels),
    },
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}
