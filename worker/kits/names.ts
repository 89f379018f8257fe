import { type KitProblem, problemIf } from './problems.ts';

/** Names that other parts of a kit refer to; each is unique. `what` is the word for one of them. */
export type NameList = { what: string };

/** `path` is the place in the file, such as `petitions[0].slug`. Without a name if the name is broken. */
type NameAt = { name: string | undefined; path: string };

export type NamesGiven = {
  list: NameList;
  /** If several sections fill the list: the word for one of these. */
  one?: string;
  /** Undefined if the list is too broken to check references to it. */
  names: NameAt[] | undefined;
};

export type Names = {
  /** Undefined if it cannot be checked. */
  in: (list: NameList) => string[] | undefined;
  unlessIn: (list: NameList, name: string | undefined, path: string) => KitProblem[];
  /** The names that the list had before. */
  repeated: (given: NamesGiven) => KitProblem[];
};

export function nameList(what: string): NameList {
  return { what };
}

/** The names under one key of a list in the file, such as `slug` in each of `campaign.sources`. */
export function namesAt<Key extends string>(
  path: string,
  key: Key,
  parts: ({ [K in Key]?: string | undefined } | null)[],
): NameAt[] {
  return parts.map((part, i) => ({ name: part?.[key], path: `${path}[${i}].${key}` }));
}

export function namesOf(given: NamesGiven[]): Names {
  const lists = new Map<NameList, Map<string, { path: string; one: string | undefined }>>();
  for (const { list, one, names = [] } of given) {
    const known = lists.get(list) ?? new Map();
    lists.set(list, known);
    for (const { name, path } of names) {
      if (name !== undefined && !known.has(name)) known.set(name, { path, one });
    }
  }
  const broken = new Set(given.filter(({ names }) => !names).map(({ list }) => list));
  const isKnown = (list: NameList) => lists.has(list) && !broken.has(list);
  return {
    in: (list) => (isKnown(list) ? [...(lists.get(list)?.keys() ?? [])] : undefined),
    unlessIn: (list, name, path) =>
      problemIf(
        name !== undefined && isKnown(list) && !lists.get(list)?.has(name),
        path,
        `is not ${list.what}`,
      ),
    repeated: ({ list, one, names = [] }) =>
      names.flatMap(({ name = '', path }) => {
        const first = lists.get(list)?.get(name);
        const message = first?.one === one ? `${name} is used twice` : `is the slug of ${first?.one}`;
        return problemIf(first !== undefined && first.path !== path, path, message);
      }),
  };
}
