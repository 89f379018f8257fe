import type { Addressee } from '../addressee.ts';
import { formatDate, formatInstant, formatNumber, type Language, message } from '../language.ts';
import { Figure } from './figure.tsx';
import { Notice } from './notice.tsx';

/** What an action is, whether it is open and how many count, every text in one language. */
export type ActionSummary = {
  slug: string;
  /** Where its page is. */
  path: string;
  title: string;
  ask: string;
  /** Safe HTML, rendered from Markdown. */
  bodyHtml: string;
  addressedTo: Addressee;
  /** 'upcoming' is an open one whose opening date lies ahead. */
  state: 'upcoming' | 'open' | 'closed' | 'rejected' | 'removed';
  opensOn: string;
  /** While open, the day it will close if one is set; once closed, the day it did. */
  closesOn: string | null;
  /** Why it was rejected. */
  rejection: string | null;
  counts: { confirmed: number; unconfirmed: number };
  asOf: Date;
  timeZone: string;
};

/** Why no form stands on the page. `upcoming` and `closed` are templates with a `{date}`. */
export type StateWords = Record<'upcoming' | 'closed' | 'closedUndated' | 'rejected' | 'removed', string>;

/** Templates for the count: `label` while open, `final` after that, `none` while there is nobody. */
export type CountWords = Record<'label' | 'final' | 'asOf' | 'waiting' | 'none', string>;

type Part<Words> = { words: Words; language: Language; action: ActionSummary };

/** Why there is no form, or nothing where there is one. */
export function StateNotice({ words, language, action }: Part<StateWords>) {
  const dated = (template: string, on: string) =>
    message(template, { date: formatDate(on, language) }, language);
  switch (action.state) {
    case 'open':
      return null;
    case 'upcoming':
      return <Notice>{dated(words.upcoming, action.opensOn)}</Notice>;
    case 'closed':
      return <Notice>{action.closesOn ? dated(words.closed, action.closesOn) : words.closedUndated}</Notice>;
    case 'rejected':
      return (
        <Notice>
          <p>
            <b>{words.rejected}</b>
          </p>
          {action.rejection && <p>{action.rejection}</p>}
        </Notice>
      );
    case 'removed':
      return <Notice>{words.removed}</Notice>;
  }
}

/** How many count, as of when, and how many wait. */
export function Count({ words, language, action }: Part<CountWords>) {
  const { confirmed, unconfirmed } = action.counts;
  const open = action.state === 'open';
  const waiting = { n: unconfirmed, count: formatNumber(unconfirmed, language) };
  const instant = formatInstant(action.asOf, action.timeZone, language);
  return (
    <Figure
      value={confirmed}
      label={message(open ? words.label : words.final, { n: confirmed }, language)}
      language={language}
    >
      {open && confirmed === 0 && <p>{words.none}</p>}
      <p class="small">
        {message(words.asOf, { instant }, language)} {open && message(words.waiting, waiting, language)}
      </p>
    </Figure>
  );
}
