import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import { verbs } from '../organize/undo-verbs.ts';
import { standingActs, undo, type World } from '../organize/undo-world.ts';
import { actOn } from '../signatures/acts.ts';
import { confirmedAs, type Links, pathOfLink, signedAs } from '../signatures/support.ts';
import type { TestApp } from '../support/app.ts';
import { press } from '../support/press.ts';
import { eventOf, tell } from '../support/resend-webhook.ts';

const { DB: db } = env;

/** What one verb is about while its weeks go on. */
export type Turn = { ids: string[]; links: Links[]; act: string; fields: Record<string, unknown> };
type Step = (turn: Turn) => unknown;
/** One step for each week, and the leaves that the signatures of the turn add and remove in all. */
export type CountingVerb = { what: string; leaves: [added: number, removed: number]; weeks: Step[] };

export const newTurn = (): Turn => ({ ids: [], links: [], act: '', fields: {} });

/** Every way in which a signature starts or stops counting, by what people and organizers press. */
export function countingVerbs(app: TestApp, world: World): CountingVerb[] {
  let people = 0;
  const { slug, id: actionId } = world.context.action;
  const fresh = (turn: Turn, more: Record<string, unknown> = {}) => {
    people += 1;
    const email = `person-${people}@${slug}.example`;
    turn.fields = { given_name: `Person ${people}`, email, zip: '28202', ...more };
    return turn.fields;
  };
  const note = (turn: Turn, links: Links) => {
    turn.ids.push(links.id);
    turn.links.push(links);
    return links;
  };
  const sign = async (turn: Turn, fields = fresh(turn)) => note(turn, await signedAs(app, slug, fields));
  const confirm: Step = async (turn) => note(turn, await confirmedAs(app, slug, fresh(turn)));
  const confirmFrom =
    (source: string): Step =>
    async (turn) =>
      note(turn, await confirmedAs(app, slug, fresh(turn, { source })));
  const press_ =
    (act: 'withdraw' | 'erase'): Step =>
    ({ ids }) =>
      actOn(app, ids[0] ?? '', { act, which: 0 });
  const both =
    (...steps: Step[]): Step =>
    async (turn) => {
      for (const step of steps) await step(turn);
    };
  const noteAct: Step = async (turn) => {
    turn.act = (await standingActs(world)).at(-1) ?? '';
  };
  const undoAct: Step = ({ act }) => undo(world, act);
  const decide =
    (page: string, fields: Record<string, string>): Step =>
    ({ ids }) =>
      world.owner.post(`/signatures/${ids[0]}/${page}`, fields);
  const strike = both(
    decide('strike-off', { seen: 'confirmed', decision: 'strike-off', reason: 'made-up' }),
    noteAct,
  );
  const setAside = both(
    decide('decide', { seen: 'confirmed', decision: 'set-aside', reason: 'odd' }),
    noteAct,
  );
  const bounce: Step = async ({ ids }) => {
    await app.mailTo('nobody@example.org');
    const mail = await db
      .prepare('SELECT provider_id FROM outbox WHERE ref = ? AND provider_id IS NOT NULL')
      .bind(ids.at(-1) ?? '')
      .first<string>('provider_id');
    await tell(app, eventOf('bounced', { email_id: mail ?? '' }));
  };
  const enterSheet: Step = async (turn) => {
    const answer = await world.owner.post(`${world.sheet}/lines`, { decision: 'finish' });
    if (answer.status !== 303) return;
    await noteAct(turn);
    const { results } = await db
      .prepare('SELECT signature_id AS id FROM paper_lines WHERE action_id = ? AND signature_id IS NOT NULL')
      .bind(actionId)
      .all<{ id: string }>();
    turn.ids.push(...results.map(({ id }) => id));
  };
  const confirmFirst: Step = async ({ ids: [id] }) => {
    if (id) await press(app, await pathOfLink(app, 'confirm', id));
  };
  const decidePair: Step = async (turn) => {
    const pair = /\/duplicates\/(\d+)\/decide/.exec(await world.owner.read('/duplicates'))?.[1];
    if (!pair) return;
    const row = await db
      .prepare('SELECT one, other FROM signature_pairs WHERE id = ?')
      .bind(Number(pair))
      .first<{ one: string; other: string }>();
    turn.ids.push(row?.one ?? '', row?.other ?? '');
    await world.owner.post(`/duplicates/${pair}/decide`, { seen: 'waiting', decision: 'same-first' });
    await noteAct(turn);
  };
  const importOne: Step = () => {
    people += 1;
    return verbs['import signatures']?.(world, people);
  };
  // Cron sends the invitations.
  const confirmImported: Step = async (turn) => {
    const { results } = await db
      .prepare(
        'SELECT signature_id AS id FROM paper_import_rows WHERE action_id = ? AND signature_id IS NOT NULL',
      )
      .bind(actionId)
      .all<{ id: string }>();
    turn.ids.push(...results.map(({ id }) => id));
    await confirmFirst(turn);
  };
  const twoFrom = (source: string) => both(confirmFrom(source), confirmFrom(source));
  const strikeBulk = both((_turn) => verbs['strike off in bulk']?.(world, 1), noteAct);
  const correctPlace: Step = async ({ links: [one] }) => {
    const answer = await app.post(`${one?.mine}/correct`, { given_name: 'Person', zip: '90210' });
    expect(answer.status).toBeLessThan(500);
  };
  const replace: Step = async (turn) => {
    const next = await sign(turn, { ...turn.fields, given_name: 'Corrected' });
    await press(app, next.confirm, { replaces: turn.ids[0] ?? '' });
  };
  const again: Step = async (turn) => {
    const fields = { ...turn.fields, form_token: `again-${turn.ids[0]}` };
    await press(app, (await sign(turn, fields)).confirm);
  };

  return [
    { what: 'signing without confirming', leaves: [0, 0], weeks: [(turn) => sign(turn)] },
    { what: 'confirming', leaves: [1, 0], weeks: [confirm] },
    { what: 'confirming twice', leaves: [1, 0], weeks: [confirm, confirmFirst] },
    { what: 'signing again as the same person', leaves: [1, 0], weeks: [confirm, again] },
    { what: 'correcting the place', leaves: [1, 0], weeks: [confirm, correctPlace] },
    { what: 'replacing a signature by a correct one', leaves: [2, 1], weeks: [confirm, replace] },
    { what: 'withdrawing', leaves: [1, 1], weeks: [confirm, press_('withdraw')] },
    { what: 'withdrawing at once', leaves: [0, 0], weeks: [both(confirm, press_('withdraw'))] },
    { what: 'coming back', leaves: [2, 1], weeks: [confirm, press_('withdraw'), again] },
    { what: 'coming back in the week', leaves: [2, 1], weeks: [confirm, both(press_('withdraw'), again)] },
    { what: 'erasing', leaves: [1, 1], weeks: [confirm, press_('erase')] },
    { what: 'erasing at once', leaves: [0, 0], weeks: [both(confirm, press_('erase'))] },
    {
      what: 'erasing after withdrawing',
      leaves: [1, 1],
      weeks: [confirm, press_('withdraw'), press_('erase')],
    },
    { what: 'striking off', leaves: [1, 1], weeks: [confirm, strike] },
    { what: 'undoing a strike later', leaves: [2, 1], weeks: [confirm, strike, undoAct] },
    { what: 'undoing a strike at once', leaves: [1, 0], weeks: [confirm, both(strike, undoAct)] },
    { what: 'setting aside', leaves: [1, 1], weeks: [confirm, setAside] },
    {
      what: 'counting again what was set aside',
      leaves: [2, 1],
      weeks: [
        confirm,
        setAside,
        decide('decide', { seen: 'flagged', decision: 'take-back', reason: 'fine' }),
      ],
    },
    {
      what: 'striking off in bulk, and undoing it',
      leaves: [4, 2],
      weeks: [twoFrom('church-flyer'), strikeBulk, undoAct],
    },
    {
      what: 'finding two to be one person, and undoing it',
      leaves: [3, 1],
      weeks: [() => {}, decidePair, undoAct],
    },
    {
      what: 'a mail that bounces',
      leaves: [0, 0],
      weeks: [both((turn) => sign(turn), bounce), confirmFirst],
    },
    { what: 'a mail that bounces after confirming', leaves: [1, 0], weeks: [confirm, bounce] },
    {
      what: 'counting a sheet, a line that confirms and withdraws, and undoing the sheet',
      leaves: [1, 1],
      weeks: [enterSheet, confirmFirst, both(press_('withdraw'), undoAct)],
    },
    { what: 'confirming what was imported', leaves: [1, 0], weeks: [importOne, confirmImported] },
  ];
}
