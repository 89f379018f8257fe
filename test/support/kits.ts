import { openKit as openWith } from '../../worker/kits/open.ts';
import { checkKit as checkWith, parseKit as parseWith } from '../../worker/kits/parse.ts';
import { shippedHouse } from '../../worker/main/features.ts';

/** Kits with the sections of all shipped features. */
const sections = await shippedHouse.kitSections();

export function openKit(db: D1Database, json: unknown, now: Date, more: { closeNow?: boolean } = {}) {
  return openWith(db, json, { sections, now, ...more });
}

export function parseKit(json: unknown) {
  return parseWith(json, sections);
}

export function checkKit(json: unknown) {
  return checkWith(json, sections);
}
