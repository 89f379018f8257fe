import { eachItem, eachKey, fail, next, number, type Reader, scalar, skip, take } from './map-bytes-rules.ts';

/** Numbers, longitude and latitude in turn. */
export type Flat = Float64Array;
export type Box = { west: number; east: number; south: number; north: number };
export type Scanned = {
  properties: Record<string, string>;
  /** The `type` of its geometry; '' where it has none. */
  type: string;
  /** Polygons with their rings. Empty where the feature lies elsewhere or has no shape. */
  polygons: Flat[][];
  box: Box;
  points: number;
  isClosed: boolean;
};
export type ScannedMap = { type: string; crs: string; features: Scanned[] | null };
/** `points`: of the shapes that were kept. */
type MapReader = Reader & { near: Box | null; points: number; isTooLarge: boolean };

const mostFeatures = 10_000;
/** Of the shapes that come near, in one file. A city's map of 20 MB has about half as many. */
const mostPoints = 1_000_000;
/** A MultiPolygon has four levels. */
const mostLevels = 5;
const mostProperties = 60;
const longestName = 100;

const nowhere: Box = {
  west: Number.POSITIVE_INFINITY,
  east: Number.NEGATIVE_INFINITY,
  south: Number.POSITIVE_INFINITY,
  north: Number.NEGATIVE_INFINITY,
};

export function overlap(a: Box, b: Box): boolean {
  return a.west < b.east && b.west < a.east && a.south < b.north && b.south < a.north;
}

export function boxAround(some: readonly { box: Box }[]): Box {
  return some.reduce(
    (around, { box }) => ({
      west: Math.min(around.west, box.west),
      east: Math.max(around.east, box.east),
      south: Math.min(around.south, box.south),
      north: Math.max(around.north, box.north),
    }),
    nowhere,
  );
}

/**
 * Reads GeoJSON from its bytes. Parsed as a whole, each point would be an object of its own, and a file of 20 MB would
 * not fit into the memory of a Worker. Shapes that do not come `near` are read and dropped. Null: no JSON, or too many
 * features.
 */
export function scanMap(bytes: Uint8Array, near: Box | null): ScannedMap | 'too-large' | null {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const reader: MapReader = { bytes, at: isMarked ? 3 : 0, near, points: 0, isTooLarge: false };
  const map: ScannedMap = { type: '', crs: '', features: null };
  try {
    eachKey(reader, (key) => {
      if (key === 'type') map.type = scalar(reader);
      else if (key === 'features' && next(reader) === '[') map.features = features(reader);
      else if (key === 'crs') map.crs = crsName(reader);
      else skip(reader);
    });
    if (next(reader) !== '') fail();
    return map;
  } catch {
    return reader.isTooLarge ? 'too-large' : null;
  }
}

function crsName(reader: Reader): string {
  let name = '';
  if (next(reader) !== '{') skip(reader);
  else
    eachKey(reader, (key) => {
      if (key !== 'properties' || next(reader) !== '{') return skip(reader);
      eachKey(reader, (inner) => {
        if (inner === 'name') name = scalar(reader);
        else skip(reader);
      });
    });
  return name;
}

function features(reader: MapReader): Scanned[] {
  const found: Scanned[] = [];
  eachItem(reader, () => {
    if (found.length === mostFeatures) fail();
    found.push(feature(reader));
  });
  return found;
}

function feature(reader: MapReader): Scanned {
  const one: Scanned = {
    properties: {},
    type: '',
    polygons: [],
    box: { ...nowhere },
    points: 0,
    isClosed: true,
  };
  eachKey(reader, (key) => {
    if (key === 'properties' && next(reader) === '{') one.properties = properties(reader);
    else if (key === 'geometry' && next(reader) === '{') geometry(reader, one);
    else skip(reader);
  });
  if (reader.near && !overlap(one.box, reader.near)) {
    reader.points -= one.points;
    one.polygons = [];
  }
  return one;
}

function properties(reader: Reader): Record<string, string> {
  const found = new Map<string, string>();
  eachKey(reader, (key) => {
    const value = scalar(reader);
    if (value !== '' && key.length <= longestName && found.size < mostProperties) found.set(key, value);
  });
  return Object.fromEntries(found);
}

function geometry(reader: MapReader, one: Scanned): void {
  eachKey(reader, (key) => {
    if (key === 'type') one.type = scalar(reader);
    else if (key === 'coordinates' && next(reader) === '[') coordinates(reader, one);
    else skip(reader);
  });
}

function coordinates(reader: MapReader, one: Scanned): void {
  let ring: number[] = [];
  let rings: Flat[] = [];
  /** How many levels of lists are inside: a point has one, a ring two, a polygon three. */
  const level = (outer: number): number => {
    if (outer === mostLevels) fail();
    let inner = 0;
    let isPoint = false;
    eachItem(reader, () => {
      if (next(reader) === '[') inner = Math.max(inner, level(outer + 1));
      else if (isPoint) skip(reader);
      else {
        isPoint = true;
        point(reader, one, ring);
      }
    });
    if (isPoint) return 1;
    if (inner === 1) {
      one.isClosed &&= isClosed(ring);
      rings.push(Float64Array.from(ring));
      ring = [];
    }
    if (inner === 2) {
      one.polygons.push(rings);
      rings = [];
    }
    return inner === 0 ? 0 : inner + 1;
  };
  level(0);
}

function isClosed(ring: readonly number[]): boolean {
  return ring.length >= 8 && ring[0] === ring.at(-2) && ring[1] === ring.at(-1);
}

/** Its first two numbers; the height, if there is one, is skipped by the caller. */
function point(reader: MapReader, one: Scanned, ring: number[]): void {
  reader.points += 1;
  if (reader.points > mostPoints) {
    reader.isTooLarge = true;
    fail();
  }
  const x = number(reader);
  take(reader, ',');
  next(reader);
  const y = number(reader);
  ring.push(x, y);
  one.points += 1;
  const { box } = one;
  if (x < box.west) box.west = x;
  if (x > box.east) box.east = x;
  if (y < box.south) box.south = y;
  if (y > box.north) box.north = y;
}
