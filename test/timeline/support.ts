import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import type { TestApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

export const both = (text: string) => ({ en: text, es: `${text} (es)` });

/** Two phases that overlap and two junctures. */
export function timelineKit() {
  const small = smallKit();
  return {
    ...small,
    campaign: {
      ...small.campaign,
      phases: [
        {
          slug: 'policy',
          name: both('The policy'),
          summary: both('First.'),
          starts_on: '2026-09-01',
          ends_on: '2027-05-31',
        },
        { slug: 'money', name: both('The money'), summary: both('Then.'), starts_on: '2027-01-11' },
      ],
      junctures: [
        { slug: 'vote', name: both('The vote'), summary: both('It decides.'), on: '2027-06-14' },
        { slug: 'election', name: both('The election'), summary: both('People vote.'), on: '2027-11-02' },
      ],
    },
  };
}

type TimelineKit = ReturnType<typeof timelineKit>;
/** The same with other dates. */
export function datedKit(dates: Partial<TimelineKit['campaign']>) {
  const kit = timelineKit();
  return { ...kit, campaign: { ...kit.campaign, ...dates } };
}

/** A campaign with such a kit, and somebody who runs it. */
export async function openTimeline(app: TestApp, kit = timelineKit()) {
  const opened = await openKit(app.deps.db, kit, app.now());
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { slug } = kit.campaign;
  const campaign = { id: (await findCampaignBySlug(app.deps.db, slug)) ?? 0, slug };
  const owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  return { campaign, owner };
}

export const tactic = {
  title: 'Signatures at the market',
  phase: 'policy',
  starts_on: '2027-01-04',
  ends_on: '2027-02-26',
  owner: '',
  juncture: 'vote',
  outcome: 'The council sees how many we are',
  measure: '',
  target: '',
  what: '',
  n: '',
  progress: 'planned',
};

/** The id of a tactic, by its title. */
export async function idOf({ deps }: TestApp, { id }: { id: number }, title: string): Promise<string> {
  const row = deps.db.prepare(
    `SELECT id FROM tactics JOIN tactic_texts ON tactic_id = id AND tactic_texts.version = tactics.version
    WHERE campaign_id = ?1 AND content ->> 'title' = ?2`,
  );
  return (await row.bind(id, title).first<string>('id')) ?? '';
}

export const seenIn = (page: string) => /name="seen" value="(\w+)"/.exec(page)?.[1] ?? '';

/** As the form of a tactic would be sent after it was opened. */
export async function change(owner: OrganizerClient, id: string, fields: Record<string, string>) {
  const seen = seenIn(await owner.read(`/tactics/${id}`));
  return owner.post(`/tactics/${id}`, { ...tactic, seen, ...fields });
}

export async function undo(owner: OrganizerClient, done: Response): Promise<Response> {
  const act = /done=([^&]+)/.exec(done.headers.get('location') ?? '')?.[1] ?? '';
  return owner.post(`/acts/${act}/undo`, { back: '' });
}

/** One thing that an organizer does to the plan. */
export async function workOnPlan(owner: OrganizerClient, pick: number): Promise<void> {
  const ids = [...(await owner.read('/plan')).matchAll(/\/tactics\/(\w{26})/g)].map(([, id = '']) => id);
  const id = ids[pick % Math.max(1, ids.length)];
  const text = { ...tactic, phase: '', juncture: '', title: `Tactic ${pick}` };
  if (!id || pick % 3 === 0) await owner.post('/new-tactic', text);
  else if (pick % 3 === 1) {
    const needs = ids[(pick + 1) % ids.length] ?? '';
    await change(owner, id, { ...text, ...(needs !== id && { needs }) });
  } else await owner.post(`/tactics/${id}/remove`, { seen: seenIn(await owner.read(`/tactics/${id}`)) });
}
