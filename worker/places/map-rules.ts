import { isPart, listOf, type Part, say, valueIn } from '../kits/form-rules.ts';
import type { Text } from './rules.ts';

export type Point = [number, number];
/** A ring closes with the point with which it begins. The first of a polygon is its border, the others are holes. */
export type Polygon = Point[][];
/** One area of a map, under the name by which a property of the map calls it. */
export type Area = { name: string; polygons: Polygon[] };

export type ReadMap = { areas: Area[]; problem: null } | { areas: []; problem: Text };

const mostPoints = 300_000;

/** The areas of a GeoJSON map. `isName` finds the property that names them. */
export function readMap(bytes: Uint8Array, what: Text, isName: (value: string) => boolean): ReadMap {
  const wrong = (en: string, es: string): ReadMap => ({
    areas: [],
    problem: say(`${what.en}: ${en}`, `${what.es}: ${es}`),
  });
  const features = featuresIn(bytes);
  if (!features)
    return wrong(
      'the file is no GeoJSON with a list of features.',
      'el archivo no es GeoJSON con una lista de áreas.',
    );
  const drawn = features.map((one) => ({
    properties: valueIn(one, 'properties'),
    polygons: polygonsIn(valueIn(one, 'geometry')),
  }));
  if (drawn.length === 0 || drawn.some(({ polygons }) => polygons === null)) {
    return wrong(
      'each feature has to be a Polygon or a MultiPolygon with closed rings.',
      'cada área debe ser un Polygon o MultiPolygon con anillos cerrados.',
    );
  }
  const points = drawn.flatMap(({ polygons }) => (polygons ?? []).flat(2));
  if (points.length > mostPoints)
    return wrong(
      'the map has more than 300,000 points. Simplify it first.',
      'el mapa tiene más de 300 000 puntos. Simplifíquelo antes.',
    );
  const placed = placeProblem(points);
  if (placed) return wrong(placed.en, placed.es);
  const key = nameKey(
    drawn.map(({ properties }) => properties),
    isName,
  );
  if (key === null)
    return wrong(
      'no property of its features names them as the campaign does.',
      'ninguna propiedad de sus áreas las nombra como la campaña.',
    );
  return {
    areas: joined(
      drawn.map(({ properties, polygons }) => ({ name: nameAt(properties, key), polygons: polygons ?? [] })),
    ),
    problem: null,
  };
}

function featuresIn(bytes: Uint8Array): unknown[] | null {
  try {
    const json: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes),
    );
    return isPart(json) && Array.isArray(json.features) ? json.features : null;
  } catch {
    return null;
  }
}

function polygonsIn(geometry: unknown): Polygon[] | null {
  const coordinates = listOf(valueIn(geometry, 'coordinates'));
  const type = valueIn(geometry, 'type');
  const found = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
  const polygons = found.map((one) => listOf(one).map(ringOf));
  const isWhole = polygons.length > 0 && polygons.every((rings) => rings.length > 0 && rings.every(Boolean));
  return isWhole ? (polygons as Polygon[]) : null;
}

function ringOf(ring: unknown): Point[] | null {
  const points = listOf(ring).map((point): Point => [Number(valueIn(point, 0)), Number(valueIn(point, 1))]);
  const [first, last] = [points[0], points.at(-1)];
  const isClosed = first && last && first[0] === last[0] && first[1] === last[1];
  return points.length >= 4 && isClosed && points.flat().every(Number.isFinite) ? points : null;
}

/** Degrees, longitude first. In the United States the longitude is below -60 and the latitude above 0. */
function placeProblem(points: Point[]): Text | null {
  if (points.some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 180)) {
    return say(
      'its coordinates are no degrees. Export it as WGS 84 (EPSG:4326).',
      'sus coordenadas no son grados. Expórtelo como WGS 84 (EPSG:4326).',
    );
  }
  if (points.every(([x, y]) => x > 0 && y < -60)) {
    return say(
      'latitude and longitude are swapped. GeoJSON has the longitude first.',
      'la latitud y la longitud están cambiadas. GeoJSON lleva primero la longitud.',
    );
  }
  return points.some(([, y]) => Math.abs(y) > 90)
    ? say('a latitude is beyond 90 degrees.', 'una latitud pasa de 90 grados.')
    : null;
}

/** The property that names most of the features, and more than half of them. */
function nameKey(properties: unknown[], isName: (value: string) => boolean): string | null {
  const keys = [...new Set(properties.flatMap((one) => (isPart(one) ? Object.keys(one) : [])))];
  const counted = keys.map((key) => ({
    key,
    n: properties.filter((one) => isName(nameAt(one, key))).length,
  }));
  const [best] = counted.toSorted((a, b) => b.n - a.n);
  return best && best.n > properties.length / 2 ? best.key : null;
}

function nameAt(properties: unknown, key: string): string {
  const value = valueIn(properties, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** An area may come in several features. */
function joined(areas: Area[]): Area[] {
  const all = new Map<string, Polygon[]>();
  for (const { name, polygons } of areas) all.set(name, [...(all.get(name) ?? []), ...polygons]);
  return [...all].map(([name, polygons]) => ({ name, polygons }));
}

export type Measured = { zip: string; shares: Record<string, number>; outside: number };

/** Rounded to a thousandth. Less than half a percent is where two maps draw one border differently. */
export function shareOf(part: number, whole: number): number | null {
  const share = Math.round((part / whole) * 1000) / 1000;
  return whole > 0 && share >= 0.005 ? Math.min(share, 1) : null;
}

/** A ZIP area of which less lies in the city is listed only by somebody who wants it. */
const leastOfNew = 0.05;

/** The city with the shares of the ZIP areas of the map. ZIPs that are not on it stay as they are. */
export function withShares(city: Part, measured: Measured[]): Part {
  const zips = new Map(Object.entries(isPart(city.zips) ? city.zips : {}));
  for (const { zip, shares, outside } of measured) {
    if (zips.has(zip) || outside <= 1 - leastOfNew) zips.set(zip, shares);
  }
  return { ...city, zips: Object.fromEntries([...zips].toSorted(([a], [b]) => a.localeCompare(b))) };
}

/** A district with so much of a ZIP area is taken for all of it. */
const enough = 0.9;

export function isCertain({ shares }: Measured): boolean {
  return Object.values(shares).some((share) => share >= enough);
}

const [width, height] = [600, 480];

/** Districts as thick lines with their names, ZIP areas as thin ones, and those where residents are asked shaded. */
export function drawnMap(districts: Area[], zips: (Area & { isShaded: boolean })[]): string {
  const points = districts.flatMap(({ polygons }) => polygons.flat(2));
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [west, east, south, north] = [
    least(xs),
    -least(xs.map((x) => -x)),
    least(ys),
    -least(ys.map((y) => -y)),
  ];
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(width / ((east - west) * squeeze || 1), height / (north - south || 1));
  const at = ([x, y]: Point) =>
    [Math.round((x - west) * squeeze * scale), Math.round((north - y) * scale)] as const;
  const path = (area: Area) =>
    area.polygons
      .flat()
      .map((ring) => `M${thinned(ring.map(at)).join('L')}Z`)
      .join('');
  const labels = districts.map(({ name, polygons }) => {
    const [x, y] = middle((polygons[0]?.[0] ?? []).map(at));
    return `<text x="${x}" y="${y}" text-anchor="middle" fill="currentColor">${escaped(name)}</text>`;
  });
  return [
    `<svg class="district-map" viewBox="-4 -4 ${width + 8} ${height + 8}" aria-hidden="true">`,
    ...zips.map(
      (zip) =>
        `<path d="${path(zip)}" fill="currentColor" fill-rule="evenodd" fill-opacity="${zip.isShaded ? '.15' : '0'}" stroke="currentColor" stroke-width=".5"/>`,
    ),
    ...districts.map(
      (district) => `<path d="${path(district)}" fill="none" stroke="currentColor" stroke-width="2"/>`,
    ),
    ...labels,
    '</svg>',
  ].join('');
}

/** Without spreading, which a long list does not survive. */
function least(values: number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
}

function thinned(points: (readonly [number, number])[]): string[] {
  const written = points.map((point) => point.join(' '));
  return written.filter((point, i) => point !== written[i - 1]);
}

function middle(points: (readonly [number, number])[]): [number, number] {
  const n = Math.max(points.length, 1);
  const sum = points.reduce(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
  return [Math.round((sum[0] ?? 0) / n), Math.round((sum[1] ?? 0) / n)];
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
