import { type ActionContext, findContext } from '../../worker/actions/context.ts';
import type { LookPolicy } from '../../worker/campaigns/rules.ts';
import { openKit } from './kits.ts';

let minted = 0;

/** A slug that no other test in this file has. */
export function freshSlug(word: string): string {
  minted += 1;
  return `${word}-${minted}`;
}

const both = (text: string) => ({ en: text, es: `${text} (es)` });

export type KitOverrides = {
  timeZone?: string;
  opensOn?: string;
  closesOn?: string | null;
  retentionDays?: number;
  thresholds?: number[];
  asksStreet?: boolean;
  digest?: { day: number; hour: number; language?: 'en' | 'es' };
  looks?: LookPolicy;
  heldWords?: string[];
  phases?: { slug: string; name: object; summary: object; starts_on: string; ends_on?: string }[];
  /** The number of petitions of the campaign, all addressed to one committee. */
  petitions?: number;
};

/**
 * A small but whole campaign with two districts. ZIP 28205 can be in either, 28202 is in the first, 28299 is unknown.
 */
export function smallKit(overrides: KitOverrides = {}) {
  const slug = freshSlug('town');
  return {
    kit: 1,
    city: {
      slug,
      name: 'Riverton',
      region: 'North Carolina',
      time_zone: overrides.timeZone ?? 'America/New_York',
      districts: [
        { code: '1', name: both('District 1') },
        { code: '2', name: both('District 2') },
      ],
      zips: { '28202': { '1': 0.97 }, '28205': { '1': 0.6, '2': 0.4 }, '28299': {} },
    },
    council: {
      slug: 'council',
      name: both('City Council'),
      majority: 1,
      seats: [{ slug: 'district-1', title: both('Council member, District 1'), district: '1' }],
      committees: [
        {
          slug: 'safety',
          name: both('Safety Committee'),
          remit: both('Recommends policy on safety'),
          contact_email: `${slug}@example.org`,
          digest: overrides.digest ?? { day: 1, hour: 7 },
        },
      ],
    },
    campaign: {
      slug: `${slug}-campaign`,
      title: both('A small campaign'),
      summary: both('What it is about.'),
      ask: both('Do the small thing'),
      accent: 'teal',
      contact_email: 'organizers@example.org',
      retention_days: overrides.retentionDays ?? 180,
      ...(overrides.looks && { names_and_comments: overrides.looks }),
      ...(overrides.heldWords && { held_words: overrides.heldWords }),
      hashtags: ['#Small'],
      headline_fact: fact('headline'),
      facts: [fact('other')],
      phases: overrides.phases ?? [],
      junctures: [{ slug: 'vote', name: both('The vote'), summary: both('It decides.'), on: '2027-06-14' }],
      sources: [
        { slug: 'direct', name: both('Direct') },
        { slug: 'other', name: both('Other') },
        { slug: 'poster', name: both('Poster') },
      ],
    },
    petitions: Array.from({ length: overrides.petitions ?? 1 }, (_, index) => ({
      slug: index === 0 ? `${slug}-petition` : `${slug}-petition-${index + 1}`,
      committee: 'safety',
      title: both('A small petition'),
      ask: both('Do the small thing'),
      text: both('## Why\n\nBecause it is small.'),
      opens_on: overrides.opensOn ?? '2026-09-01',
      ...(overrides.closesOn === null ? {} : { closes_on: overrides.closesOn ?? '2027-06-30' }),
      thresholds: (overrides.thresholds ?? [3, 10]).map((signatures) => {
        return { signatures, name: both(`${signatures} signatures`) };
      }),
      asks_street: overrides.asksStreet ?? false,
      links: [] as { code: string; source: string }[],
    })),
  };
}

function fact(slug: string) {
  return {
    slug,
    figure: { en: '9 in 10', es: '9 in 10' },
    statement: both('9 in 10 say that it is so.'),
    source: { name: both('A survey'), year: 2020 },
  };
}

/** Stops the digests of earlier tests, because all tests of a file share one database. */
export async function stopEarlierDigests(db: D1Database): Promise<void> {
  await db.prepare('UPDATE committees SET next_digest_at = ?').bind(Date.UTC(2100, 0)).run();
}

/** Opens a small campaign on a Monday, after that week's digests, and returns the context of its petition. */
export async function openPetition(db: D1Database, overrides: KitOverrides = {}): Promise<ActionContext> {
  const kit = smallKit(overrides);
  const opened = await openKit(db, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const context = await findContext(db, kit.petitions[0]?.slug ?? '');
  if (!context) throw new Error('the petition was not opened');
  return context;
}
