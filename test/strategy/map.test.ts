import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { gridOf, perCell } from '../../worker/strategy/grid-rules.ts';
import { placesOf } from '../../worker/strategy/map-layout.ts';
import { mapSize } from '../../worker/strategy/map-rules.ts';
import { stakeholderKinds, tieKinds } from '../../worker/strategy/rules.ts';
import { testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import type { OrganizerClient } from '../support/organizer.ts';
import { crowd, openStrategy } from './support.ts';

const app = testApp();
let owner: OrganizerClient;

beforeAll(async () => {
  const opened = await openStrategy(app, smallKit());
  owner = opened.owner;
  await crowd(env.DB, opened.campaign.id, { n: 200, ties: 600, day: '2026-11-20' });
});

const svgIn = (html: string) => /<svg class="symbols" viewBox[\s\S]*?<\/svg>/.exec(html)?.[0] ?? '';

test('200 stakeholders and 600 ties are one page under 150 KB, drawn the same each time', async () => {
  const page = await owner.read('/power-map');
  expect(page.match(/<use href="#s-(decides|police|survivors|shares)"/g)).toHaveLength(200);
  const lines = [...page.matchAll(/<path class="tie [\w-]+" d="([^"]*)"/g)].map(([, d = '']) => d);
  // A tie is a line of its own, and a point at its end unless it has no direction; six lines explain the kinds.
  expect(lines.join('').match(/M-?\d+ -?\d+L-?\d+ -?\d+(?=M|$)/g)?.length).toBeGreaterThanOrEqual(600);
  expect(new TextEncoder().encode(page).length).toBeLessThan(150_000);
  expect(svgIn(await owner.read('/power-map'))).toBe(svgIn(page));
  expect(svgIn(await owner.read('/power-map?lang=es'))).toBe(svgIn(page));
  expect(new TextEncoder().encode(await owner.read('/power-grid')).length).toBeLessThan(150_000);
});

test('the table says what the map draws: each name, kind, mark and tie', async () => {
  const page = await owner.read('/power-map');
  const table = page.slice(page.indexOf('<table'));
  expect(table.match(/<th scope="row"/g)).toHaveLength(200);
  for (const words of ['Decides and funds', 'Target', 'Agent of change', 'reports to', 'has access to']) {
    expect(table).toContain(words);
  }
  const named = [...table.matchAll(/\(\d+\)/g)];
  expect(named).toHaveLength(600);
});

test('the same stakeholders and ties give the same places inside the picture, in whatever order they come', () => {
  const one = (i: number) => ({
    id: `S${String(i).padStart(25, '0')}`,
    kind: stakeholderKinds[i % 4] ?? 'shares',
  });
  const graph = fc.integer({ min: 1, max: 40 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      ends: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1)), { maxLength: 60 }),
      seed: fc.nat(1000),
    }),
  );
  fc.assert(
    fc.property(graph, ({ n, ends, seed }) => {
      const stakeholders = Array.from({ length: n }, (_, i) => one(i));
      const ties = ends.map(([from, to], i) => ({
        ...{ id: `T${i}`, fromId: one(from).id, toId: one(to).id, kind: tieKinds[i % 6] ?? 'funds' },
      }));
      const turned = <Value>(list: readonly Value[]) => {
        const at = list.length > 0 ? seed % list.length : 0;
        return [...list.slice(at), ...list.slice(0, at)].toReversed();
      };
      const places = placesOf(stakeholders, ties);
      expect([...placesOf(turned(stakeholders), turned(ties))].toSorted()).toEqual([...places].toSorted());
      for (const { x, y } of places.values()) {
        expect(x >= 0 && x <= mapSize.width && y >= 0 && y <= mapSize.height).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

test('a full cell of the grid says how many more there are, and who is absent stands in the table alone', () => {
  const those = Array.from({ length: perCell + 5 }, (_, i) => ({
    ...{ id: String(i), support: 'for' as const, supportOn: '2026-11-20', influence: 2 as const },
  }));
  const { spots, more } = gridOf(those, '2026-11-25');
  expect(spots).toHaveLength(perCell);
  expect(more.map(({ n }) => n)).toEqual([5]);
  const absent = { id: 'a', support: 'absent' as const, supportOn: '2026-11-20', influence: 3 as const };
  expect(gridOf([absent], '2026-11-25').spots).toEqual([]);
});
