import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import type { TestApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

export const both = (text: string) => ({ en: text, es: `${text} (es)` });

/** Seven seats, of which four decide; all of them and an organization are on the map. */
export function strategyKit() {
  const small = smallKit();
  const seats = Array.from({ length: 7 }, (_, i) => ({
    slug: `seat-${i + 1}`,
    title: both(`Seat ${i + 1}`),
    ...(i < 2 && { district: String(i + 1) }),
  }));
  return {
    ...small,
    council: { ...small.council, majority: 4, seats },
    strategy: {
      stakeholders: [
        ...seats.map(({ slug, title }) => ({ slug, name: title, kind: 'decides', seat: slug })),
        { slug: 'shelter', name: both('A shelter'), about: both('Helps.'), kind: 'survivors' },
      ],
    },
  };
}

/** A campaign with such a kit, and somebody who runs it. */
export async function openStrategy(app: TestApp, kit: { campaign: { slug: string } } = strategyKit()) {
  const opened = await openKit(app.deps.db, kit, app.now());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { slug } = kit.campaign;
  const campaign = { id: (await findCampaignBySlug(app.deps.db, slug)) ?? 0, slug };
  const owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  return { campaign, owner };
}

/** The id of a stakeholder, by its English name. */
export async function idOf({ deps }: TestApp, { id }: { id: number }, name: string): Promise<string> {
  const row = deps.db.prepare(
    `SELECT stakeholders.id FROM stakeholders JOIN stakeholder_texts
      ON stakeholder_id = stakeholders.id AND stakeholder_texts.version = stakeholders.version
    WHERE campaign_id = ?1 AND name ->> 'en' = ?2 AND state = 'stands'`,
  );
  return (await row.bind(id, name).first<string>('id')) ?? '';
}

export const statement = {
  kind: 'statement',
  on: '2026-11-24',
  support: 'for',
  influence: '',
  said_by: 'Minutes of the council',
  what: 'Will vote for it',
  link: 'https://council.example/minutes',
};

export async function undo(owner: OrganizerClient, done: Response): Promise<Response> {
  const act = /done=([^&]+)/.exec(done.headers.get('location') ?? '')?.[1] ?? '';
  return owner.post(`/acts/${act}/undo`, { back: '' });
}

/** One thing that an organizer does on the pages of the strategy. */
export async function workOnStrategy(owner: OrganizerClient, pick: number): Promise<void> {
  const ids = [...(await owner.read('/strategy')).matchAll(/\/stakeholders\/(\w{26})/g)].map(
    ([, id = '']) => id,
  );
  const id = ids[pick % Math.max(1, ids.length)];
  const text = { 'name.en': `Office ${pick}`, kind: 'shares', target: pick % 2 === 0 ? 'yes' : '' };
  if (!id || pick % 6 === 0) {
    await owner.post('/new-stakeholder', text);
    return;
  }
  const page = await owner.read(`/stakeholders/${id}`);
  const seen = /name="seen" value="(\w+)"/.exec(page)?.[1] ?? '';
  const evidence = /stakeholder-evidence\/(\w+)\/back/.exec(page)?.[1];
  const tie = /stakeholder-ties\/(\w+)\/remove/.exec(page)?.[1];
  if (pick % 6 === 1) await owner.post(`/stakeholders/${id}/edit`, { ...text, seen });
  else if (pick % 6 === 2) await owner.post(`/stakeholders/${id}/remove`, { seen });
  else if (pick % 6 === 3 && evidence) await owner.post(`/stakeholder-evidence/${evidence}/back`);
  else if (pick % 6 === 4 && tie) await owner.post(`/stakeholder-ties/${tie}/remove`);
  else if (pick % 6 === 4) {
    await owner.post(`/stakeholders/${id}/tie`, {
      kind: 'trusts',
      other: ids[(pick + 1) % ids.length] ?? '',
    });
  } else await owner.post(`/stakeholders/${id}/evidence`, { ...statement, influence: String(pick % 4) });
}

/** Fills a campaign by SQL: `n` stakeholders with one piece of evidence each, and `ties` ties between them. */
export async function crowd(
  db: D1Database,
  campaignId: number,
  { n, ties, day }: { n: number; ties: number; day: string },
): Promise<void> {
  const numbers =
    'WITH RECURSIVE numbers (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < ?2)';
  const id = (letter: string, of: string) => `'${letter}' || printf('%025d', ${of})`;
  await db.batch([
    db
      .prepare(
        `${numbers} INSERT INTO stakeholders (id, campaign_id, state, change_id, version, sort_name, kind, is_target, is_agent,
          support, support_on, influence, influence_on)
        SELECT ${id('S', 'i')}, ?1, 'stands', ${id('S', 'i')}, 1, printf('office number %05d of the city', i),
          CASE i % 4 WHEN 0 THEN 'decides' WHEN 1 THEN 'police' WHEN 2 THEN 'survivors' ELSE 'shares' END,
          i % 7 = 0, i % 11 = 0, CASE i % 3 WHEN 0 THEN 'for' WHEN 1 THEN 'against' ELSE 'leans-for' END, ?3, i % 4, ?3
        FROM numbers`,
      )
      .bind(campaignId, n, day),
    db
      .prepare(
        `INSERT INTO stakeholder_texts
        SELECT id, 1, json_object('en', 'Office number ' || substr(id, 22) || ' of the city', 'es', 'Cargo ' || id),
          sort_name, '{"en":"","es":""}', kind, NULL, is_target, is_agent
        FROM stakeholders WHERE campaign_id = ?1 AND id GLOB 'S0*'`,
      )
      .bind(campaignId),
    db
      .prepare(
        `INSERT INTO stakeholder_evidence
        SELECT 'E' || substr(id, 2), id, ?1, 'stands', 'vote', ?2, support, influence, 'Minutes', NULL, ''
        FROM stakeholders WHERE campaign_id = ?1 AND id GLOB 'S0*'`,
      )
      .bind(campaignId, day),
    db
      .prepare(
        `${numbers} INSERT INTO stakeholder_ties
        SELECT ${id('T', 'i')}, ?1, ${id('S', 'i % ?3')}, ${id('S', '(i + 1 + 3 * (i / ?3)) % ?3')},
          CASE i % 6 WHEN 0 THEN 'reports-to' WHEN 1 THEN 'sits-with' WHEN 2 THEN 'advises' WHEN 3 THEN 'funds'
            WHEN 4 THEN 'trusts' ELSE 'has-access' END, 'stands'
        FROM numbers`,
      )
      .bind(campaignId, ties, n),
  ]);
}
