import { type ActionContext, findContext } from '../../worker/actions/context.ts';
import { partOf } from '../../worker/kits/form-rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { actKindsOf } from '../../worker/organize/sections.ts';
import { withSurvey } from '../../worker/surveys/cache.ts';
import { readWorking } from '../../worker/writing/drafts.ts';
import { workOff } from '../invalidation/support.ts';
import { draftBy } from '../mailings/support.ts';
import { lineFields, startedSheet } from '../paper/support.ts';
import { askedAndConfirmed } from '../questions/support.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, type TestApp } from '../support/app.ts';
import { coalitionKit } from '../support/coalition.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { smallSurvey } from '../support/surveys.ts';
import { confirmedResponse } from '../surveys/support.ts';

export type World = {
  app: TestApp;
  context: ActionContext;
  owner: OrganizerClient;
  other: OrganizerClient;
  colleague: OrganizerClient;
  /** Its path in the console. */
  sheet: string;
  /** A mail to supporters that was written. */
  news: string;
};

/** A campaign in which there is something for each verb of the console: names, sentences, a pair, paper, a webhook. */
export async function everythingIn(app: TestApp): Promise<World> {
  const { db } = app.deps;
  const coalition = coalitionKit();
  const asks = [{ slug: 'train', text: { en: 'Train every officer', es: 'Capacitar a cada agente' } }];
  const requests = [{ at_signatures: 3, asks: ['train'] }];
  const kit = {
    ...coalition,
    surveys: [smallSurvey()],
    official_responses: [{ petition: coalition.petitions[0]?.slug ?? '', asks, requests }],
  };
  const opened = await openKit(db, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const context = await findContext(db, kit.petitions[0]?.slug ?? '');
  const survey = await findContext(db, kit.surveys[0]?.slug ?? '');
  if (!context || !survey) throw new Error('nothing was opened');
  const { campaign, action } = context;
  const owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  const other = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
  const colleague = await organizerIn(app, campaign, { role: 'editor' });
  for (const [given_name, source] of [
    ['Ana', 'church-form'],
    ['Ben', 'church-flyer'],
    ['Cem', 'church-flyer'],
    // A namesake with the same ZIP code: a possible duplicate.
    ['Ana', ''],
  ]) {
    const email = `${given_name}-${source}@${action.slug}.example`;
    const fields = { ...anaOf(action.slug), given_name, email, source, show_name: true, keep_informed: true };
    await confirmedAs(app, action.slug, { ...fields, comment: `I am ${given_name}.` });
  }
  for (const name of ['one', 'two']) {
    await askedAndConfirmed(app, campaign, { email: `${name}@${campaign.slug}.example` });
  }
  const asked = await withSurvey(app.deps, survey, app.now());
  if (!asked) throw new Error('no survey was opened');
  await confirmedResponse(app, asked, { shareWords: true });
  await db
    .prepare('UPDATE answer_requests SET asked_at = ?2 WHERE action_id = ?1')
    .bind(action.id, app.now().getTime())
    .run();
  await owner.post('/webhooks', {
    partner: 'church',
    url: 'https://crm.example/hook',
    events: 'signature.confirmed',
  });
  await db
    .prepare(
      `INSERT INTO unusual_rates (action_id, kind, key, hour, n, of_all, state, found_at)
      VALUES (?, 'source', 'church-form', 494000, 40, 50, 'waiting', ?)`,
    )
    .bind(action.id, app.now().getTime())
    .run();
  await db
    .prepare(
      `UPDATE outbox SET state = 'failed', error = '422 validation_error'
      WHERE id = (SELECT max(id) FROM outbox)`,
    )
    .run();
  const sheet = await startedSheet(owner);
  const email = `paper@${action.slug}.example`;
  await owner.post(`${sheet}/lines`, {
    decision: 'save',
    ...lineFields([
      ['Pia', 'Paper', '28202'],
      ['Pia', 'Paper', '28202'],
      ['Per', 'Mail', '28202', email],
      ['?', '', ''],
    ]),
  });
  const news = await draftBy(owner);
  return { app, context, owner, other, colleague, sheet, news };
}

const kinds = actKindsOf(await shippedHouse.consoleSections());
const undoable = JSON.stringify([...kinds].flatMap(([kind, { undo }]) => (undo ? [kind] : [])));

/** The acts of the campaign that can be undone and that nothing has undone, the oldest first. */
export async function standingActs({ app, context }: World): Promise<string[]> {
  const { results } = await app.deps.db
    .prepare(
      `SELECT id FROM acts WHERE campaign_id = ?1 AND kind IN (SELECT value FROM json_each(?2))
         AND NOT EXISTS (SELECT 1 FROM acts AS later WHERE later.undoes = acts.id) ORDER BY seq`,
    )
    .bind(context.campaign.id, undoable)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Whether it was undone. What goes on in the background is finished. */
export async function undo({ app, owner }: World, id: string): Promise<boolean> {
  const { status } = await owner.post(`/acts/${id}/undo`, { back: '' });
  if (status !== 303 && status !== 409) throw new Error(`an undo answered ${status}`);
  await finish(app);
  return status === 303;
}

export async function finish(app: TestApp): Promise<void> {
  const due = await app.deps.db.prepare('SELECT 1 FROM invalidations WHERE next_at IS NOT NULL').first();
  if (due) await workOff(app);
}

/**
 * Everything that acts change, without when it was changed. Of signatures that acts themselves have made (invitations
 * to lines of paper and to imported rows) nothing is deleted, since what was received stays in the account: they have to
 * end, and then they are left out.
 */
export async function stateNow({ app, context }: World, firstNew: number) {
  const { db } = app.deps;
  const { id: campaignId } = context.campaign;
  const all = async (sql: string, ...values: unknown[]) =>
    (
      await db
        .prepare(sql)
        .bind(...values)
        .all<Record<string, unknown>>()
    ).results;
  const ofCampaign = 'action_id IN (SELECT id FROM actions WHERE campaign_id = ?1)';
  return {
    signatures: await all(
      `SELECT id, state, reason, place, source, name_look, comment_look, shown_name, shown_comment
      FROM signatures WHERE ${ofCampaign} AND rowid < ?2 ORDER BY id`,
      campaignId,
      firstNew,
    ),
    made: await all(
      `SELECT DISTINCT state FROM signatures WHERE ${ofCampaign} AND rowid >= ?2`,
      campaignId,
      firstNew,
    ),
    counts: await all(
      `SELECT action_id, kind, key, n FROM signature_counts
      WHERE ${ofCampaign} AND n <> 0 AND kind <> 'received' AND (kind, key) <> ('state', 'invalidated')
      ORDER BY 1, 2, 3`,
      campaignId,
    ),
    sentences: await all(
      `SELECT signature_id, words_state FROM responses WHERE ${ofCampaign} ORDER BY 1`,
      campaignId,
    ),
    answers: await all(
      `SELECT action_id, ask, answer, outcome FROM answers WHERE ${ofCampaign} AND undone_at IS NULL ORDER BY 1, 2`,
      campaignId,
    ),
    shared: await all(
      "SELECT id, state FROM coalition_entries WHERE campaign_id = ?1 AND state <> 'off' ORDER BY 1",
      campaignId,
    ),
    paper: await all(`SELECT action_id, key, n FROM paper_counts WHERE ${ofCampaign} AND n <> 0`, campaignId),
    pairs: await all(
      `SELECT one, other, state FROM signature_pairs WHERE ${ofCampaign} ORDER BY 1, 2`,
      campaignId,
    ),
    rates: await all(`SELECT id, state FROM unusual_rates WHERE ${ofCampaign}`, campaignId),
    people: await all(
      'SELECT organizer_id, role FROM organizer_roles WHERE campaign_id = ? AND ended_at IS NULL ORDER BY 1',
      campaignId,
    ),
    webhooks: await all('SELECT id FROM webhooks WHERE campaign_id = ? AND off_at IS NULL', campaignId),
    questions: await all(
      'SELECT id, state, entry_id, reason FROM asked_questions WHERE campaign_id = ? ORDER BY id',
      campaignId,
    ),
    entries: await all(
      "SELECT id, version FROM question_entries WHERE campaign_id = ? AND state = 'shown' ORDER BY id",
      campaignId,
    ),
    stakeholders: await all(
      `SELECT id, change_id, version, sort_name, kind, is_target, support, support_on, influence FROM stakeholders
      WHERE campaign_id = ? AND state = 'stands' ORDER BY id`,
      campaignId,
    ),
    evidence: await all(
      "SELECT id FROM stakeholder_evidence WHERE campaign_id = ? AND state = 'stands' ORDER BY id",
      campaignId,
    ),
    ties: await all(
      "SELECT id FROM stakeholder_ties WHERE campaign_id = ? AND state = 'stands' ORDER BY id",
      campaignId,
    ),
    actions: await all(
      'SELECT slug, state, closed_at FROM actions WHERE campaign_id = ? ORDER BY 1',
      campaignId,
    ),
    draft: await draftNow(app, campaignId),
    news: await all(
      "SELECT id, state, sends_at FROM mailings WHERE campaign_id = ? AND kind = 'news' ORDER BY id",
      campaignId,
    ),
    mails: await all("SELECT id FROM outbox WHERE state = 'failed'"),
    switches: await all('SELECT name, until FROM switches ORDER BY name'),
    hosts: await all("SELECT content -> '$.embed.hosts' AS hosts FROM campaigns WHERE id = ?", campaignId),
  };
}

/** The texts that the verbs change, and when it is published: a draft keeps what else was public when it was begun. */
async function draftNow({ deps }: TestApp, campaignId: number) {
  const working = await readWorking(deps.db, campaignId);
  const { title, ask } = partOf(partOf(working?.json).campaign);
  return { title, ask, publishAt: working?.draft?.publishAt ?? null };
}

/** What everybody reads: the page without what is made anew each time, and the counts. */
export async function seenByStrangers({ app, context }: World): Promise<string[]> {
  // Public answers are kept for a moment.
  app.setNow(new Date(app.now().getTime() + 3000));
  const { slug } = context.action;
  const page = await (await app.request(`/petitions/${slug}`)).text();
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'));
  const {
    counts,
    as_of: _,
    ...told
  } = (await (await app.request(`/api/v1/petitions/${slug}`)).json()) as Record<
    string,
    Record<string, number>
  >;
  const { received, invalidated, ...shown } = counts ?? {};
  return [
    main.replace(/<input type="hidden"[^>]*>|As of [^.]*\./g, ''),
    JSON.stringify({ ...told, ...shown, valid: Number(received) - Number(invalidated) }),
  ];
}
