import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  drawnMap,
  fontSize,
  type MapCity,
  margin,
  type Outline,
} from '../../worker/replication/map-rules.ts';
import { readOutline } from '../../worker/replication/outline.ts';

const assets = (env as unknown as { ASSETS: Fetcher }).ASSETS;
const states =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA WA WV WI WY';

async function outlineOf(state: string): Promise<Outline> {
  const outline = await readOutline(assets, state);
  if (!outline) throw new Error(`no outline of ${state}`);
  return outline;
}

const city = (name: string, [longitude, latitude]: [number, number], count = 1): MapCity => {
  return { name, longitude, latitude, count, isCounted: true };
};

test.each(states.split(' '))('the outline of %s takes 4 KB or less', async (state) => {
  const outline = await outlineOf(state);
  expect(JSON.stringify(outline).length).toBeLessThanOrEqual(4096);
  expect(outline.path).toMatch(/^(M\d+ \d+(l[-\d ]+)z)+$/);
});

test('there is no outline of what is no state', async () => {
  expect(await readOutline(assets, 'ZZ')).toBeNull();
  expect(await readOutline(undefined, 'NC')).toBeNull();
});

test('Charlotte stands in the south of North Carolina, Raleigh east of it, and Asheville in the west', async () => {
  const outline = await outlineOf('NC');
  const { dots, unnamed } = drawnMap(outline, [
    city('Asheville', [-82.55, 35.6], 10),
    city('Charlotte', [-80.84, 35.23], 400),
    city('Raleigh', [-78.64, 35.78], 100),
  ]);
  const [charlotte, raleigh, asheville] = dots;
  expect(dots.map(({ name }) => name)).toEqual(['Charlotte', 'Raleigh', 'Asheville']);
  expect(unnamed).toEqual([]);
  expect(asheville!.x).toBeLessThan(charlotte!.x);
  expect(charlotte!.x).toBeLessThan(raleigh!.x);
  expect(raleigh!.y).toBeLessThan(charlotte!.y);
  expect(charlotte!.r).toBeGreaterThan(raleigh!.r);
  expect(charlotte!.y).toBeGreaterThan(outline.height / 3);
});

test('a city of another state is not drawn, and the table has it', async () => {
  const drawn = drawnMap(await outlineOf('NC'), [city('Boston', [-71.06, 42.36])]);
  expect(drawn).toEqual({ dots: [], unnamed: ['Boston'] });
});

test('no name covers a dot or another name, whatever the cities are', async () => {
  const outline = await outlineOf('NC');
  const one = fc.record({
    name: fc.string({ minLength: 1, maxLength: 24 }),
    longitude: fc.double({ min: -85, max: -75, noNaN: true }),
    latitude: fc.double({ min: 33, max: 37, noNaN: true }),
    count: fc.nat(2_000_000),
    isCounted: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 50 }), (cities) => {
      const { dots, unnamed } = drawnMap(outline, cities);
      const boxes = dots.flatMap(({ name, label }, n) => (label ? [{ n, ...boxOf(name, label) }] : []));
      expect(boxes.length + unnamed.length).toBeGreaterThanOrEqual(
        new Set(cities.map(({ name }) => name)).size,
      );
      for (const box of boxes) {
        expect(box.left).toBeGreaterThanOrEqual(-margin);
        expect(box.right).toBeLessThanOrEqual(outline.width + margin);
        expect(boxes.some((other) => other.n !== box.n && meet(box, other))).toBe(false);
        const dotBox = ({ x, y, r }: (typeof dots)[number]) => ({
          ...{ left: x - r, right: x + r, top: y - r, bottom: y + r },
        });
        expect(dots.some((dot) => meet(box, dotBox(dot)))).toBe(false);
      }
    }),
  );
});

test('the same cities make the same map, in whatever order they come', async () => {
  const outline = await outlineOf('TX');
  const cities = [
    city('Austin', [-97.74, 30.27], 10),
    city('Dallas', [-96.8, 32.78], 10),
    city('El Paso', [-106.49, 31.76], 7),
  ];
  expect(drawnMap(outline, cities)).toEqual(drawnMap(outline, cities.toReversed()));
});

/** The room that a name takes, with letters of a bit more than half their height, as an independent reading. */
function boxOf(name: string, { x, y, anchor }: { x: number; y: number; anchor: string }) {
  const width = name.length * 0.55 * fontSize;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - 0.75 * fontSize, bottom: y + 0.2 * fontSize };
}

type Box = { left: number; right: number; top: number; bottom: number };
function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
