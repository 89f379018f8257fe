import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { mostKitBytes } from '../kits/canonical-rules.ts';
import { hashOf } from '../kits/extends/hash.ts';
import { type ReadParent, type Resolved, resolveKit, shippedTemplate } from '../kits/extends/resolve.ts';
import { isGroup, type Json } from '../kits/json-rules.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { kitIn, linesOf, readKitFile } from './kit-file.ts';
import { root } from './root.ts';
import { siteReader } from './site-reader.ts';
import { textOf } from './text-file.ts';

/** How long a parent's address may take, in milliseconds. */
const patience = 15_000;

/** The campaign without a city that the program comes with. */
const templateFile = join(root, 'worker/kits/template.json');

export const isAddress = (text: string) => /^https?:\/\//.test(text);

/** A file with its parents, and what is to be known about them. */
export type WholeKit = Resolved & {
  /** The file itself. */
  json: Json;
  /** Such as that a parent has changed. */
  notes: string[];
  /** Every parent that was read, by its hash. */
  parents: ReadonlyMap<string, Json>;
};

/**
 * A kit's file with its parents. A parent that is gone, or has been changed since, is taken from the copy that
 * `kit update` keeps beside the file, so that the kit stays as it was.
 */
export async function readWholeKit(path: string): Promise<Result<WholeKit, string[]>> {
  const json = readKitFile(path);
  if (!json.ok) return json;
  const notes: string[] = [];
  const parents = new Map<string, Json>();
  const kept = readKept(path);
  const readParent: ReadParent = async ({ from, sha256 }, child) => {
    const at = placeOf(from, child);
    const live = await readLive(at);
    const isRight = live.ok && hashOf(live.value) === sha256;
    const found = isRight ? live.value : kept.get(sha256);
    if (found === undefined) {
      // The wrong hash is told where it is compared.
      return live.ok ? ok({ json: live.value, at }) : err(`${live.error}, and no copy of it is kept`);
    }
    if (!isRight) notes.push(live.ok ? hasChanged(from, path) : `${live.error}: its copy is used`);
    parents.set(sha256, found);
    return ok({ json: found, at });
  };
  const whole = await resolveKit({ json: json.value as Json, at: path }, readParent);
  if (!whole.ok) return err(linesOf(whole.error));
  return ok({ ...whole.value, json: json.value as Json, notes, parents });
}

const hasChanged = (from: string, path: string) =>
  `${from} has changed: npm run kit -- update ${path} shows what`;

/** The parent as it is now, with its own parents. */
export async function readParentNow(
  from: string,
  child: string,
): Promise<Result<Resolved & { sha256: string; files: ReadonlyMap<string, Json> }, string[]>> {
  const at = placeOf(from, child);
  const live = await readLive(at);
  if (!live.ok) return err([live.error]);
  const sha256 = hashOf(live.value);
  const files = new Map<string, Json>([[sha256, live.value]]);
  const readParent: ReadParent = async (parent, below) => {
    const place = placeOf(parent.from, below);
    const read = await readLive(place);
    if (!read.ok) return read;
    files.set(hashOf(read.value), read.value);
    return ok({ json: read.value, at: place });
  };
  // The child counts as a level, and may be where a circle closes.
  const whole = await resolveKit({ json: live.value, at }, readParent, [child]);
  return whole.ok ? ok({ ...whole.value, sha256, files }) : err(linesOf(whole.error));
}

/** Keeps copies of a file's parents beside it. */
export function keepParents(path: string, parents: ReadonlyMap<string, Json>): void {
  writeWhole(keptPath(path), `${JSON.stringify(Object.fromEntries(parents))}\n`);
}

/** All of it or nothing, whenever the computer stops. */
export function writeWhole(path: string, text: string): void {
  const written = `${path}.${process.pid}`;
  writeFileSync(written, text);
  renameSync(written, path);
}

function keptPath(path: string): string {
  return `${path.replace(/\.json$/, '')}.parents.json`;
}

function readKept(path: string): ReadonlyMap<string, Json> {
  const file = keptPath(path);
  if (!existsSync(file)) return new Map();
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Json;
    return new Map(isGroup(kept) ? Object.entries(kept).filter(([hash, one]) => hashOf(one) === hash) : []);
  } catch {
    return new Map();
  }
}

/** `from` may also be the name of the template that the program comes with. */
function placeOf(from: string, child: string): string {
  if (isAddress(from)) return from;
  if (from === shippedTemplate) return templateFile;
  return isAddress(child) ? new URL(from, child).href : resolve(dirname(child), from);
}

function oneLine(read: Result<unknown, string[]>): Result<Json, string> {
  return read.ok ? ok(read.value as Json) : err(read.error.join(', '));
}

async function readLive(at: string): Promise<Result<Json, string>> {
  if (!isAddress(at)) {
    return oneLine(readKitFile(at));
  }
  try {
    const limits = { patience, bytes: mostKitBytes, bytesInAll: mostKitBytes };
    const bytes = await siteReader(at, limits)('');
    if (bytes === null) return err(`${at} cannot be read`);
    return oneLine(kitIn(textOf(bytes, at), at));
  } catch (error) {
    return err(`${at} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
