import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isGroup, type Json, type JsonObject } from '../kits/json-rules.ts';
import { mapTool } from '../places/map-tool.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { districtsIn } from '../writing/new-city/ask-city.ts';
import type { Flags } from './run.ts';

export const mapFlags = ['districts-map', 'zips-map', 'district-property'] as const;

/** How much of each ZIP area lies in which district, where both maps are at hand. Null where none is. */
export async function readMaps(
  flags: Flags,
): Promise<Result<{ zips: Record<string, Record<string, number>> } | null, string>> {
  const [districtsFile, zipsFile] = [flags['districts-map'], flags['zips-map']];
  if (!districtsFile && !zipsFile) return ok(null);
  if (!districtsFile || !zipsFile) {
    return err('--districts-map and --zips-map go together: ZIP areas are measured against districts');
  }
  const districts = districtsIn(flags.districts ?? '');
  if (!districts) return err('--districts-map needs --districts: how many there are, or their names');
  const codes = districts.map(({ code }) => code);
  const [map, zips] = [read(districtsFile), read(zipsFile)];
  if (!map.ok) return map;
  if (!zips.ok) return zips;
  const named = withCodes(map.value, { codes, property: flags['district-property'] });
  if (!named.ok) return err(`${districtsFile} ${named.error}`);
  const measure = await mapTool.load();
  const city = { districts, zips: {} };
  const around = { kit: { city }, published: null, path: [], kept: new Set<string>() };
  const { part, told } = measure(city, around, { districts: named.value, zips: zips.value });
  const found = part.zips as Record<string, Record<string, number>>;
  return Object.keys(found).length > 0 ? ok({ zips: found }) : err(told.map(({ en }) => en).join('\n'));
}

function read(file: string): Result<Uint8Array, string> {
  try {
    return ok(readFileSync(resolve(process.env.INIT_CWD ?? '', file)));
  } catch {
    return err(`${file} cannot be read`);
  }
}

type Wanted = { codes: readonly string[]; property: string | undefined };

/**
 * The map with nothing but the codes of its districts. A number that only counts the shapes can be mistaken for the
 * number of a district, so the property has to be named where its name does not say what it is.
 */
function withCodes(bytes: Uint8Array, { codes, property }: Wanted): Result<Uint8Array, string> {
  const features = featuresIn(bytes);
  // What is no map is explained by whoever measures it.
  if (features.length === 0) return ok(bytes);
  const keys = [...new Set(features.flatMap((one) => Object.keys(propertiesOf(one))))];
  const fits = (key: string) =>
    codes.every((code) => features.some((one) => codeIn(propertiesOf(one)[key]) === code));
  const fitting = keys.filter(fits);
  const telling = fitting.filter((key) => /dist|ward/i.test(key));
  const found =
    property ?? (fitting.length === 1 ? fitting[0] : telling.length === 1 ? telling[0] : undefined);
  if (found === undefined || !fits(found)) {
    const has = `Its properties: ${keys.slice(0, 12).join(', ')}`;
    if (property === undefined && fitting.length > 1) {
      return err(
        `has several properties that could name its districts: say which with --district-property. ${has}`,
      );
    }
    const which = property === undefined ? 'no property' : `no property ${property}`;
    return err(`has ${which} that names the districts ${codes.slice(0, 10).join(', ')}. ${has}`);
  }
  const named = features.map((one) => ({
    ...one,
    properties: { code: codeIn(propertiesOf(one)[found]) },
  }));
  return ok(new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: named })));
}

function featuresIn(bytes: Uint8Array): JsonObject[] {
  try {
    const json: Json = JSON.parse(new TextDecoder().decode(bytes));
    return isGroup(json) && Array.isArray(json.features) ? json.features.filter(isGroup) : [];
  } catch {
    return [];
  }
}

const propertiesOf = (feature: JsonObject): JsonObject =>
  isGroup(feature.properties) ? feature.properties : {};

/** `3`, `03`, `District 3` and `Ward 3` are the district 3; `North Side` is north-side. */
function codeIn(value: Json | undefined): string {
  const text = String(value ?? '').trim();
  const number = /^(?:district|ward|d|w)?\s*0*(\d{1,3})$/i.exec(text)?.[1];
  return (
    number ??
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
  );
}
