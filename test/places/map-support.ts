import type { Part } from '../../worker/kits/form-rules.ts';
import { mapTool } from '../../worker/places/map-tool.ts';

type Box = [west: number, south: number, east: number, north: number];
export const ring = ([west, south, east, north]: Box) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
export const feature = (properties: object, rings: number[][][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
});
export const map = (...features: object[]) => ({ type: 'FeatureCollection', features });
export const bytes = (json: unknown) => new Uint8Array(new TextEncoder().encode(JSON.stringify(json)));

export const city = { districts: [{ code: '1' }, { code: '2' }], zips: { '28219': {} } };
export const around = { kit: {}, published: null, path: ['city'], kept: new Set<string>() };
export const west = feature({ district: 1 }, [ring([-81, 35, -80.5, 36])]);
export const east = feature({ district: 2 }, [ring([-80.5, 35, -80, 36])]);
export const inWest = feature({ zipcode: '28201' }, [ring([-80.9, 35.2, -80.8, 35.3])]);
export const across = feature({ zipcode: '28202' }, [ring([-80.6, 35.2, -80.4, 35.3])]);
export const beyond = feature({ zipcode: '28203' }, [ring([-80.1, 35.2, -79.9, 35.3])]);
export const far = feature({ zipcode: '28204' }, [ring([-79, 35.2, -78.9, 35.3])]);

export async function measureFiles(districts: Uint8Array, zips: Uint8Array) {
  const run = await mapTool.load();
  return run(city as Part, around, { districts, zips });
}

export const measure = (districts: unknown, zips: unknown) => measureFiles(bytes(districts), bytes(zips));

export const wordsOf = (told: { en: string; es: string }[], language: 'en' | 'es' = 'en') =>
  told.map((one) => one[language]).join('\n');

export const geometry = (properties: object, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
