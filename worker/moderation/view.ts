import { formatDay, formatInstant, type Language } from '../../web/language.ts';
import { pathOf } from '../actions/rules.ts';
import { byCommand } from '../organize/act-rules.ts';
import { listClaims } from '../organize/claim-store.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { consoleFrame, consolePath } from '../organize/frame.ts';
import { emailsOf } from '../organize/organizers.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { ItemNow } from './decide.ts';
import { asHiddenReason, seenOf } from './look-rules.ts';
import type { ModeratedTexts } from './moderated-texts.ts';
import type { ShownClaim, ShownText, WordsPageProps } from './pages/words-view.ts';
import { type Queue, type QueueItem, readQueue } from './queue.ts';
import { type QueueFilter, queryOf } from './queue-rules.ts';

/** Texts that were not decided, because they have changed. */
export type After = { left: ItemNow[] };

/** A kind of text, as claims and waiting work name it. */
export function claimOf(kind: string): string {
  return `words-${kind}`;
}

export async function wordsPageProps(
  c: ConsoleContext,
  moderated: readonly ModeratedTexts[],
  { filter, after }: { filter: QueueFilter; after: After | null },
): Promise<WordsPageProps> {
  const { deps, campaign, language, now } = c.var;
  const [frame, queue, claims] = await Promise.all([
    consoleFrame(c),
    readQueue(deps, moderated, { campaign, filter }),
    listClaims(deps.db, { campaignIds: [campaign.id], now }),
  ]);
  const left = (after?.left ?? []).map(({ kind, id, now: text }): QueueItem => {
    return { kind, id, now: text, actionId: text?.actionId ?? 0, decision: null };
  });
  const emails = await emailsOf(deps, [
    ...queue.items.flatMap(({ decision }) => (decision && decision.by !== byCommand ? [decision.by] : [])),
    ...claims.map(({ organizerId }) => organizerId),
  ]);
  const tell = (item: QueueItem) => shownText(item, { moderated, queue, emails, language, c });
  const href = (to: QueueFilter) => consolePath(campaign, `/words${queryOf(to)}`);
  return {
    frame,
    items: queue.items.map(tell),
    left: left.map(tell),
    leftBefore: Number(/^\d{1,2}$/.exec(c.req.query('left') ?? '')?.[0] ?? 0),
    look: filter.look,
    action: href(filter),
    claimAction: consolePath(campaign, `/words/claim${queryOf({ ...filter, after: null })}`),
    tabs: (['waiting', 'shown', 'hidden'] as const).map((look) => ({
      look,
      href: href({ ...filter, look, after: null }),
    })),
    filter: {
      path: consolePath(campaign, '/words'),
      kind: filter.kind ?? '',
      action: filter.action ?? '',
      kinds: moderated.map(({ kind, words }) => ({ value: kind, label: words.label[language] })),
      actions: queue.actions.map(({ slug, title }) => ({ value: slug, label: title[language] })),
    },
    claims: moderated
      .filter(({ kind }) => filter.kind === null || kind === filter.kind)
      .map(({ kind, words }): ShownClaim => {
        const claim = claims.find(({ what }) => what === claimOf(kind));
        return {
          label: words.label[language],
          by: claim
            ? {
                email: emails.get(claim.organizerId) ?? '',
                isMine: claim.organizerId === c.var.organizer.id,
                until: formatInstant(claim.until, campaign.timeZone, language),
              }
            : null,
        };
      }),
    pager: {
      next: queue.next && href({ ...filter, after: queue.next }),
      first: filter.after && href({ ...filter, after: null }),
    },
  };
}

type Telling = {
  moderated: readonly ModeratedTexts[];
  queue: Queue;
  emails: ReadonlyMap<string, string>;
  language: Language;
  c: ConsoleContext;
};

function shownText(
  { kind, id, actionId, now, decision }: QueueItem,
  { moderated, queue, emails, language, c }: Telling,
): ShownText {
  const { timeZone } = c.var.campaign;
  const action = queue.actions.find((one) => one.id === actionId);
  const day = (at: Date) => formatDay(dateIn(timeZone, at), language);
  return {
    name: `${kind}-${id}`,
    label: moderated.find((texts) => texts.kind === kind)?.words.label[language] ?? kind,
    action: action ? { title: action.title[language], href: pathOf(action) } : null,
    now: now && {
      text: now.text,
      look: now.look,
      since: day(now.at),
      marks: now.marks,
      item: `${kind}:${id}:${seenOf(now)}`,
    },
    decision: decision && {
      after: decision.after === 'shown' ? 'shown' : 'hidden',
      by: decision.by === byCommand ? null : (emails.get(decision.by) ?? ''),
      on: day(decision.at),
      reason: asHiddenReason(decision.reason),
    },
  };
}
