import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { findCommittee } from '../../worker/councils/store.ts';
import { problemsOf } from '../support/broken-kits.ts';
import { smallKit } from '../support/factories.ts';
import { changed, nextMonday, opened, rowOfAction } from '../support/opened-kits.ts';
import { brokenCouncils } from './broken-kits.ts';

const db = env.DB;

type Kit = ReturnType<typeof smallKit>;

async function committeeOf(kit: Kit) {
  const petition = await rowOfAction(kit.petitions[0]!.slug);
  const committee = await findCommittee(db, petition.committee_id as number);
  if (!committee) throw new Error('no committee');
  return committee;
}

test.each(brokenCouncils)(
  'a kit with %s is refused, and the refusal says where',
  (_what, breakIt, problem) => {
    expect(problemsOf(breakIt)).toEqual([problem]);
  },
);

test('an update keeps what a committee’s staff chose, and the time of the next digest', async () => {
  const kit = smallKit();
  await opened(kit);
  const { id } = await committeeOf(kit);
  await db
    .prepare("UPDATE committees SET frequency = 'monthly', staff_link = 4, next_digest_at = 77 WHERE id = ?")
    .bind(id)
    .run();
  await opened(
    changed(kit, ({ council }) => (council.committees[0]!.remit.en = 'Something else')),
    nextMonday,
  );
  expect(await committeeOf(kit)).toMatchObject({
    remit: { en: 'Something else' },
    frequency: 'monthly',
    staffLink: 4,
    nextDigestAt: new Date(77),
  });
});

test('another digest hour moves the next digest', async () => {
  const kit = smallKit();
  await opened(kit);
  await opened(
    changed(kit, ({ council }) => (council.committees[0]!.digest.hour = 9)),
    nextMonday,
  );
  expect((await committeeOf(kit)).nextDigestAt).toEqual(new Date('2026-11-30T14:00:00Z'));
});

test('so does another time zone', async () => {
  const kit = smallKit();
  await opened(kit);
  await opened(
    changed(kit, ({ city }) => (city.time_zone = 'America/Los_Angeles')),
    nextMonday,
  );
  const committee = await committeeOf(kit);
  expect([committee.nextDigestAt, committee.timeZone]).toEqual([
    new Date('2026-11-30T15:00:00Z'),
    'America/Los_Angeles',
  ]);
});
