import { expect, test } from 'vitest';
import { contentOf } from '../../worker/campaigns/content.ts';
import { campaignKitSection } from '../../worker/campaigns/kit.ts';
import { nextJuncture, timelineOf } from '../../worker/campaigns/rules.ts';
import charlotte from '../support/charlotte.json';
import { parseKit } from '../support/kits.ts';

const parsed = parseKit(charlotte);
if (!parsed.ok) throw new Error('the Charlotte kit is wrong');
const content = contentOf(campaignKitSection.of(parsed.value).campaign);

test('the next juncture is the first that has not passed, with the days until then', () => {
  expect(nextJuncture(content.junctures, '2026-11-21')).toMatchObject({ slug: 'budget-vote', days: 205 });
  expect(nextJuncture(content.junctures, '2027-06-14')).toMatchObject({ slug: 'budget-vote', days: 0 });
  expect(nextJuncture(content.junctures, '2027-06-15')).toMatchObject({
    slug: 'council-election',
    days: 140,
  });
  expect(nextJuncture(content.junctures, '2027-11-03')).toBeNull();
});

test('days are counted by the calendar, over a change of the clock and a leap day', () => {
  const juncture = { ...content.junctures[0]!, on: '2028-03-13' };
  expect(nextJuncture([juncture], '2028-02-28')?.days).toBe(14);
});

test('the timeline runs in order and says where today is', () => {
  const moments = timelineOf(content, '2026-11-21').map(({ slug, when }) => [slug, when]);
  expect(moments).toEqual([
    ['enact-the-policy', 'now'],
    ['fund-the-training', 'next'],
    ['budget-vote', 'later'],
    ['council-election', 'later'],
  ]);
});

test('a juncture is now on its day and past on the day after', () => {
  const when = (today: string) => timelineOf(content, today).find(({ slug }) => slug === 'budget-vote')?.when;
  expect(when('2027-06-14')).toBe('now');
  expect(when('2027-06-15')).toBe('past');
});
