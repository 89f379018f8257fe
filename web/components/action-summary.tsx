import type { Addressee } from '../addressee.ts';
import { formatDate, formatInstant, formatNumber, type Language, message } from '../language.ts';
import { Figure } from './figure.tsx';
import { Notice } from './notice.tsx';

/** What an action is, whether it is open and how many people count. Every text is in one language. */
export type ActionSummary = {
  slug: string;
  /** The path of its page. */
  path: string;
  title: string;
  ask: string;
  /** Safe HTML, rendered from Markdown. */
  bodyHtml: string;
  addressedTo: Addressee;
  /** 'upcoming' is an action whose opening date is in the future. */
  state: 'upcoming' | 'open' | 'closed' | 'rejected' | 'removed';
  opensOn: string;
  /** While open, the day on which it will close, if one is set. Once closed or removed, the last day on which it could be signed or answered. */
  closesOn: string | null;
  /** Why it was rejected. */
  rejection: string | null;
  counts: { confirmed: number; unconfirmed: number };
  asOf: Date;
  timeZone: string;
};

/** The texts that replace the form on the page. `upcoming`, `closed` and `removedOn` are templates with a `{date}`. */
export type StateWords = Record<
  'upcoming' | 'closed' | 'closedUndated' | 'rejected' | 'removed' | 'removedOn' | 'toCampaign',
  string
>;

/** Templates for the count: `label` while the action is open, `final` after that, `none` if nobody has signed. */
export type CountWords = Record<'label' | 'final' | 'asOf' | 'waiting' | 'none', string>;

type Part<Words> = { words: Words; language: Language; action: ActionSummary };

/** The campaign of a removed action: its page shows nothing else that leads on. */
type WayOn = { href: string; name: string };

/** Says why there is no form; nothing if there is one. */
export function StateNotice({
  words,
  language,
  action,
  campaign,
}: Part<StateWords> & { campaign?: WayOn | null }) {
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
      return (
        <Notice>
          <p>
            {words.removed} {action.closesOn && dated(words.removedOn, action.closesOn)}
          </p>
          {campaign && (
            <p>
              <a href={campaign.href}>{message(words.toCampaign, { campaign: campaign.name }, language)}</a>
            </p>
          )}
        </Notice>
      );
  }
}

/** How many people count, as of when, and how many still have to confirm. */
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
