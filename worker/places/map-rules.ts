import { isPart, type Part, say } from '../kits/form-rules.ts';
import { type Box, boxAround, type Flat, overlap, type Scanned, scanMap } from './map-scan-rules.ts';
import { decidedFrom, type Text } from './rules.ts';

/** One area of a map, under the name by which a property of the map calls it. It may come in several features. */
export type Area = { name: string; polygons: Flat[][]; features: Flat[][][]; box: Box };

export type ReadMap = { areas: Area[]; told: Text[]; problem: null } | { areas: []; told: []; problem: Text };

/** So many areas of a map may lie here. */
const mostHere = 1000;

type Words = [en: string, es: string];

/** The areas of a GeoJSON map. `isName` finds the property that names them. Only shapes that come `near` are kept. */
export function readMap(
  bytes: Uint8Array,
  { what, isName, near }: { what: Text; isName: (value: string) => boolean; near: Box | null },
): ReadMap {
  const at = ([en, es]: Words) => say(`${what.en}: ${en}`, `${what.es}: ${es}`);
  const wrong = (...words: Words): ReadMap => ({ areas: [], told: [], problem: at(words) });
  const map = scanMap(bytes, near);
  if (!map) return wrong(...noMap(bytes));
  if (map === 'too-large') return wrong(...tooLarge);
  if (map.type === 'Topology') return wrong(...topology);
  if (!map.features) return wrong(...noFeatures);
  const shaped = map.features.filter(({ points }) => points > 0);
  if (shaped.length === 0) return wrong('there is no area in the file.', 'no hay ningún área en el archivo.');
  const key = nameKey(map.features, isName);
  const problem = shapeProblem(shaped, key) ?? placeProblem(shaped, { key, crs: map.crs });
  if (problem) return wrong(...problem);
  if (key === null) return wrong(...noName(map.features));
  if (shaped.filter(({ polygons }) => polygons.length > 0).length > mostHere) return wrong(...tooMany);
  const empty = map.features.filter(({ points }) => points === 0);
  const told = empty.length > 0 ? [at(leftOut(namesOf(empty, key, map.features)))] : [];
  return { areas: joined(shaped, key), told, problem: null };
}

const topology: Words = [
  'this is TopoJSON. Export the map as GeoJSON.',
  'esto es TopoJSON. Exporte el mapa como GeoJSON.',
];
const tooLarge: Words = [
  'it has more than 1,000,000 points here. Simplify the map.',
  'tiene más de 1 000 000 de puntos aquí. Simplifique el mapa.',
];
const tooMany: Words = [
  'it has more than 1,000 areas here. Use one area for each district or ZIP code.',
  'tiene más de 1 000 áreas aquí. Use un área por distrito o código postal.',
];
const noFeatures: Words = [
  'the file is no GeoJSON with a list of features (a FeatureCollection).',
  'el archivo no es GeoJSON con una lista de áreas (FeatureCollection).',
];
function noMap([first, second]: Uint8Array): Words {
  if (first === 0x50 && second === 0x4b) {
    return [
      'this is a ZIP archive, perhaps of a shapefile. Export the map as GeoJSON.',
      'esto es un archivo ZIP, quizás de un shapefile. Exporte el mapa como GeoJSON.',
    ];
  }
  if (first === 0x3c) {
    return [
      'this is a web page or an XML file such as KML. Export the map as GeoJSON.',
      'esto es una página web o un archivo XML como KML. Exporte el mapa como GeoJSON.',
    ];
  }
  return [
    'the file is no GeoJSON, is cut off, or has more than 10,000 areas.',
    'el archivo no es GeoJSON, está cortado o tiene más de 10 000 áreas.',
  ];
}

function noName(features: readonly Scanned[]): Words {
  const keys = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))].slice(0, 12);
  const found = keys.join(', ') || '-';
  return [
    `no property of its features names them as the campaign does. It has: ${found}.`,
    `ninguna propiedad de sus áreas las nombra como la campaña. Tiene: ${found}.`,
  ];
}

function leftOut(names: string): Words {
  return [`areas without a shape were left out: ${names}.`, `se omitieron las áreas sin forma: ${names}.`];
}

/** At most ten names, for a sentence. Without a property that names them, the numbers of the features. */
function namesOf(features: readonly Scanned[], key: string | null, all: readonly Scanned[]): string {
  const names = features.map((one) => (key && one.properties[key]) || `#${all.indexOf(one) + 1}`);
  const most = 10;
  return [...new Set(names)].slice(0, most).join(', ') + (names.length > most ? ' …' : '');
}

function shapeProblem(shaped: readonly Scanned[], key: string | null): Words | null {
  const other = shaped.filter(({ type }) => type !== 'Polygon' && type !== 'MultiPolygon');
  if (other.length > 0) {
    const types = [...new Set(other.map(({ type }) => type || '?'))].slice(0, 3).join(', ');
    const names = namesOf(other, key, shaped);
    return [
      `each feature has to be a Polygon or a MultiPolygon. These are not (${types}): ${names}.`,
      `cada área debe ser un Polygon o MultiPolygon. Estas no lo son (${types}): ${names}.`,
    ];
  }
  const open = shaped.filter(({ isClosed }) => !isClosed);
  if (open.length === 0) return null;
  const names = namesOf(open, key, shaped);
  return [
    `a border has to end with the point with which it begins. These do not have closed rings: ${names}.`,
    `un borde debe terminar en el punto en que empieza. Estas áreas no tienen anillos cerrados: ${names}.`,
  ];
}

/** Degrees, longitude first. In the United States the longitude is below -60 and the latitude above 0. */
function placeProblem(
  shaped: readonly Scanned[],
  { key, crs }: { key: string | null; crs: string },
): Words | null {
  const beyond = ({ box }: Scanned) => Math.max(-box.west, box.east, -box.south, box.north) > 180;
  if (shaped.some(beyond)) {
    const says = /^[\w:./ -]{1,60}$/.test(crs) ? ` (${crs})` : '';
    return [
      `its coordinates are no degrees: it is in another projection${says}. Export it as WGS 84 (EPSG:4326).`,
      `sus coordenadas no son grados: está en otra proyección${says}. Expórtelo como WGS 84 (EPSG:4326).`,
    ];
  }
  const swapped = shaped.filter(({ box }) => box.west > 0 && box.north < -60);
  if (swapped.length > 0) {
    const names = swapped.length < shaped.length ? ` (${namesOf(swapped, key, shaped)})` : '';
    return [
      `latitude and longitude are swapped${names}. GeoJSON has the longitude first.`,
      `la latitud y la longitud están cambiadas${names}. GeoJSON lleva primero la longitud.`,
    ];
  }
  return shaped.some(({ box }) => Math.max(-box.south, box.north) > 90)
    ? ['a latitude is beyond 90 degrees.', 'una latitud pasa de 90 grados.']
    : null;
}

/** The property that names most of the features, and more than half of them. */
function nameKey(features: readonly Scanned[], isName: (value: string) => boolean): string | null {
  const counted = new Map<string, number>();
  for (const { properties } of features) {
    for (const [key, value] of Object.entries(properties))
      if (isName(value)) counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const [best] = [...counted].toSorted(([, a], [, b]) => b - a);
  return best && best[1] > features.length / 2 ? best[0] : null;
}

/** Whether the boxes meet if latitude and longitude of one of them are exchanged. */
export function meetsSwapped(one: Box, { west, east, south, north }: Box): boolean {
  return overlap(one, { west: south, east: north, south: west, north: east });
}

function joined(features: readonly Scanned[], key: string): Area[] {
  const all = new Map<string, Area>();
  for (const { properties, polygons, box } of features) {
    const name = properties[key] ?? '';
    const known = all.get(name);
    if (!known) all.set(name, { name, polygons: [...polygons], features: [polygons], box });
    else {
      known.polygons.push(...polygons);
      known.features.push(polygons);
      known.box = boxAround([known, { box }]);
    }
  }
  return [...all.values()];
}

export type Measured = { zip: string; shares: Record<string, number>; outside: number };

/** A ZIP area of which less lies in the city is listed only by somebody who wants it. */
const leastOfNew = 0.05;

export function isListed(city: Part, { zip, outside }: Measured): boolean {
  return (isPart(city.zips) && zip in city.zips) || outside <= 1 - leastOfNew;
}

/** The city with the shares of the ZIP areas of the map. ZIPs that are not on it stay as they are. */
export function withShares(city: Part, measured: Measured[]): Part {
  const zips = new Map(Object.entries(isPart(city.zips) ? city.zips : {}));
  for (const one of measured) if (isListed(city, one)) zips.set(one.zip, one.shares);
  return { ...city, zips: Object.fromEntries([...zips].toSorted(([a], [b]) => a.localeCompare(b))) };
}

/** One district has so much of it that it is taken for all of it. */
export function isCertain({ shares }: Measured): boolean {
  return Object.values(shares).some((share) => share >= decidedFrom);
}
