import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { staffToken } from '../../worker/digests/links.ts';
import type { DigestSection, SectionWords } from '../../worker/digests/section.ts';
import { features } from '../../worker/main/features.ts';
import { createHouse } from '../../worker/main/house.ts';
import { knownQuery } from '../../worker/platform/query.ts';
import { testApp } from '../support/app.ts';
import { campaignOfAugust, historyOf } from './history.ts';
import { storedDigests } from './stored.ts';
import { committeeOf } from './two-weeks.ts';

type Pledge = { slug: string; title: { en: string; es: string }; kept: number };

const pledge: Pledge = { slug: 'walk', title: { en: 'Walk to work', es: 'Ir a pie' }, kept: 7 };
const words: SectionWords = {
  named: 'the pledge',
  reason: 'the pledge is for the {committee}',
  did: 'pledged',
};

const section: DigestSection<Pledge[], Pledge, Pledge, Pledge> = {
  key: 'pledges',
  words: { en: words, es: words },
  snapshot: () => knownQuery([pledge]),
  make: (pledges, { week }) => ({ tallies: week >= '2026-W37' ? pledges : [], problems: [] }),
  line: ({ slug, kept }) => ({ slug, state: 'open', confirmed: kept, change: kept, corrected: 0 }),
  now: (pledges) => pledges,
  howCounted: () => ['Pledges are counted by hand.'],
  mail: ({ title, kept }, { language }) => ({
    campaign: { slug: 'any', contactEmail: 'pledges@example.org' },
    title: title[language],
    summary: `${kept} keep it.`,
    subject: `${kept} keep it`,
    news: [{ weight: 9, subject: 'Seven keep it', line: 'It has come to seven.' }],
    blocks: [
      {
        rank: 0,
        html: () => <p>The mail says that {kept} keep it.</p>,
        text: `The text says that ${kept} keep it.`,
      },
    ],
  }),
  weekOnPage: ({ kept }, { weekByWeek }) => (
    <section>
      <p>The page says that {kept} keep it.</p>
      {weekByWeek({ caption: 'Kept', verified: 'Kept', table: 'Pledges by week' })}
    </section>
  ),
  nowOnPage: ({ kept }) => <p>Now {kept} keep it.</p>,
  csv: { kind: 'pledge' },
  json: {
    nowKey: 'pledges_now',
    week: ({ slug, kept }) => ({ pledge: slug, kept }),
    now: ({ slug, kept }) => ({ pledge: slug, kept }),
  },
};

test('a section that a feature brings stands in the mail, on the staff page and in the downloads', async () => {
  const house = createHouse([...features, { name: 'pledges', digest: async () => section }]);
  const app = testApp({}, { house });
  const { action: petition } = await campaignOfAugust();
  await historyOf(petition).sign('2026-09-02T12:00:00Z');
  const { id, contact_email } = await committeeOf(petition.id);
  const path = `/tallies/${await staffToken(app.deps.keyring, id, 1)}`;
  const read = async (suffix: string) => (await app.request(path + suffix)).text();

  app.setNow('2026-09-03T12:00:00Z');
  expect(await read('')).toContain('Now 7 keep it.');
  await app.cron('2026-09-14T11:00:00Z');

  const [first, second] = await storedDigests(id);
  expect(first?.content).toMatchObject({ pledges: [] });
  expect(second?.content).toMatchObject({ petitions: [{}], pledges: [pledge] });

  const [mail, earlier] = await app.mailTo(contact_email);
  expect(mail?.subject).toBe('Seven keep it');
  expect(mail?.text).toContain('\n\nIt has come to seven.\n\n');
  expect(mail?.html).toContain('The mail says that 7 keep it.');
  expect(mail?.text).toContain('The text says that 7 keep it.');
  const said = mail?.text.replace(/\s+/g, ' ');
  expect(said).toContain('because the petition and the pledge are for the Safety Committee.');
  expect(said).toContain('the people who signed or pledged');
  expect(said).toContain('Pledges are counted by hand.');
  expect(earlier?.text).not.toContain('keep it');

  const page = await read('');
  expect(page).toContain('The page says that 7 keep it.');
  expect(page).toContain('Pledges by week');
  expect(page).toContain('Pledges are counted by hand.');
  expect(await read('.csv')).toContain(
    '2026-W37,2026-09-13,pledge,walk,Walk to work,open,total,total,,no,7,7,',
  );
  expect(JSON.parse(await read('.json'))).toMatchObject({
    pledges_now: [{ pledge: 'walk', kept: 7 }],
    weeks: [{ pledges: [] }, { petitions: [{}], pledges: [{ pledge: 'walk', kept: 7 }] }],
  });
  const lines = await env.DB.prepare(
    `SELECT week FROM digest_lines WHERE committee_id = ? AND section = 'pledges'`,
  )
    .bind(id)
    .all<{ week: string }>();
  expect(lines.results).toEqual([{ week: '2026-W37' }]);
});

test('a section whose numbers contradict each other holds the digest back', async () => {
  const wrong = { ...section, make: () => ({ tallies: [pledge], problems: ['walk: more than all'] }) };
  const house = createHouse([...features, { name: 'pledges', digest: async () => wrong }]);
  const { action: petition } = await campaignOfAugust();
  await expect(testApp({}, { house }).cron('2026-09-07T11:00:00Z')).rejects.toThrow('make-digests');
  const { id } = await committeeOf(petition.id);
  expect(await storedDigests(id)).toEqual([]);
});
