import { beforeAll, expect, test } from 'vitest';
import { openState, type ReadCity } from '../replication/state-support.ts';
import { site } from '../support/address.ts';
import { describeInBrowser, follow, hasBrowser, openVisit, sharedBrowser } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { textsOfPages } from '../support/pdf.ts';
import { weightOf } from '../support/weight.ts';

const browser = sharedBrowser();
let paths: { full: string; empty: string; one: string };

const words = {
  en: { late: 'What is late or missing' },
  es: { late: 'Qué llega tarde o falta' },
};

/** Twelve cities, long names and near ones among them, of which some are late, rewritten, beyond reason or not reached. */
const cities: ReadCity[] = [
  {
    name: 'Charlotte',
    population: 874_579,
    statements: [
      { n: 12_345, trained: 310 },
      { kind: 'survey', n: 880 },
    ],
  },
  { name: 'Concord', at: [-80.58, 35.41], statements: [{ n: 340 }] },
  { name: 'Kannapolis', at: [-80.62, 35.49], statements: [{ n: 41 }] },
  { name: 'Asheville', at: [-82.55, 35.6], statements: [{ n: 1_200, trained: 12 }] },
  {
    name: 'Raleigh',
    at: [-78.64, 35.78],
    statements: [
      { n: 9_876, trained: 55 },
      { kind: 'survey', n: 430 },
    ],
  },
  {
    name: 'Durham',
    at: [-78.9, 35.99],
    statements: [{ n: 4_321, week: '2026-W40' }],
    reason: 'no-connection',
  },
  { name: 'Greensboro', at: [-79.79, 36.07], reason: 'rewritten' },
  { name: 'Wilmington', at: [-77.94, 34.23], population: 100, statements: [{ n: 5_000 }] },
  { name: 'Fayetteville', at: [-78.88, 35.05], statements: [{ n: 77 }] },
  { name: 'Winston-Salem and the towns around it', at: [-80.24, 36.1], statements: [{ n: 650 }] },
  { name: 'Boone', at: [-81.67, 36.22], reason: 'too-slow' },
  { name: 'Elizabeth City', at: [-76.25, 36.3] },
];

beforeAll(async () => {
  if (!hasBrowser) return;
  const now = new Date();
  const opened = async (name: string, all: ReadCity[]) => (await openState(site.db, all, { now, name })).path;
  paths = {
    full: await opened('state-full', cities),
    empty: await opened('state-empty', [{ name: 'Wilson' }]),
    one: await opened('state-one', cities.slice(0, 1)),
  };
  // Nobody answers at these addresses.
  await site.db
    .prepare("UPDATE neighbor_logs SET due_at = 4102444800000 WHERE address LIKE '%.example.org'")
    .run();
});

describeInBrowser('the cities of a state', () => {
  test.for(['en', 'es'] as const)(
    'are found from the campaign and read on any screen, in %s',
    async (language) => {
      const say = words[language];
      const { page, faults, close } = await openVisit(browser());
      await page.goto(`${paths.full.replace(/\/state$/, '')}?lang=${language}`);
      await follow(page.locator(`a[href^="${paths.full}"]`).first());
      await page.getByRole('heading', { name: say.late }).waitFor();
      await look(page, `state-${language}`);
      expect(await weightOf(page.url())).toBeLessThanOrEqual(20);
      const sheets = textsOfPages(await page.pdf({ format: 'Letter' }));
      expect([sheets.length <= 3, sheets.every((texts) => texts > 0)]).toEqual([true, true]);
      for (const which of ['empty', 'one'] as const) {
        await page.goto(`${paths[which]}?lang=${language}`);
        await look(page, `state-${which}-${language}`);
      }
      expect(faults).toEqual([]);
      await close();
    },
  );

  test('stand in a table without a script', async () => {
    const { page, faults, close } = await openVisit(browser(), { javaScriptEnabled: false });
    await page.goto(paths.full);
    expect(await page.locator('table tbody tr').count()).toBeGreaterThanOrEqual(cities.length);
    expect(faults).toEqual([]);
    await close();
  });
});
