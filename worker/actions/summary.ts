import { type Addressee, addressee } from '../../web/addressee.ts';
import type { ActionSummary } from '../../web/components/action-summary.tsx';
import type { Language } from '../../web/language.ts';
import { renderMarkdown } from '../platform/text/markdown.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { FiguresAsOf } from './cache.ts';
import type { ActionContext } from './context.ts';
import { endOfTerm, pathOf, shownState } from './rules.ts';

/** What an action is, whether it is open and how many count, in the reader's language. */
export function actionSummary(
  { action, city }: ActionContext,
  { counts, asOf }: Pick<FiguresAsOf, 'counts' | 'asOf'>,
  { now, language }: { now: Date; language: Language },
): ActionSummary {
  const { timeZone } = city;
  const end = endOfTerm(action);
  return {
    slug: action.slug,
    path: pathOf(action),
    title: action.title[language],
    ask: action.ask[language],
    bodyHtml: renderMarkdown(action.body[language]),
    addressedTo: addresseeOf(action, language),
    state: shownState(action, now),
    opensOn: dateIn(timeZone, action.opensAt),
    // The end is the first instant after the last day.
    closesOn: end && dateIn(timeZone, new Date(end.getTime() - 1)),
    rejection: action.rejection?.[language] ?? null,
    counts: { confirmed: counts.state.confirmed ?? 0, unconfirmed: counts.state.unconfirmed ?? 0 },
    asOf,
    timeZone,
  };
}

/** Whom it is addressed to, for sentences that name the committee or the council. */
export function addresseeOf({ committee }: ActionContext['action'], language: Language): Addressee {
  return addressee({ committee: committee.name[language], council: committee.council[language] }, language);
}
