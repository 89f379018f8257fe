import { isGroup, type Json, type JsonObject } from './json-rules.ts';

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

/** Lists whose entries have pages under a name that is unique in a deployment, beside the actions that are signed. */
export const otherAddressedKeys = ['events', 'budget'];
const addressedKeys = [...actionKeys, ...otherAddressedKeys];

/** The names that stand in addresses of pages. */
export function slugsInAddresses(json: JsonObject): string[] {
  return addressedKeys.flatMap((key) => {
    const list = json[key];
    return Array.isArray(list) ? list.flatMap((one) => (isGroup(one) ? [String(one.slug)] : [])) : [];
  });
}

/** The kit with other names in addresses, and all that refers to them. */
export function withSlugs(json: JsonObject, slugs: ReadonlyMap<string, string>): JsonObject {
  const named = (one: Json): Json => {
    const slug = isGroup(one) ? slugs.get(String(one.slug)) : undefined;
    return slug === undefined ? one : { ...(one as JsonObject), slug };
  };
  const parts = Object.entries(json).map(([key, part]): [string, Json] =>
    addressedKeys.includes(key) && Array.isArray(part) ? [key, part.map(named)] : [key, part],
  );
  return renamed(Object.fromEntries(parts), slugs) as JsonObject;
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
