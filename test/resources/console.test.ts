import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { message } from '../../web/language.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import type { ConsoleCampaign } from '../../worker/organize/console-section.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { resourcesSection } from '../../worker/resources/console.tsx';
import { aWednesday } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { kitWithServices, someService } from './support.ts';

test('services that nobody has checked for 90 days wait for an organizer, examples do not', async () => {
  const kit = kitWithServices([
    someService({ slug: 'one', checked_on: '2026-11-01' }),
    someService({ slug: 'two', checked_on: '2026-11-02' }),
    someService({ slug: 'example', checked_on: '2026-01-01', example: true }),
  ]);
  await openKit(env.DB, kit, aWednesday);
  const id = (await findCampaignBySlug(env.DB, kit.campaign.slug)) ?? 0;
  const campaign = { id, timeZone: 'America/New_York' } as ConsoleCampaign;
  const on = async (day: string) => {
    const query = resourcesSection.waits?.(env.DB, campaign, new Date(`${day}T15:00:00Z`), { ages: true });
    const found = query ? await runQuery(env.DB, query) : [];
    return found.map(({ words, count, path }) => [message(words.en, { n: count }, 'en'), path]);
  };
  const path = '/write/edit?page=services';
  expect(await on('2027-01-30')).toEqual([]);
  expect(await on('2027-01-31')).toEqual([['1 service was last checked more than 90 days ago', path]]);
  expect(await on('2027-02-01')).toEqual([['2 services were last checked more than 90 days ago', path]]);
});
