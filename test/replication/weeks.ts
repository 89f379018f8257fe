import { expect } from 'vitest';
import { day } from '../../worker/platform/time/clock.ts';
import { keyringOf, type Told } from './log-of.ts';
import { type NeighborSite, neighborSite, openState, read, readingOf } from './support.ts';

export const keyring = keyringOf('first');
/** The Monday on which week 47 has ended. */
export const monday = new Date('2026-11-23T15:00:00Z');
export const later = (days: number) => new Date(monday.getTime() + days * day);

export const week47: Told[] = [
  { week: '2026-W47', n: 120, trained: 9 },
  { week: '2026-W47', n: 30, trained: 9, action: 'survey', kind: 'survey' },
];
export const week48: Told[] = [...week47, { week: '2026-W48', n: 150, trained: 11 }];

/** A city whose week 47 was read on the Monday. */
export async function cityOfWeek47(): Promise<{ site: NeighborSite; id: number; address: string }> {
  const site = await neighborSite();
  const { id } = await openState([site], monday);
  await site.show(keyring, week47);
  await read(monday);
  expect(await readingOf(id, monday)).toMatchObject({ state: 'verified', signatures: 120 });
  return { site, id, address: site.url };
}
