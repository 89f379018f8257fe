import { openKit as openWith } from '../../worker/kits/open.ts';
import {
  checkKit as checkWith,
  parseKit as parseWith,
  kitJsonSchema as schemaWith,
} from '../../worker/kits/parse.ts';
import { shippedHouse } from '../../worker/main/features.ts';

/** Kits of all features that there are. */
const sections = shippedHouse.kitSections;

export function openKit(db: D1Database, json: unknown, now: Date) {
  return openWith(db, json, { sections, now });
}

export function parseKit(json: unknown) {
  return parseWith(json, sections);
}

export function checkKit(json: unknown) {
  return checkWith(json, sections);
}

export function kitJsonSchema() {
  return schemaWith(sections);
}

/** What is wrong with a kit, as the terminal says it. */
export function problemsIn(json: unknown): string[] {
  const checked = checkKit(json);
  return checked.ok ? [] : checked.error.map(({ path, message }) => `${path}: ${message}`);
}
