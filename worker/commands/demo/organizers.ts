import type { ActionContext } from '../../actions/context.ts';
import { shippedHouse } from '../../main/features.ts';
import { decideTexts } from '../../moderation/decide.ts';
import { seenOf } from '../../moderation/look-rules.ts';
import { readQueue } from '../../moderation/queue.ts';
import { byCommand } from '../../organize/act-rules.ts';
import type { ConsoleCampaign } from '../../organize/console-section.ts';
import { finishSheet } from '../../paper/finish-sheet.ts';
import type { LineContent } from '../../paper/rules.ts';
import { saveLines } from '../../paper/save-lines.ts';
import { findSheet } from '../../paper/sheet-store.ts';
import { startSheet } from '../../paper/start-sheet.ts';
import { randomBytes } from '../../platform/crypto/ids.ts';
import { dateIn, day } from '../../platform/time/clock.ts';
import { recordAnswers } from '../../responses/record-answers.ts';
import { sheetCodeOf } from '../../sharing/sheet-rules.ts';
import { decide } from '../../signatures/decide.ts';
import { findSignature } from '../../signatures/store.ts';
import { withdraw } from '../../signatures/take-back.ts';
import type { DemoApp } from './app.ts';
import { inventedOnPaper } from './invented.ts';

type Work = { campaign: ConsoleCampaign; now: Date };

/** Two sheets that are entered, the second with an address, an illegible and a crossed-out line; one that is begun. */
export async function enterSheets(
  { deps }: DemoApp,
  { campaign, context, now }: Work & { context: ActionContext },
): Promise<void> {
  const by = { enteredBy: byCommand, timeZone: context.city.timeZone, now };
  for (const [index, lines] of [linesOfSheet(1, 10), linesOfSheet(2, 8), linesOfSheet(3, 4)].entries()) {
    const sheet = {
      ...{
        actionId: context.action.id,
        page: 1,
        source: 'paper',
        language: 'en' as const,
        paper: 'letter' as const,
      },
      code: sheetCodeOf(randomBytes(7)),
    };
    const id = await startSheet(deps, sheet, { campaign, actor: byCommand, now });
    const entered = lines.map((content, line) => ({ line: line + 1, was: 0, content }));
    const begun = await findSheet(deps.db, { id, campaignId: campaign.id });
    if (!begun) throw new Error('a sheet that was begun is not there');
    await saveLines(deps, begun, entered, by);
    const saved = await findSheet(deps.db, { id, campaignId: campaign.id });
    if (index < 2 && saved) {
      const done = await finishSheet(deps, { sheet: saved, context, campaign }, { actor: byCommand, now });
      if (!done.ok) throw new Error(done.error.reason);
    }
  }
}

function linesOfSheet(sheet: number, count: number): LineContent[] {
  return Array.from({ length: count }, (_, line): LineContent => {
    if (sheet === 2 && line === 2)
      return { mark: 'illegible', givenName: '', familyName: '', zip: '', email: '' };
    if (sheet === 2 && line === 5)
      return { mark: 'crossed-out', givenName: '', familyName: '', zip: '', email: '' };
    const { given_name, family_name, zip } = inventedOnPaper(sheet * 20 + line);
    const email = line === 1 ? `paper-${sheet}@demo.example.org` : '';
    return { mark: 'signed', givenName: given_name, familyName: family_name, zip, email };
  });
}

/** Why organizers struck off a few, so that the account of the next digest says it. */
const struckFor = ['automated', 'automated', 'made-up', 'several-times'] as const;
const withdrawing = 3;

/** Four signatures that count are struck off, and three people withdraw theirs. */
export async function strikeAndWithdraw(
  { deps }: DemoApp,
  { campaign, context, now }: Work & { context: ActionContext },
): Promise<void> {
  const { results } = await deps.db
    .prepare(
      `SELECT id FROM signatures WHERE action_id = ?1 AND state = 'confirmed'
       ORDER BY received_at DESC, id LIMIT ?2`,
    )
    .bind(context.action.id, struckFor.length + withdrawing)
    .all<{ id: string }>();
  for (const [index, { id }] of results.entries()) {
    const code = struckFor[index];
    if (code) await strike(deps, { campaign, context, now }, { id, code });
    else {
      const signature = await findSignature(deps.db, id);
      const done = signature && (await withdraw(deps, { signature, context }, now));
      if (!done?.ok) throw new Error('a signature that counts was not withdrawn');
    }
  }
}

async function strike(
  deps: DemoApp['deps'],
  { campaign, context, now }: Work & { context: ActionContext },
  { id, code }: { id: string; code: (typeof struckFor)[number] },
): Promise<void> {
  const about = { campaign, actor: byCommand, actionId: context.action.id, now };
  const decision = {
    kind: 'struck-off' as const,
    code,
    reason: code,
    seen: { id, state: 'confirmed' as const },
  };
  const done = await decide(deps, shippedHouse.hooks.whenCounted, { ...about, ...decision });
  if (!done.ok) throw new Error(done.error.reason);
}

/** Ten names and comments without a mark are shown, so that the pages have some and others still wait. */
export async function approveSome({ deps }: DemoApp, { campaign, now }: Work): Promise<void> {
  const filter = { look: 'waiting' as const, kind: null, action: null, after: null };
  const { items } = await readQueue(deps, shippedHouse.moderated, { campaign, filter });
  const plain = items.flatMap(({ kind, id, now: text }) =>
    text && text.marks.length === 0 ? [{ kind, id, seen: seenOf(text) }] : [],
  );
  const decision = { campaign, actor: byCommand, items: plain, to: 'shown' as const, reason: null, now };
  const decided = await decideTexts(deps, shippedHouse.moderated, decision);
  if (!decided.ok) throw new Error(decided.error.reason);
}

/** One answer of the committee, invented and marked as such, with a day by which it is to act. */
export async function recordInventedAnswer(
  { deps }: DemoApp,
  { campaign, context, now }: Work & { context: ActionContext },
): Promise<void> {
  const { timeZone } = context.city;
  const given = {
    ask: 'train-everyone',
    answer: 'will-look' as const,
    text: 'Invented for this demonstration. The committee will hear the police department and report in public.',
    dueOn: dateIn(timeZone, new Date(now.getTime() + 14 * day)),
    document: null,
    seen: 0,
  };
  const { committee } = context.action;
  const recording = {
    actionId: context.action.id,
    committeeId: committee.id,
    language: 'en' as const,
    answeredOn: dateIn(timeZone, now),
    givenBy: 'letter' as const,
    place: 'invented for this demonstration',
    now,
  };
  const recorded = await recordAnswers(deps, [given], {
    ...{ recording, petition: context.action.slug, committee: 'safe-communities' },
    ...{ campaign, actor: byCommand },
  });
  if (!recorded.ok) throw new Error('the invented answer was not recorded');
}
