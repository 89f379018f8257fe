import { expect, test } from 'vitest';
import {
  across,
  bytes,
  city,
  east,
  far,
  feature,
  geometry,
  inWest,
  map,
  measure,
  measureFiles,
  ring,
  west,
  wordsOf,
} from './map-support.ts';

const swapped = (one: typeof west) => ({
  ...one,
  geometry: { ...one.geometry, coordinates: one.geometry.coordinates.map((r) => r.map(([x, y]) => [y, x])) },
});
const bowTie = feature({ district: 1 }, [
  [
    [-81, 35],
    [-80, 36],
    [-80, 35],
    [-81, 36],
    [-81, 35],
  ],
]);
const feet = feature({ district: 1 }, [ring([1_400_000, 500_000, 1_450_000, 550_000])]);
const open = feature({ district: 1 }, [ring([-81, 35, -80, 36]).slice(0, 4)]);
const carolina = { ...map(feet), crs: { type: 'name', properties: { name: 'EPSG:2264' } } };
const european = (one: object) => JSON.parse(JSON.stringify(one).replaceAll('-8', '8'));

test.each([
  ['latitude and longitude are swapped', 'están cambiadas', map(swapped(west), swapped(east))],
  ['latitude and longitude are swapped (2)', 'cambiadas (2)', map(west, swapped(east))],
  ['cross themselves: 1', 'se cruzan a sí mismos: 1', map(bowTie, east)],
  ['one over the other: 1', 'una sobre otra: 1', map(west, west, east)],
  [
    'overlap each other in: 28201',
    'se superponen en: 28201',
    map(west, { ...west, properties: { district: 2 } }),
  ],
  ['in another projection. Export it as WGS 84', 'en otra proyección. Expórtelo', map(feet)],
  ['in another projection (EPSG:2264)', 'en otra proyección (EPSG:2264)', carolina],
  ['do not have closed rings: 1', 'anillos cerrados: 1', map(open)],
  [
    'These are not (Point): 1',
    'no lo son (Point): 1',
    map(geometry({ district: 1 }, 'Point', [-80.8, 35.2])),
  ],
  ['there is no area in the file', 'no hay ningún área', map()],
  ['there is no area in the file', 'no hay ningún área', map(geometry({ district: 1 }, 'Polygon', []))],
  ['no GeoJSON', 'no es GeoJSON', []],
  ['a list of features', 'una lista de áreas', { type: 'FeatureCollection' }],
  ['this is TopoJSON', 'esto es TopoJSON', { type: 'Topology', objects: {}, arcs: [[[1, 2]]] }],
  ['It has: name.', 'Tiene: name.', map(feature({ name: 'North' }, [ring([-81, 35, -80, 36])]))],
  ['No ZIP area lies in a district', 'Ningún código postal', map({ ...far, properties: { district: 1 } })],
] as const)('a wrong map changes nothing and says why: %s', async (en, es, districts) => {
  const { part, told } = await measure(districts, map(inWest));
  expect(part).toBe(city);
  expect(wordsOf(told)).toContain(en);
  expect(wordsOf(told, 'es')).toContain(es);
  expect(wordsOf(told)).toContain('Nothing was changed.');
});

test('maps that meet only with latitude and longitude exchanged say so, wherever on earth', async () => {
  const zips = european(map(swapped(inWest), swapped(across)));
  const { told } = await measure(european(map(west, east)), zips);
  expect(wordsOf(told)).toContain('In one of them latitude and longitude are swapped');
});

test.each([
  ['a ZIP archive', 'PK\u0003\u0004'],
  ['a web page or an XML file such as KML', '<?xml version="1.0"?><kml/>'],
  ['is cut off', JSON.stringify(map(west, east)).slice(0, -9)],
  ['no GeoJSON', `${'['.repeat(100_000)}`],
  ['no GeoJSON', `{"features":[{"geometry":{"type":"Polygon","coordinates":${'['.repeat(100_000)}`],
  ['no GeoJSON', '{"features":[{"geometry":{"type":"Polygon","coordinates":[[["a","b"]]]}}]}'],
  ['no GeoJSON', `{"features":[${'{},'.repeat(10_001)}{}]}`],
  ['no GeoJSON', '\0\0\0'],
  ...['null,null', 'NaN,1', '1e999,1', '"1","2"', '{},[]', 'true,1'].map((bad): [string, string] => [
    'no GeoJSON',
    JSON.stringify(map(west, east)).replace('[[[-81,35]', `[[[${bad}]`),
  ]),
])('a file that is no map says what it is: %s', async (why, text) => {
  const { part, told } = await measureFiles(new TextEncoder().encode(text), bytes(map(inWest)));
  expect(part).toBe(city);
  expect(wordsOf(told)).toContain(why);
});

const triangle = (at: number) => {
  const x = -81 + (at % 100) / 1000;
  const y = 35 + Math.floor(at / 100) / 1000;
  return feature({ district: 1 }, [
    [
      [x, y],
      [x + 0.001, y],
      [x, y + 0.001],
      [x, y],
    ],
  ]);
};
const zigzag = (points: number) => {
  const turns = Array.from({ length: points }, (_, i) => [-81 + i / points, i % 2 === 0 ? 35 : 36]);
  return feature({ district: 1 }, [[...turns, turns[0]!]]);
};

test.each([
  ['more than 1,000 areas here', map(...Array.from({ length: 1001 }, (_, at) => triangle(at)))],
  ['too many points and turns', map(...Array.from({ length: 900 }, (_, at) => triangle(at)), zigzag(8000))],
  ['too many points and turns', map(zigzag(200_000))],
])('a map that would take minutes is refused before it is measured: %s', async (why, districts) => {
  const { part, told } = await measure(districts, map(inWest));
  expect(part).toBe(city);
  expect(wordsOf(told)).toContain(why);
});

test('a file of more than a million points says so', async () => {
  const ring = `[[${'[-81,35],'.repeat(1_000_000)}[-81,35]]]`;
  const text = `{"features":[{"geometry":{"type":"Polygon","coordinates":${ring}}}]}`;
  const { told } = await measureFiles(new TextEncoder().encode(text), bytes(map(inWest)));
  expect(wordsOf(told)).toContain('more than 1,000,000 points here');
});
