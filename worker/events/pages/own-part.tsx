import type { Child } from 'hono/jsx';
import { Held } from '../../../web/components/held.tsx';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { slotLabel } from './choice-fields.tsx';
import type { ShownPlace } from './event.ts';
import { Where } from './event-page.tsx';
import { ownCopy } from './own-copy.ts';

/** How a sign-up stands. `ahead` counts up to `mostCounted`. */
export type SeatState =
  | { seat: 'has' | 'none' | 'late' | 'unmet' | 'unconfirmed' }
  | { seat: 'waits'; ahead: number; isMore: boolean };

export type OwnPartProps = {
  shell: Shell;
  slot: { name: string | null; when: string };
  standing: SeatState;
  isCancelled: boolean;
  place: ShownPlace;
  note: string;
  /** Null if the calendar entry has the event's own. */
  neutralTitle: string | null;
  changeHref: string | null;
  calendarHref: string | null;
  /** Under the heading of one form of several. */
  isListed?: boolean;
};

/** Time, place in the line, and where it is: on the page that confirms, and on their own. */
export function OwnPart(props: OwnPartProps) {
  const { shell, slot, note, neutralTitle, changeHref, calendarHref, isListed } = props;
  const { language } = shell;
  const words = ownCopy[language];
  const rows: [string, Child][] = [
    [words.time, slotLabel(slot)],
    [words.status, props.isCancelled ? words.cancelled : standingText(props.standing, language)],
    [words.note, note === '' ? words.nothing : note],
    ...(neutralTitle === null ? [] : ([[words.calendarTitle, neutralTitle]] as [string, Child][])),
  ];
  return (
    <>
      {isListed ? <h3>{words.heading}</h3> : <h2>{words.heading}</h2>}
      <Held rows={rows} />
      {!isListed && <Where place={props.place} language={language} />}
      <ul class="plain">
        {changeHref && (
          <li>
            <a href={linkFrom(shell, changeHref)}>{words.change}</a>
          </li>
        )}
        {calendarHref && (
          <li>
            <a href={linkFrom(shell, calendarHref)}>{words.calendar}</a>
          </li>
        )}
      </ul>
    </>
  );
}

function standingText(standing: SeatState, language: Language): string {
  const words = ownCopy[language];
  if (standing.seat !== 'waits') return words.seat[standing.seat];
  const count = formatNumber(standing.ahead, language);
  const shown = standing.isMore ? message(words.moreThan, { count }, language) : count;
  return message(words.seat.waits, { n: standing.ahead, count: shown }, language);
}
