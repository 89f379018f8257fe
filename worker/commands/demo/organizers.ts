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
import { sheetCodeOf } from '../../sharing/sheet-rules.ts';
import type { DemoApp } from './app.ts';
import { inventedPerson } from './invented.ts';

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
    const { given_name, family_name, zip } = inventedPerson(2000 + sheet * 20 + line);
    const email = line === 1 ? `paper-${sheet}@demo.example.org` : '';
    return { mark: 'signed', givenName: given_name, familyName: family_name, zip, email };
  });
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
