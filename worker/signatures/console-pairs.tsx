import { formatShortInstant } from '../../web/language.ts';
import { type ActionContext, findContextById } from '../actions/context.ts';
import type { CountedHooks } from '../actions/counted-hooks.ts';
import type { ConsoleContext, ConsoleHandler } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { placeWords, sourceWords } from './console-list.tsx';
import { shownRates } from './console-rates.tsx';
import { decidePair, pairDecisions } from './decide-pair.ts';
import { codeOf } from './decision-rules.ts';
import { openForOrganizer, openingCodes } from './look-into.ts';
import { PairPage, PairsPage, type ShownPair, type ShownSide } from './pages/pairs-page.tsx';
import { findPair, listWaitingPairs, type Pair, type PairKey } from './pair-store.ts';
import { listWaitingRates } from './rate-store.ts';
import type { Person } from './sealing.ts';
import type { Signature } from './store.ts';
import { fullName } from './submission-rules.ts';

const pairsAtOnce = 10;
const ratesAtOnce = 5;

export function pairsPage(c: ConsoleContext) {
  return showPairs(c, null);
}

/** The list as it is now, because the unusual rate has changed. */
export function pairsPageAfterRate(c: ConsoleContext) {
  return showPairs(c, 'rate');
}

async function showPairs(c: ConsoleContext, changed: 'pair' | 'rate' | null) {
  const { deps, campaign } = c.var;
  const after = changed ? null : keyOf(c.req.query('after'));
  const [frame, found, rates] = await Promise.all([
    consoleFrame(c),
    listWaitingPairs(deps.db, {
      campaignId: campaign.id,
      after: after ?? { actionId: 0, id: 0 },
      most: pairsAtOnce + 1,
    }),
    after ? [] : listWaitingRates(deps.db, campaign.id, ratesAtOnce + 1),
  ]);
  const shown = found.slice(0, pairsAtOnce);
  const contexts = await contextsOf(c, [...shown, ...rates]);
  const last = found.length > pairsAtOnce ? shown.at(-1) : undefined;
  const home = consolePath(campaign, '/duplicates');
  return c.html(
    <PairsPage
      frame={frame}
      pairs={shown.map((pair) => shownOf(c, pair, { contexts }))}
      mayDecide={c.var.may('decide-signatures')}
      rates={await shownRates(c, rates.slice(0, ratesAtOnce), contexts)}
      hasMoreRates={rates.length > ratesAtOnce}
      changed={changed}
      pager={{
        next: last ? `${home}?after=${last.actionId}-${last.id}` : null,
        first: after ? home : null,
      }}
    />,
    changed ? 409 : 200,
  );
}

function keyOf(text: string | undefined): PairKey | null {
  const [, actionId, id] = /^(\d{1,12})-(\d{1,12})$/.exec(text ?? '') ?? [];
  return actionId && id ? { actionId: Number(actionId), id: Number(id) } : null;
}

async function contextsOf(c: ConsoleContext, pairs: { actionId: number }[]): Promise<ActionContext[]> {
  const ids = [...new Set(pairs.map(({ actionId }) => actionId))];
  const found = await Promise.all(ids.map((id) => findContextById(c.var.deps.db, id)));
  return found.flatMap((one) => one ?? []);
}

type Around = { contexts: ActionContext[]; people?: (Person | null)[] };

function shownOf(c: ConsoleContext, pair: Pair, { contexts, people }: Around): ShownPair {
  const { language } = c.var;
  const context = contexts.find(({ action }) => action.id === pair.actionId);
  const [one, other] = pair.signatures;
  return {
    id: pair.id,
    action: context?.action.title[language] ?? '',
    likeness: pair.likeness,
    isWaiting: pair.state === 'waiting',
    sides: [
      sideOf(c, one, { context, person: people?.[0] }),
      sideOf(c, other, { context, person: people?.[1] }),
    ],
  };
}

type Opened = { context: ActionContext | undefined; person: Person | null | undefined };

function sideOf(c: ConsoleContext, signature: Signature, { context, person }: Opened): ShownSide {
  const { campaign, language } = c.var;
  const instant = (at: Date | null) => (at ? formatShortInstant(at, campaign.timeZone, language) : '–');
  return {
    code: codeOf(signature.id),
    href: consolePath(campaign, `/signatures/${signature.id}`),
    confirmed: instant(signature.confirmedAt),
    received: instant(signature.receivedAt),
    place: placeWords(signature.place, context, language),
    zip: signature.zip ?? '–',
    source: sourceWords(signature.source, context, language),
    ...(person === undefined ? {} : { person: person && { ...person, name: fullName(person) } }),
  };
}

async function asked(c: ConsoleContext): Promise<Pair | null> {
  const { deps, campaign } = c.var;
  const id = c.req.param('pair') ?? '';
  return /^\d{1,12}$/.test(id) ? findPair(deps.db, campaign.id, Number(id)) : null;
}

/** Opens the two sealed people for the reason that was given, with an act for each. */
export async function openPair(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const pair = await asked(c);
  const reason = openingCodes.find((code) => code === form.values.why);
  if (!pair) return refuse(c, 'not-found');
  if (!reason) return refuse(c, 'bad-request');
  const people: (Person | null)[] = [];
  for (const signature of pair.signatures) {
    const given = { reason, campaign, actor: organizer.id, now };
    people.push(await openForOrganizer(deps, signature, given));
  }
  const contexts = await contextsOf(c, [pair]);
  return c.html(
    <PairPage
      frame={await consoleFrame(c)}
      pair={shownOf(c, pair, { contexts, people })}
      mayDecide={c.var.may('decide-signatures')}
    />,
  );
}

export function decideOnPair(hooks: CountedHooks): ConsoleHandler {
  return async (c) => {
    const { deps, campaign, organizer, form, now } = c.var;
    const pair = await asked(c);
    if (!pair) return refuse(c, 'not-found');
    const decision = pairDecisions.find((one) => one === form.values.decision);
    if (!decision || form.values.seen !== 'waiting') return refuse(c, 'bad-request');
    const done = await decidePair(deps, hooks, { pair, decision, campaign, actor: organizer.id, now });
    if (!done.ok) return showPairs(c, 'pair');
    return c.redirect(withDone(consolePath(campaign, '/duplicates'), done.value.id), 303);
  };
}
