import { fromBase64 } from './bytes.ts';
import { hashBytes } from './hashes.ts';

/** What a value that somebody else wrote has to look like. */
type Check = (value: unknown) => boolean;

export const isText: Check = (value) => typeof value === 'string';
export const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
/** It is a part of addresses, and is shown as it is. */
export const isSlug: Check = (value) => isText(value) && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(String(value));
export const isHex: Check = (value) => isText(value) && /^[0-9a-f]{64}$/.test(String(value));
export const isRoot: Check = (value) => isText(value) && fromBase64(String(value))?.length === hashBytes;
export const isWeekText: Check = (value) => isText(value) && /^\d{4}-W\d{2}$/.test(String(value));
export const orNone =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
export const recordOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value as object).every(check);
const isObject: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

export function shaped(shape: Record<string, Check>): Check {
  return (value) =>
    isObject(value) &&
    Object.entries(shape).every(([key, check]) => check((value as Record<string, unknown>)[key]));
}

/** Nothing else may be in it. */
export function exactly(shape: Record<string, Check>): Check {
  const hasAll = shaped(shape);
  return (value) => hasAll(value) && Object.keys(value as object).every((key) => Object.hasOwn(shape, key));
}

export const orLeftOut =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
