import { isGroup, isSame, type Json, type JsonObject, valueAt } from '../../kits/json-rules.ts';

/** What a kit still says of the place that it was taken from, by paths such as `campaign.summary.en`. */
export type LeftOver = {
  /** The city of the other kit, and the texts that name it. */
  city: string;
  texts: string[];
  /** Questions on a budget with the shares of the other kit. */
  shares: string[];
};

const ofItsOwn = ['city', 'council', 'made_of', '$schema'];

export function leftOver(kit: JsonObject, parent: JsonObject): LeftOver {
  const city = cityOf(parent);
  const others = Object.entries(kit).filter(([key]) => !ofItsOwn.includes(key));
  const isNamed = city !== '' && city !== cityOf(kit);
  const theirs = budgetsIn(parent).map(({ lines }) => lines);
  return {
    city,
    texts: isNamed ? others.flatMap(([key, part]) => textsWith(city, part, key)) : [],
    shares: budgetsIn(kit).flatMap(({ path, lines }) =>
      theirs.some((one) => isSame(one, lines)) ? [path] : [],
    ),
  };
}

const cityOf = (kit: JsonObject) => String(valueAt(kit, ['city', 'name']) ?? '');

function textsWith(name: string, value: Json, path: string): string[] {
  if (typeof value === 'string') return value.includes(name) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((one, at) => textsWith(name, one, `${path}[${at}]`));
  if (!isGroup(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => textsWith(name, one, `${path}.${key}`));
}

/** Questions whose lines have what they get today. */
function budgetsIn(kit: JsonObject): { path: string; lines: Json }[] {
  return listAt(kit, 'surveys').flatMap((survey, at) =>
    listAt(survey, 'sections').flatMap((section, s) =>
      listAt(section, 'questions').flatMap((question, q) => {
        const { lines } = question;
        const hasShares =
          Array.isArray(lines) && lines.some((one) => isGroup(one) && one.today !== undefined);
        return hasShares ? [{ path: `surveys[${at}].sections[${s}].questions[${q}]`, lines }] : [];
      }),
    ),
  );
}

function listAt(group: JsonObject, key: string): JsonObject[] {
  const list = group[key];
  return Array.isArray(list) ? list.filter(isGroup) : [];
}
