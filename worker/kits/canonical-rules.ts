import { isGroup, type Json } from './json-rules.ts';

/** In bytes. A row of D1 holds two million, and a page about a draft reads several kits. */
export const mostKitBytes = 1_000_000;

/**
 * The one text of a kit: as it was written, the keys in the order of the schemas, and 2 spaces. `parsed` is the same kit
 * as the schemas read it, whose keys are in their order.
 */
export function canonicalText(written: Json, parsed: unknown): string {
  return `${JSON.stringify(inOrderOf(written, parsed), null, 2)}\n`;
}

function inOrderOf(written: Json, parsed: unknown): Json {
  if (Array.isArray(written)) {
    const others = Array.isArray(parsed) ? parsed : [];
    return written.map((one, at) => inOrderOf(one, others[at]));
  }
  if (!isGroup(written) || typeof parsed !== 'object' || parsed === null) return written;
  const order = new Map(Object.keys(parsed).map((key, at) => [key, at]));
  const place = (key: string) => order.get(key) ?? order.size;
  return Object.fromEntries(
    Object.entries(written)
      .toSorted(([a], [b]) => place(a) - place(b))
      .map(([key, one]) => [key, inOrderOf(one, (parsed as Record<string, unknown>)[key])]),
  );
}
