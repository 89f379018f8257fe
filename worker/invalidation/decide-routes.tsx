import { strikeWords } from '../../web/components/strike-words.ts';
import { formatInstant, message } from '../../web/language.ts';
import { type ActionContext, findContextById } from '../actions/context.ts';
import { readStates } from '../actions/store.ts';
import { asStrikeCode, strikeCodes } from '../actions/strike-rules.ts';
import { namesSomebody } from '../organize/act-rules.ts';
import { actsQuery } from '../organize/act-store.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { emailsOf } from '../organize/organizers.ts';
import { peopleQuery } from '../organize/people-store.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { runQuery } from '../platform/query.ts';
import { knownDomains } from '../signatures/known-domains.ts';
import { openTyped } from './begin.ts';
import { findOwn } from './console-support.ts';
import { beginAndShow } from './count-routes.tsx';
import { agree, ask, cancel, discard, type Seen } from './decide.ts';
import { nameTyped } from './domains.ts';
import { type Evidence, evidenceQuery } from './evidence-store.ts';
import { DecidePage, RefusedPage, type Typed, UndoPage } from './pages/decide-page.tsx';
import { oneCopy } from './pages/one-copy.ts';
import { OnePage } from './pages/one-page.tsx';
import { aloneWithin, isAtWork, mostRows, needsSecond, type Refusal, undoable } from './rules.ts';
import { type AtWork, countAlone } from './store.ts';
import { type Around, accountAfter, accountSince, conditionLines, evidenceView } from './view.ts';

const refreshSeconds = 5;
const busiestHours = 24;

type Whole = { one: AtWork; context: ActionContext; around: Around };

async function findWhole(c: ConsoleContext): Promise<Whole | null> {
  const one = await findOwn(c, c.req.param('invalidation') ?? '');
  const context = one && (await findContextById(c.var.deps.db, one.actionId));
  if (!one || !context) return null;
  const { campaign, language } = c.var;
  return { one, context, around: { ...context, timeZone: campaign.timeZone, language } };
}

const readEvidence = (c: ConsoleContext, id: string): Promise<Evidence> =>
  runQuery(c.var.deps.db, evidenceQuery(c.var.deps.db, id, { rows: mostRows, busiest: busiestHours }));

export async function onePage(c: ConsoleContext) {
  const { deps, organizer } = c.var;
  const whole = await findWhole(c);
  if (!whole) return refuse(c, 'not-found');
  const { one, context, around } = whole;
  const typed = await nameTyped(deps.keyring, one);
  const [frame, evidence, counts, people, domains] = await Promise.all([
    consoleFrame(c),
    readEvidence(c, one.id),
    readStates(deps.db, one.actionId),
    peopleLines(c, one),
    knownDomains(deps.keyring, one.actionId, typed),
  ]);
  const isStill = c.req.query('still') === 'yes';
  const hasBegun = ['running', 'cancelled', 'done', 'undoing', 'undone'].includes(one.state);
  const account = hasBegun ? accountSince(counts, one) : accountAfter(counts, evidence.states);
  const progress = progressOf(one);
  // A header instead of a meta element, so that the page's link can stop the refresh.
  if (progress && !isStill) c.header('refresh', String(refreshSeconds));
  const { language, timeZone } = around;
  return c.html(
    <OnePage
      frame={frame}
      id={one.id}
      state={one.state}
      title={context.action.title[language]}
      conditions={conditionLines(around, one.conditions, typed)}
      found={evidence.found}
      covers={message(
        oneCopy[language].one.covers,
        { date: formatInstant(one.madeAt, timeZone, language) },
        language,
      )}
      newer={Math.max(0, account.now.received - one.received)}
      people={people}
      reason={one.code === '' ? null : strikeWords(one.code, language)}
      changedFrom={one.isChanged && one.state === 'counted' ? (one.seen?.found ?? null) : null}
      struck={one.struck}
      restored={one.restored}
      progress={progress && { ...progress, isStill }}
      account={account}
      evidence={evidenceView(around, evidence, { conditions: one.conditions, domains })}
      isOwn={one.askedBy === organizer.id}
      mayInvalidate={c.var.may('invalidate')}
    />,
  );
}

function progressOf({ state, passed, received, struck, seen }: AtWork) {
  if (!isAtWork(state)) return null;
  if (state === 'running') return { done: struck, all: Math.max(struck, seen?.found ?? 0) };
  if (state === 'undoing') return { done: passed, all: struck };
  return { done: passed, all: Math.max(passed, received) };
}

async function peopleLines(c: ConsoleContext, one: AtWork): Promise<string[]> {
  const { deps, campaign, language } = c.var;
  const words = oneCopy[language].one;
  const ids = [one.madeBy, one.askedBy, one.agreedBy, one.endedBy].filter((id) => id !== null);
  const emails = await emailsOf(deps, ids);
  const line = (template: string, id: string | null, at: Date | null) => {
    if (id === null) return [];
    const date = at ? formatInstant(at, campaign.timeZone, language) : '';
    return [message(template, { who: emails.get(id) ?? id, date }, language)];
  };
  return [
    ...line(words.counted, one.madeBy, one.madeAt),
    ...line(words.asked, one.askedBy, one.askedAt),
    ...line(words.agreed, one.agreedBy, null),
    ...line(words.ended, one.endedBy, one.endedAt),
  ];
}

/** The verbs without a passkey: stop, discard, count again. */
export async function press(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const whole = await findWhole(c);
  if (!whole) return refuse(c, 'not-found');
  const { one, context } = whole;
  const by = { campaign, actor: organizer.id, now };
  if (form.values.decision === 'again') {
    const asked = { conditions: one.conditions, typed: await openTyped(deps.keyring, one) };
    return beginAndShow(c, context, asked);
  }
  if (form.values.seen !== one.state) return refused(c, one, 'changed-meanwhile');
  const verbs = { discard, cancel };
  const verb = Object.hasOwn(verbs, form.values.decision ?? '')
    ? verbs[form.values.decision as keyof typeof verbs]
    : null;
  if (!verb) return refuse(c, 'bad-request');
  const done = await verb(deps, one, by);
  if (!done.ok) return refused(c, one, done.error.reason);
  return c.redirect(withDone(consolePath(campaign, `/invalidations/${one.id}`), done.value.id), 303);
}

async function refused(c: ConsoleContext, { id }: AtWork, why: Refusal['reason']) {
  return c.html(<RefusedPage frame={await consoleFrame(c)} id={id} why={why} />, 409);
}

/** What the decision is about. If it has changed when the form arrives, the page is shown again. */
function seenOf({ state }: AtWork, { found, counted }: Seen): string {
  return `${state} ${found} ${counted}`;
}

async function readSeen(c: ConsoleContext, one: AtWork, evidence: Evidence): Promise<Seen> {
  const { deps, now } = c.var;
  const since = new Date(now.getTime() - aloneWithin);
  const [counts, aloneLately] = await Promise.all([
    readStates(deps.db, one.actionId),
    countAlone(deps.db, { actionId: one.actionId, since }),
  ]);
  return { ...evidence.found, confirmed: counts.state.confirmed ?? 0, aloneLately };
}

export async function decidePage(c: ConsoleContext, typed: Typed = { code: '', note: '', wrong: null }) {
  const { deps, organizer, language } = c.var;
  const whole = await findWhole(c);
  if (!whole) return refuse(c, 'not-found');
  const { one, around } = whole;
  if (one.state === 'asked' && one.askedBy === organizer.id) return refused(c, one, 'own-request');
  if (!['counted', 'asked'].includes(one.state)) return refused(c, one, 'wrong-state');
  const evidence = await readEvidence(c, one.id);
  if (evidence.found.found === 0) return refused(c, one, 'nothing-found');
  const [frame, counts, seen, people, emails] = await Promise.all([
    consoleFrame(c),
    readStates(deps.db, one.actionId),
    readSeen(c, one, evidence),
    runQuery(deps.db, peopleQuery(deps.db, one.campaignId)),
    emailsOf(deps, one.askedBy === null ? [] : [one.askedBy]),
  ]);
  const others = people.filter(({ organizerId, role, endedAt, passkeys }) => {
    return organizerId !== organizer.id && role !== 'viewer' && endedAt === null && passkeys > 0;
  });
  const request = one.askedBy === null ? null : { who: emails.get(one.askedBy) ?? one.askedBy };
  const page = (
    <DecidePage
      frame={frame}
      id={one.id}
      conditions={conditionLines(around, one.conditions, await nameTyped(deps.keyring, one))}
      found={evidence.found}
      account={accountAfter(counts, evidence.states)}
      seen={seenOf(one, seen)}
      request={request && { ...request, reason: strikeWords(one.code, language) }}
      needsSecond={needsSecond(seen, seen)}
      hasOther={others.length > 0}
      reasons={strikeCodes.map((value) => ({ value, label: strikeWords(value, language) }))}
      typed={typed}
    />
  );
  return c.html(page, typed.wrong ? 422 : 200);
}

export async function decide(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const one = await findOwn(c, c.req.param('invalidation') ?? '');
  if (!one) return refuse(c, 'not-found');
  const { decision, code: chosen = '', note: written = '' } = form.values;
  const note = written.trim().slice(0, 300);
  const seen = await readSeen(c, one, await readEvidence(c, one.id));
  if (form.values.seen !== seenOf(one, seen)) return refused(c, one, 'changed-meanwhile');
  if (namesSomebody(note)) return decidePage(c, { code: chosen, note: written, wrong: 'note' });
  const by = { campaign, actor: organizer.id, note, now };
  const decided = async () => {
    switch (decision) {
      case 'ask': {
        const code = asStrikeCode(chosen);
        return code ? ask(deps, one, { ...by, code, seen }) : 'no-code';
      }
      case 'agree':
        return agree(deps, one, by);
      case 'decline':
        return discard(deps, one, by);
      default:
        return null;
    }
  };
  const done = await decided();
  if (done === null) return refuse(c, 'bad-request');
  if (done === 'no-code') return decidePage(c, { code: chosen, note: written, wrong: 'code' });
  if (!done.ok) return refused(c, one, done.error.reason);
  return c.redirect(withDone(consolePath(campaign, `/invalidations/${one.id}`), done.value.id), 303);
}

export async function undoPage(c: ConsoleContext) {
  const { deps, campaign } = c.var;
  const one = await findOwn(c, c.req.param('invalidation') ?? '');
  if (!one) return refuse(c, 'not-found');
  const filter = { kind: 'invalidate', subject: one.id };
  const [act] = await runQuery(deps.db, actsQuery(deps.db, campaign.id, { filter, most: 1 }));
  if (!act || !undoable.includes(one.state)) return refused(c, one, 'wrong-state');
  const frame = await consoleFrame(c);
  const isRunning = one.state === 'running';
  return c.html(
    <UndoPage frame={frame} id={one.id} act={act.id} struck={one.struck} isRunning={isRunning} />,
  );
}
