import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayBefore, freshnessOf, hiddenAfter, oldAfter } from '../../worker/resources/rules.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { kitWithServices, someService } from './support.ts';

const day = 86_400_000;
const opened = Date.parse('2026-11-25T00:00:00Z');
const dayAt = (instant: number) => new Date(instant).toISOString().slice(0, 10);

test('an entry is fresh for 90 days, old until 180, then hidden, and never becomes fresher by waiting', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.nat(400), fc.nat(400), (start, age, longer) => {
      const checkedOn = dayAt(start * day);
      const today = dayAt((start + age) * day);
      const expected = age <= 90 ? 'fresh' : age <= 180 ? 'old' : 'hidden';
      expect(freshnessOf(checkedOn, today)).toBe(expected);
      const order = ['fresh', 'old', 'hidden'];
      const later = freshnessOf(checkedOn, dayAt((start + age + longer) * day));
      expect(order.indexOf(later)).toBeGreaterThanOrEqual(order.indexOf(expected));
      // The days that queries compare with.
      expect(checkedOn >= dayBefore(today, oldAfter)).toBe(expected === 'fresh');
      expect(checkedOn >= dayBefore(today, hiddenAfter)).toBe(expected !== 'hidden');
    }),
  );
});

test('whatever the ages, the page shows exactly what is not hidden, and calls old exactly what is', async () => {
  const app = testApp();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 220 }),
      fc.integer({ min: 0, max: 23 }),
      async (ages, waited, hour) => {
        const kit = kitWithServices(
          ages.map((age, n) => someService({ slug: `service-${n}`, checked_on: dayAt(opened - age * day) })),
        );
        expect((await openKit(env.DB, kit, aWednesday)).ok).toBe(true);
        // Five hours behind UTC, as the city is in winter, or four.
        app.setNow(new Date(opened + waited * day + (hour + 5) * 3_600_000));
        const html = await (await app.request(`/campaigns/${kit.campaign.slug}/resources`)).text();
        const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(app.now());
        const ageOn = (age: number) => (Date.parse(today) - opened) / day + age;
        const articles = html.split('<article ').slice(1);
        const told = articles.map((article) => [
          /id="service-(\d+)"/.exec(article)?.[1],
          article.includes('Last checked more than 90 days ago'),
        ]);
        const expected = ages.flatMap((age, n) => (ageOn(age) > 180 ? [] : [[String(n), ageOn(age) > 90]]));
        expect(told).toEqual(expect.arrayContaining(expected));
        expect(told.length).toBe(expected.length);
      },
    ),
    { numRuns: 25 },
  );
});
