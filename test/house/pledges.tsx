import type { Child } from 'hono/jsx';
import * as z from 'zod';
import type { CountedChange } from '../../worker/actions/counted-hooks.ts';
import { campaignKitSection } from '../../worker/campaigns/kit.ts';
import { councilKitSection } from '../../worker/councils/kit.ts';
import type { DigestSection, SectionWords } from '../../worker/digests/section.ts';
import { slug, text } from '../../worker/kits/atoms.ts';
import { list, name } from '../../worker/kits/problems.ts';
import { kitSection } from '../../worker/kits/section.ts';
import type { Feature } from '../../worker/main/feature.ts';
import { jsonAnswer } from '../../worker/platform/http/openapi.ts';
import { enqueueStatement } from '../../worker/platform/mail/outbox.ts';
import { mapQuery, type Query, rowsQuery, type Subquery } from '../../worker/platform/query.ts';

/** The feature's table. A real feature would have a migration. */
export const pledgesTable = `CREATE TABLE IF NOT EXISTS pledges (
  slug TEXT PRIMARY KEY, campaign_id INTEGER NOT NULL, committee TEXT NOT NULL, title TEXT NOT NULL,
  promised INTEGER NOT NULL DEFAULT 0, signers INTEGER NOT NULL DEFAULT 0, erased INTEGER NOT NULL DEFAULT 0,
  announced_at INTEGER, thanked TEXT)`;

type Row = {
  slug: string;
  title: string;
  campaign_id: number;
  promised: number;
  signers: number;
  announced_at: number | null;
  thanked: string | null;
};
type Pledge = { slug: string; title: { en: string; es: string }; promised: number; signers: number };

function pledgeOf({ title, ...row }: Row): Pledge {
  return { ...row, title: JSON.parse(title) };
}

function pledgesQuery(db: D1Database, where: string, value: string | number): Query<Pledge[]> {
  return rowsQuery(
    db.prepare(`SELECT pledges.* FROM pledges ${where} ORDER BY slug`).bind(value),
    (rows: Row[]) => rows.map(pledgeOf),
  );
}

function ofCampaign(db: D1Database, campaign: Subquery): Query<Pledge[]> {
  return pledgesQuery(db, `WHERE campaign_id = (${campaign.sql})`, campaign.value);
}

const kit = kitSection({
  needs: [campaignKitSection, councilKitSection],
  keys: { pledges: z.array(z.strictObject({ slug, committee: slug, title: text(200) })).default([]) },
  skeleton: { pledges: list({ slug: name }) },
  open: ({ pledges, campaign }, { db }) =>
    pledges.map(({ slug, committee, title }) =>
      db
        .prepare(
          `INSERT INTO pledges (slug, campaign_id, committee, title)
          SELECT ?1, id, ?3, ?4 FROM campaigns WHERE campaigns.slug = ?2
          ON CONFLICT (slug) DO UPDATE SET title = excluded.title`,
        )
        .bind(slug, campaign.slug, committee, JSON.stringify(title)),
    ),
  entries: ({ pledges }) => pledges.map(({ slug }) => ({ label: `pledge ${slug}` })),
  snapshot: ({ campaign }, { db }) => [
    db
      .prepare(
        `SELECT 'pledge ' || pledges.slug AS label, json_object('title', json(title)) AS fields
          FROM pledges JOIN campaigns ON campaigns.id = campaign_id WHERE campaigns.slug = ?`,
      )
      .bind(campaign.slug),
  ],
});

const words: SectionWords = {
  named: 'the pledge',
  reason: 'a pledge is for the {committee}',
  did: 'promised',
};

type Tally = Pledge;

function line({ title, promised }: Pledge): string {
  return `${promised} promised: ${title.en}`;
}

const digest: DigestSection<Pledge[], Tally, Tally, Tally> = {
  key: 'pledges',
  words: { en: words, es: words },
  snapshot: (db, committeeId) =>
    pledgesQuery(db, 'JOIN committees ON committees.slug = committee WHERE committees.id = ?', committeeId),
  make: (pledges) => ({ tallies: pledges, problems: [] }),
  line: ({ slug, promised }) => {
    return { slug, state: 'open', confirmed: promised, change: 0, corrected: 0 };
  },
  now: (pledges) => pledges,
  howCounted: () => ['A pledge counts each promise.'],
  mail: (pledge) => ({
    campaign: { slug: 'pledges', contactEmail: 'pledges@example.org' },
    title: pledge.title.en,
    summary: line(pledge),
    subject: line(pledge),
    news: [],
    blocks: [{ rank: 0, html: () => <p>{line(pledge)}</p>, text: line(pledge) }],
  }),
  weekOnPage: (pledge): Child => <section>{line(pledge)}</section>,
  nowOnPage: (pledge): Child => <section>{line(pledge)}</section>,
  csv: { kind: 'pledge' },
  json: {
    nowKey: 'pledges_now',
    week: ({ slug, promised }) => ({ slug, promised }),
    now: ({ slug, promised }) => ({ slug, promised }),
  },
};

/** An example of a new feature: businesses pledge to train their staff. It uses every part of the contract. */
export const pledges: Feature = {
  name: 'pledges',
  tables: ['pledges'],
  routes(app) {
    app.get('/pledges/:pledge', async (c) => {
      const { db } = c.var.deps;
      const { statements, read } = pledgesQuery(db, 'WHERE slug = ?', c.req.param('pledge'));
      const [pledge] = read((await db.batch([...statements])).map(({ results }) => results));
      return pledge ? c.html(<h1>{pledge.title[c.var.language]}</h1>) : c.notFound();
    });
    app.post('/pledges/:pledge/promises', async (c) => {
      const pledge = c.req.param('pledge');
      const to = String((await c.req.formData()).get('email'));
      const data = { pledge, to, at: c.var.now.getTime() };
      const write = { kind: 'promise', ref: pledge, data };
      const committed = await c.var.deps.commit({ group: 1, key: '00000000' }, write);
      return committed.ok ? c.json(committed.value) : c.body(null, 503);
    });
  },
  writes: () => ({
    kinds: new Map([
      [
        'promise',
        (db: D1Database, data: unknown[]) =>
          (data as { pledge: string; to: string; at: number }[]).flatMap(({ pledge, to, at }) => [
            db
              .prepare('UPDATE pledges SET promised = promised + 1, thanked = ?2 WHERE slug = ?1')
              .bind(pledge, to),
            enqueueStatement(db, [{ ref: pledge, kind: 'pledge-thanks' }], { now: new Date(at), cap: 1 }),
          ]),
      ],
    ]),
    readBack: (db, refs) =>
      db
        .prepare(
          `SELECT slug AS ref, 'promised' AS state, NULL AS reason, NULL AS contentVersion
          FROM pledges WHERE slug IN (SELECT value FROM json_each(?))`,
        )
        .bind(refs),
  }),
  whenCounted: {
    starts: (db, change) => [signersStatement(db, change, 1)],
    stops: (db, change) => [signersStatement(db, change, -1)],
  },
  whenErased: (db, { ids }) => [db.prepare('UPDATE pledges SET erased = erased + ?').bind(ids.length)],
  mails: [
    {
      kinds: ['pledge-thanks'],
      async render({ db }, entries) {
        const mails = entries.map(async ({ id, ref }) => {
          const to = await db
            .prepare('SELECT thanked FROM pledges WHERE slug = ?')
            .bind(ref)
            .first<string>('thanked');
          return [
            id,
            to ? { to, subject: 'Thank you', html: '<p>Thank you.</p>', text: 'Thank you.' } : null,
          ] as const;
        });
        return new Map(await Promise.all(mails));
      },
      async bounced({ db }, ref) {
        await db.prepare('UPDATE pledges SET thanked = NULL WHERE slug = ?').bind(ref).run();
      },
    },
  ],
  scheduled: [
    {
      name: 'announce-pledges',
      stage: 'tell',
      run: ({ db }, now) =>
        db
          .prepare('UPDATE pledges SET announced_at = ? WHERE announced_at IS NULL')
          .bind(now.getTime())
          .run(),
    },
  ],
  retention: [
    {
      name: 'forget-thanked',
      run: ({ db }) => db.prepare('UPDATE pledges SET thanked = NULL').run(),
    },
  ],
  api: {
    paths: {
      '/api/v1/pledges/{pledge}': {
        get: {
          operationId: 'getPledge',
          summary: 'A pledge',
          security: [],
          responses: { 200: jsonAnswer('The pledge', z.object({ slug: z.string() })) },
        },
      },
    },
  },
  campaignPage: {
    page: (db, campaign) =>
      mapQuery(ofCampaign(db, campaign), (found) => ({ shell }) => ({
        act: found.map(({ title }) => <p>{title[shell.language]}</p>),
      })),
    json: {
      shape: { pledges: z.array(z.string()) },
      query: (db, campaign) =>
        mapQuery(ofCampaign(db, campaign), (found) => () => ({
          pledges: found.map(({ slug }) => slug),
        })),
    },
  },
  privacy: async () => (db, campaign) =>
    mapQuery(ofCampaign(db, campaign), (found) => () => ({
      kept: found.map(({ slug }) => `The address of a business that promises: ${slug}.`),
    })),
  supporterPage: {
    toConfirm: async (c, { person }) => (
      <p>
        {person.givenName} counts beside {await countPledges(c.var.deps.db)} pledges
      </p>
    ),
    shown: async (c) => <p>Pledges around you: {await countPledges(c.var.deps.db)}</p>,
    data: async (c) => ({ pledges: await countPledges(c.var.deps.db) }),
  },
  kit: async () => kit,
  digest: async () => digest,
  async health(db) {
    const late = await db
      .prepare('SELECT count(*) AS n FROM pledges WHERE announced_at IS NULL')
      .first<number>('n');
    return late ? [`${late} pledges are not announced`] : [];
  },
};

function signersStatement(
  db: D1Database,
  { actionId, changed }: CountedChange,
  sign: 1 | -1,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE pledges SET signers = signers + ?2 * (SELECT count(*) FROM (${changed.ids('?3')}))
      WHERE campaign_id = (SELECT campaign_id FROM actions WHERE id = ?1)`,
    )
    .bind(actionId, sign, changed.value);
}

async function countPledges(db: D1Database): Promise<number> {
  return (await db.prepare('SELECT count(*) AS n FROM pledges').first<number>('n')) ?? 0;
}
