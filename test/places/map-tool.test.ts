import { area } from '@turf/area';
import { featureCollection, polygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  across,
  beyond,
  bytes,
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

test('shares are areas, and what is uncertain or outside is told', async () => {
  const { part, told, drawing, table } = await measure(map(west, east), map(inWest, across, beyond, far));
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
  expect(drawing?.('en')).toMatch(/^<svg/);
  expect(table?.rows.map((row) => row.map(({ en }) => en))).toEqual([
    ['28201', '1: 100%', '–', 'counted by ZIP code'],
    ['28202', '1: 50%, 2: 50%', '–', 'uncertain: they are asked'],
    ['28203', '2: 50%', '50%', 'uncertain: they are asked'],
  ]);
  expect(table?.rows[2]?.map(({ es }) => es)).toEqual(['28203', '2: 50%', '50%', 'dudoso: se les pregunta']);
});

test('holes are outside, and a MultiPolygon is all of its parts', async () => {
  const holed = feature({ district: 1 }, [ring([-81, 35, -80.5, 36]), ring([-80.9, 35.2, -80.8, 35.25])]);
  const apart = geometry({ district: 2 }, 'MultiPolygon', [
    [ring([-80.5, 35, -80, 36])],
    [ring([-80.9, 35.2, -80.8, 35.25])],
  ]);
  const { part } = await measure(map(holed, apart), map(inWest));
  expect(part.zips).toEqual({ '28201': { '1': 0.5, '2': 0.5 }, '28219': {} });
});

test('an area that comes in several features is all of them, and one without a shape is left out and told', async () => {
  const low = feature({ district: 1 }, [ring([-81, 35, -80.5, 35.25])]);
  const high = feature({ district: 1 }, [ring([-81, 35.25, -80.5, 36])]);
  const nothing = [
    { type: 'Feature', properties: { zipcode: '28298' }, geometry: null },
    geometry({ zipcode: '28299' }, 'Polygon', []),
  ];
  const { part, told } = await measure(map(low, high, east), map(inWest, across, beyond, ...nothing));
  expect(part.zips).toMatchObject({ '28201': { '1': 1 } });
  expect(wordsOf(told)).toContain('Map of ZIP areas: areas without a shape were left out: 28298, 28299.');
});

test('numbers in every notation of JSON, a mark at the beginning, and what no map needs', async () => {
  const text = JSON.stringify({ name: 'a "map" \\ {[', bbox: [1, [2]], ...map(west, east) })
    .replaceAll('-81', '-8.1e1')
    .replaceAll('36', '360E-1')
    .replace(
      '"features"',
      '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}, "features"',
    );
  const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]);
  const heights = JSON.parse(JSON.stringify(map(inWest)).replaceAll('35.2]', '35.2, 220.5]'));
  const { part } = await measureFiles(marked, bytes(heights));
  expect(part.zips).toMatchObject({ '28201': { '1': 1 } });
});

test('shares are what an exact intersection gives, within a thousandth', async () => {
  const star = fc
    .tuple(
      fc.integer({ min: -30, max: 30 }),
      fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 3, maxLength: 12 }),
    )
    .map(([shift, radii]) => {
      const points = radii.map((radius, i) => {
        const angle = (2 * Math.PI * i) / radii.length;
        return [-80.8 + (shift + radius * Math.cos(angle)) / 100, 35.2 + (radius * Math.sin(angle)) / 100];
      });
      return [...points, points[0]!];
    });
  await fc.assert(
    fc.asyncProperty(star, star, async (district, zip) => {
      const both = intersect(featureCollection([polygon([district]), polygon([zip])]));
      const exact = both ? area(both) / area(polygon([zip])) : 0;
      const { part } = await measure(
        map(feature({ district: 1 }, [district])),
        map(feature({ zipcode: '28219' }, [zip])),
      );
      const found = (part.zips as Record<string, Record<string, number>>)['28219']?.['1'] ?? 0;
      expect(Math.abs(found - (exact < 0.0055 && found === 0 ? 0 : exact))).toBeLessThan(0.0011);
    }),
    { numRuns: 25 },
  );
});

test('a map of 20 MB is measured without an object for each point', async () => {
  const n = 5000;
  const side = (from: number[], to: number[]) =>
    Array.from({ length: n }, (_, i) => {
      const at = (axis: 0 | 1) => (from[axis]! + ((to[axis]! - from[axis]!) * i) / n).toFixed(14);
      return `[${at(0)}, ${at(1)}]`;
    });
  const corners = [
    [-80.6, 35.2],
    [-80.4, 35.2],
    [-80.4, 35.3],
    [-80.6, 35.3],
    [-80.6, 35.2],
  ];
  const points = corners.slice(1).flatMap((to, i) => side(corners[i]!, to));
  const shape = `[[${[...points, points[0]].join(', ')}]]`;
  const features = Array.from({ length: 27 }, (_, i) => {
    return `{"type":"Feature","properties":{"zipcode":"${28300 + i}"},"geometry":{"type":"Polygon","coordinates":${shape}}}`;
  });
  const large = new TextEncoder().encode(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
  expect(large.length).toBeGreaterThan(20_000_000);
  const { part, drawing } = await measureFiles(bytes(map(west, east)), large);
  expect(part.zips).toMatchObject({ '28300': { '1': 0.5, '2': 0.5 }, '28326': { '1': 0.5, '2': 0.5 } });
  expect((drawing?.('en') ?? '').length).toBeLessThan(100_000);
});
