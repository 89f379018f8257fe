import { isGroup, type Json, type JsonObject } from '../kits/json-rules.ts';

export const actionKeys = ['petitions', 'surveys'];

export function mapActions(
  json: JsonObject,
  map: (action: JsonObject, at: number, key: string) => JsonObject,
): JsonObject {
  return Object.fromEntries(
    Object.entries(json).map(([key, part]) => [
      key,
      actionKeys.includes(key) && Array.isArray(part)
        ? part.map((one, at) => (isGroup(one) ? map(one, at, key) : one))
        : part,
    ]),
  );
}

const referring = ['action', 'petition', 'survey'];

/** References to the actions by their new names. What belongs to an action that is left out is left out too. */
export function renamed(value: Json, slugs: ReadonlyMap<string, string | null>): Json {
  if (Array.isArray(value)) {
    const isOfNone = (one: Json) =>
      isGroup(one) && referring.some((key) => slugs.get(String(one[key])) === null);
    return value.filter((one) => !isOfNone(one)).map((one) => renamed(one, slugs));
  }
  if (!isGroup(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      referring.includes(key) && typeof one === 'string' ? (slugs.get(one) ?? one) : renamed(one, slugs),
    ]),
  );
}
