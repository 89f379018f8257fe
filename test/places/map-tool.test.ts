import { expect, test } from 'vitest';
import type { Part } from '../../worker/kits/form-rules.ts';
import { mapTool } from '../../worker/places/map-tool.ts';

type Box = [west: number, south: number, east: number, north: number];
const ring = ([west, south, east, north]: Box) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const feature = (properties: object, rings: number[][][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
});
const map = (...features: object[]) => ({ type: 'FeatureCollection', features });
const bytes = (json: unknown) => new TextEncoder().encode(JSON.stringify(json));

const city = { districts: [{ code: '1' }, { code: '2' }], zips: { '28219': {} } };
const around = { kit: {}, published: null, path: ['city'], kept: new Set<string>() };
const west = feature({ district: 1 }, [ring([-81, 35, -80.5, 36])]);
const east = feature({ district: 2 }, [ring([-80.5, 35, -80, 36])]);
const inWest = feature({ zipcode: '28201' }, [ring([-80.9, 35.2, -80.8, 35.3])]);
const across = feature({ zipcode: '28202' }, [ring([-80.6, 35.2, -80.4, 35.3])]);
const beyond = feature({ zipcode: '28203' }, [ring([-80.1, 35.2, -79.9, 35.3])]);
const far = feature({ zipcode: '28204' }, [ring([-79, 35.2, -78.9, 35.3])]);

async function measure(districts: unknown, zips: unknown) {
  const run = await mapTool.load();
  return run(city as Part, around, { districts: bytes(districts), zips: bytes(zips) });
}

test('shares are areas, and what is uncertain or outside is told', async () => {
  const { part, told, drawing } = await measure(map(west, east), map(inWest, across, beyond, far));
  expect(part.zips).toEqual({
    '28201': { '1': 1 },
    '28202': { '1': 0.5, '2': 0.5 },
    '28203': { '2': 0.5 },
    '28219': {},
  });
  const words = told.map(({ en }) => en).join('\n');
  expect(words).toContain('Measured ZIP areas: 3');
  expect(words).toContain('residents are asked (shaded on the map): 28202, 28203');
  expect(words).toContain('Partly outside the districts: 28203');
  expect(drawing).toMatch(/^<svg/);
});

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

test.each([
  ['latitude and longitude are swapped', map(swapped(west), swapped(east))],
  ['cross themselves: 1', map(bowTie, east)],
  ['no degrees', map(feet)],
  ['closed rings', map(open)],
  ['no GeoJSON', []],
  ['names them as the campaign does', map(feature({ name: 'North' }, [ring([-81, 35, -80, 36])]))],
])('a wrong map changes nothing and says why: %s', async (why, districts) => {
  const { part, told } = await measure(districts, map(inWest));
  expect(part).toBe(city);
  expect(told.map(({ en }) => en).join('\n')).toContain(why);
});
