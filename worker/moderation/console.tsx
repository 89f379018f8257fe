import { giveClaimBack, takeClaim } from '../organize/claim-store.ts';
import type { ConsoleContext, ConsoleSection, Waiting } from '../organize/console-section.ts';
import { consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { listQuery, mapQuery, waitingAtMost } from '../platform/query.ts';
import { wordSubjects } from './act-subjects.ts';
import { type DecidedItem, decideTexts } from './decide.ts';
import { asHiddenReason, hiddenReasons, type Look } from './look-rules.ts';
import type { ModeratedTexts } from './moderated-texts.ts';
import { copy } from './pages/copy.ts';
import { WordsPage } from './pages/words-page.tsx';
import { pageOf, type QueueFilter, queryOf, queueFilterOf } from './queue-rules.ts';
import { undoDecision } from './undo.ts';
import { type After, claimOf, wordsPageProps } from './view.ts';

const decisions = new Map<string, Exclude<Look, 'waiting'>>([
  ['show', 'shown'],
  ['hide', 'hidden'],
]);

/** Names, comments and sentences that wait for a moderator, and the decisions about them. */
export function moderationSection(moderated: readonly ModeratedTexts[]): ConsoleSection {
  const undo: NonNullable<NonNullable<ConsoleSection['acts']>[string]['undo']> = (deps, act, { campaign }) =>
    undoDecision(deps, moderated, { act, campaign });
  return {
    verbs: { 'read-words': { role: 'moderator' }, 'decide-words': { role: 'moderator' } },
    menu: [
      {
        path: '/words',
        order: 10,
        label: { en: copy.en.title, es: copy.es.title },
        verb: 'read-words',
        counts: moderated.map(({ kind }) => claimOf(kind)),
      },
    ],
    waits: (db, { id: campaignId }, _now, { ages }) =>
      mapQuery(
        listQuery(moderated.map(({ waiting }) => waiting(db, { campaignId, most: waitingAtMost + 1, ages }))),
        (found) => moderated.flatMap((texts, index) => waitingOf(texts, found[index])),
      ),
    routes(console) {
      console.get('/words', 'read-words', (c) => show(c, moderated));
      console.post('/words', 'decide-words', (c) => decide(c, moderated));
      console.post('/words/claim', 'decide-words', (c) => claim(c, moderated));
    },
    acts: {
      'show-words': { words: { en: copy.en.acts.show, es: copy.es.acts.show }, verb: 'decide-words', undo },
      'hide-words': { words: { en: copy.en.acts.hide, es: copy.es.acts.hide }, verb: 'decide-words', undo },
    },
    subjects: wordSubjects(moderated),
    facts: {
      keys: Object.fromEntries(moderated.map(({ kind, words }) => [kind, words.label])),
      codes: Object.fromEntries(
        hiddenReasons.map((code) => [code, { en: copy.en.reasons[code], es: copy.es.reasons[code] }]),
      ),
    },
  };
}

function waitingOf(
  { kind, words }: ModeratedTexts,
  found: { count: number; oldestAt: Date | null } | undefined,
): Waiting[] {
  if (!found?.oldestAt) return [];
  return [
    {
      kind: claimOf(kind),
      words: words.waits,
      count: Math.min(found.count, waitingAtMost),
      more: found.count > waitingAtMost,
      oldestAt: found.oldestAt,
      path: `/words?kind=${kind}`,
      verb: 'decide-words',
    },
  ];
}

function filterOf(c: ConsoleContext, moderated: readonly ModeratedTexts[]): QueueFilter {
  return queueFilterOf(
    c.req.query(),
    moderated.map(({ kind }) => kind),
  );
}

async function show(
  c: ConsoleContext,
  moderated: readonly ModeratedTexts[],
  after: After | null = null,
  status: 200 | 409 = 200,
) {
  const props = await wordsPageProps(c, moderated, { filter: filterOf(c, moderated), after });
  return c.html(<WordsPage {...props} />, status);
}

async function decide(c: ConsoleContext, moderated: readonly ModeratedTexts[]) {
  const { deps, campaign, organizer, form, now } = c.var;
  const filter = filterOf(c, moderated);
  const items = itemsOf(form.values.items ?? '', moderated);
  const to = decisions.get(form.values.decision ?? '') ?? null;
  const reason = asHiddenReason(form.values.reason);
  if (items.length === 0 || to === null || (to === 'hidden' && reason === null))
    return refuse(c, 'bad-request');
  const decision = { campaign, actor: organizer.id, items, to, reason, now };
  const done = await decideTexts(deps, moderated, decision);
  const list = consolePath(campaign, `/words${queryOf(filter)}`);
  if (done.ok) {
    const { id, left } = done.value;
    const told = left.length > 0 ? `${list}${list.includes('?') ? '&' : '?'}left=${left.length}` : list;
    return c.redirect(withDone(told, id), 303);
  }
  if (done.error.reason === 'decided-already') return c.redirect(list, 303);
  return show(c, moderated, { left: done.error.left }, 409);
}

/** "KIND:ID:SEEN KIND:ID:SEEN", never more than a page holds. */
function itemsOf(text: string, moderated: readonly ModeratedTexts[]): DecidedItem[] {
  const items = text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => part.split(':'))
    .map(([kind = '', id = '', seen = '']) => ({ kind, id, seen }));
  const isKnown = items.every(({ kind }) => moderated.some((texts) => texts.kind === kind));
  const isOnce = new Set(items.map(({ kind, id }) => `${kind}:${id}`)).size === items.length;
  return isKnown && isOnce && items.length <= pageOf ? items : [];
}

/** Claims every kind of the list that nobody else has claimed, or gives back one's own claims. */
async function claim(c: ConsoleContext, moderated: readonly ModeratedTexts[]) {
  const { deps, campaign, organizer, form, now } = c.var;
  const filter = filterOf(c, moderated);
  for (const { kind } of moderated.filter(({ kind }) => filter.kind === null || kind === filter.kind)) {
    const mine = { campaignId: campaign.id, what: claimOf(kind), organizerId: organizer.id };
    if (form.values.take === 'no') await giveClaimBack(deps.db, mine);
    else await takeClaim(deps.db, { ...mine, now });
  }
  return c.redirect(consolePath(campaign, `/words${queryOf(filter)}`), 303);
}
