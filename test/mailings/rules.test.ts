import { expect, test } from 'vitest';
import { mustPause } from '../../worker/mailings/rules.ts';

function paused(sent: number, { bounced = 0, complained = 0 }, before = { bounced: 0, complained: 0 }) {
  const figures = {
    delivered: 0,
    failed: 0,
    uncertain: 0,
    cancelled: 0,
    waiting: 0,
    sent,
    bounced,
    complained,
  };
  return mustPause({ figures, bouncedBefore: before.bounced, complainedBefore: before.complained });
}

test.for([
  ['one complaint of a hundred is one person’s word', 100, { complained: 1 }, null],
  ['two are not enough', 100, { complained: 2 }, null],
  ['three of a hundred pause it', 100, { complained: 3 }, 'complaints'],
  ['three of 1,500 are just 0.2%', 1500, { complained: 3 }, null],
  ['four of 1,500 are more', 1500, { complained: 4 }, 'complaints'],
  ['a school with twenty readers has four dead addresses', 20, { bounced: 4 }, null],
  ['five of a hundred are just 5%', 100, { bounced: 5 }, null],
  ['six of a hundred are more', 100, { bounced: 6 }, 'bounces'],
  ['complaints weigh more than bounces', 100, { bounced: 20, complained: 3 }, 'complaints'],
] as const)('%s', ([, sent, figures, why]) => {
  expect(paused(sent, figures)).toBe(why);
});

test('what somebody saw when they resumed it counts no more, and as many new ones pause it again', () => {
  const before = { bounced: 20, complained: 3 };
  expect(paused(300, { complained: 5, bounced: 24 }, before)).toBe(null);
  expect(paused(300, { complained: 6, bounced: 24 }, before)).toBe('complaints');
  expect(paused(300, { complained: 5, bounced: 25 }, before)).toBe('bounces');
});
