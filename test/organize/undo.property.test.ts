import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { listSwitches } from '../../worker/platform/switches.ts';
import { itemsOn } from '../moderation/support.ts';
import { expectBalance } from '../signatures/account.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
let context: ActionContext;
let owner: OrganizerClient;

/** What an organizer can do, with something that `pick` chooses. Whether it is done depends on what is there. */
type Verb = (pick: number) => Promise<unknown>;

/** Sections add what they can do. */
const verbs: Record<string, Verb> = {
  'approve a text': (pick) => decideOn('/words', pick, { decision: 'show' }),
  'hide a text': (pick) => decideOn('/words', pick, { decision: 'hide', reason: 'other' }),
  'hide what was shown': (pick) =>
    decideOn('/words?look=shown', pick, { decision: 'hide', reason: 'insult' }),
  'show what was hidden': (pick) => decideOn('/words?look=hidden', pick, { decision: 'show' }),
  'turn a switch': async (pick) => {
    const name = (['reminders-paused', 'event-open'] as const)[pick % 2]!;
    const found = (await listSwitches(db, app.now())).find((one) => one.name === name);
    const decision = found ? 'off' : 'on';
    const seen = String(found?.since.getTime() ?? 'off');
    await owner.post('/switches', { name, seen, decision, minutes: '60' });
  },
  'allow a site, or all': async (pick) => {
    const seen = /name="seen" value="([^"]+)"/.exec(await owner.read('/embeds'))?.[1] ?? '';
    const host = `site-${pick}.example`;
    await owner.post('/embeds', { seen, host, decision: pick % 4 === 0 ? 'open' : 'add' });
  },
  'set aside': (pick) =>
    decideAbout(['confirmed'], pick, { page: 'decide', decision: 'set-aside', reason: 'odd' }),
  'count again': (pick) =>
    decideAbout(['flagged'], pick, { page: 'decide', decision: 'take-back', reason: 'fine' }),
  'strike off': (pick) =>
    decideAbout(['confirmed', 'flagged'], pick, {
      page: 'strike-off',
      decision: 'strike-off',
      reason: 'made-up',
    }),
  'take a strike back': (pick) =>
    decideAbout(['invalidated'], pick, { page: 'strike-off', decision: 'take-back' }),
  'approve a page': async () => {
    const items = itemsOn(await owner.read('/words')).join(' ');
    if (items !== '') await owner.post('/words', { items, decision: 'show' });
  },
};

/** About one of those in a state, at the page of one signature. */
async function decideAbout(
  states: string[],
  pick: number,
  { page, ...fields }: { page: string } & Record<string, string>,
): Promise<void> {
  const { results } = await db
    .prepare(
      'SELECT id, state FROM signatures WHERE action_id = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY id',
    )
    .bind(context.action.id, JSON.stringify(states))
    .all<{ id: string; state: string }>();
  const one = results[pick % results.length];
  if (one) await owner.post(`/signatures/${one.id}/${page}`, { seen: one.state, ...fields });
}

async function decideOn(path: string, pick: number, fields: Record<string, string>): Promise<void> {
  const items = itemsOn(await owner.read(path));
  const item = items[pick % items.length];
  if (item !== undefined) await owner.post(path, { items: item, ...fields });
}

/** The acts of the campaign that nothing has undone, the oldest first. */
async function standingActs(): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM acts WHERE campaign_id = ? AND undoes IS NULL
         AND NOT EXISTS (SELECT 1 FROM acts AS later WHERE later.undoes = acts.id) ORDER BY seq`,
    )
    .bind(context.campaign.id)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

const lastSeq = async () => (await db.prepare('SELECT max(seq) AS seq FROM acts').first<number>('seq')) ?? 0;

/** How many rows the undos since then have left as they were. */
async function leftOf(seq: number): Promise<number> {
  const left = await db
    .prepare("SELECT sum(after ->> 'left') AS n FROM acts WHERE seq > ? AND undoes IS NOT NULL")
    .bind(seq)
    .first<number>('n');
  return left ?? 0;
}

const undo = (id: string) => owner.post(`/acts/${id}/undo`, { back: '' });

/** Everything that acts may change, without when it was changed. */
async function stateNow() {
  const { results } = await db
    .prepare(
      `SELECT id, state, reason, place, source, name_look, comment_look, shown_name, shown_comment
       FROM signatures WHERE action_id = ? ORDER BY id`,
    )
    .bind(context.action.id)
    .all<Record<string, unknown>>();
  const counts = await db
    .prepare('SELECT kind, key, n FROM signature_counts WHERE action_id = ? AND n > 0 ORDER BY kind, key')
    .bind(context.action.id)
    .all();
  const { results: switches } = await db.prepare('SELECT name, until FROM switches ORDER BY name').all();
  const hosts = await db
    .prepare("SELECT content -> '$.embed.hosts' AS hosts FROM campaigns WHERE id = ?")
    .bind(context.campaign.id)
    .first('hosts');
  return { signatures: results, counts: counts.results, switches, hosts };
}

function withoutTexts({ signatures, ...others }: Awaited<ReturnType<typeof stateNow>>) {
  const kept = signatures.map(({ id, state, reason, place, source }) => ({
    id,
    state,
    reason,
    place,
    source,
  }));
  return { ...others, signatures: kept };
}

beforeAll(async () => {
  context = await openPetition(db);
  owner = await organizerIn(app, context.campaign, { role: 'owner', hasPasskey: true });
  const { slug } = context.action;
  for (const name of ['Ana', 'Ben', 'Cem']) {
    const fields = { ...anaOf(slug), given_name: name, email: `${name}@${slug}.example` };
    await confirmedAs(app, slug, { ...fields, show_name: true, comment: `I am ${name}.` });
  }
});

test('random acts and their undoing in any order keep the account balanced; undoing everything leads back', async () => {
  const doing = fc.record({ verb: fc.constantFrom(...Object.keys(verbs)), pick: fc.nat(20) });
  const undoing = fc.record({ undo: fc.nat(20) });
  const steps = fc.array(fc.oneof({ weight: 2, arbitrary: doing }, undoing), { minLength: 4, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(steps, async (chosen) => {
      const before = await stateNow();
      const begun = await lastSeq();
      for (const step of chosen) {
        if ('verb' in step) await verbs[step.verb]?.(step.pick);
        else {
          const standing = await standingActs();
          const id = standing[step.undo % standing.length];
          if (id !== undefined) expect([303, 409]).toContain((await undo(id)).status);
        }
      }
      await expectBalance(app, context);
      for (const id of (await standingActs()).toReversed()) expect((await undo(id)).status).toBe(303);
      // What an undo leaves is what something later has touched: undoing that leads back to before both. Only a text
      // whose signature was set aside or struck off when its decision was undone keeps that decision.
      const after = await stateNow();
      const isAll = (await leftOf(begun)) === 0;
      expect(isAll ? after : withoutTexts(after)).toEqual(isAll ? before : withoutTexts(before));
      await expectBalance(app, context);
    }),
    { numRuns: 6 },
  );
});
