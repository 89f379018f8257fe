import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { type Door, Doors } from '../door/pages/doors.tsx';
import { HoursSum } from '../volunteer/pages/hours-page.tsx';
import type { HoursTotal } from '../volunteer/store.ts';
import { consoleCopy } from './console-copy.ts';

type Time = { when: string; taken: number; capacity: number | null; waiting: number };

export type EventsConsoleProps = {
  frame: ConsoleFrame;
  /** That volunteers reported, in words; null while fewer than five at one event have. */
  hours: string | null;
  events: readonly { title: string; path: string; times: readonly Time[] }[];
};

/** The events of a campaign with their places. */
export function EventsConsole({ frame, hours, events }: EventsConsoleProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {hours && <p>{message(words.hours, { hours }, language)}</p>}
        <ConsoleList
          shell={shell}
          caption={words.title}
          empty={words.none}
          columns={[
            { label: words.event },
            { label: words.when },
            { label: words.taken, numeric: true },
            { label: words.waiting, numeric: true },
          ]}
          rows={events.flatMap(({ title, path, times }) =>
            times.map((time) => [
              <a href={linkFrom(shell, path)}>{title}</a>,
              time.when,
              takenOf(time, language),
              formatNumber(time.waiting, language),
            ]),
          )}
        />
      </div>
    </ConsolePage>
  );
}

function takenOf({ taken, capacity }: Time, language: Language): string {
  const shown = formatNumber(taken, language);
  if (capacity === null) return shown;
  const values = { taken: shown, capacity: formatNumber(capacity, language) };
  return message(consoleCopy[language].of, values, language);
}

export type ListedSignUp = {
  id: string;
  code: string;
  /** Null for who may not look at signatures. */
  href: string | null;
  when: string;
  seat: 'has' | 'waits' | 'none';
  number: number | null;
  hasNote: boolean;
  /** What is met of what the time asks for. */
  met: string;
};

export type SignUpsConsoleProps = {
  frame: ConsoleFrame;
  event: { title: string; publicPath: string };
  doors: readonly Door[];
  hours: HoursTotal;
  backPath: string;
  /** Whether any time of the event asks for something. */
  asksAnything: boolean;
  signUps: readonly ListedSignUp[];
  pager: { next: string | null; first: string | null };
  /** Null for who may not open what people said about their safety. */
  open: { formToken: string; pathOf: (id: string) => string } | null;
  /** What was opened by this press; empty where it was deleted meanwhile. */
  opened: { code: string; note: string } | null;
};

/** Who signed up, by code. */
export function SignUpsConsole(props: SignUpsConsoleProps) {
  const { frame, event, opened } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  return (
    <ConsolePage frame={frame} title={event.title}>
      <div class="flow">
        <h1>{event.title}</h1>
        {opened && (
          <Notice news>
            <p>
              <b>
                {words.opened}: {opened.code}
              </b>
            </p>
            <p>{opened.note === '' ? words.gone : opened.note}</p>
          </Notice>
        )}
        <p>
          <a href={linkFrom(shell, event.publicPath)}>{words.public}</a>
        </p>
        <Doors shell={shell} doors={props.doors} />
        <HoursSum total={props.hours} language={language} />
        <ConsoleList
          shell={shell}
          caption={message(words.list, { title: event.title }, language)}
          columns={[
            { label: words.code },
            { label: words.time },
            { label: words.seat },
            ...(props.asksAnything ? [{ label: words.asked }] : []),
            { label: words.note },
          ]}
          rows={props.signUps.map((one) => [
            one.href ? <a href={linkFrom(shell, one.href)}>{one.code}</a> : one.code,
            one.when,
            seatOf(one, language),
            ...(props.asksAnything ? [one.met] : []),
            <Note one={one} {...props} />,
          ])}
          pager={props.pager}
        />
        <p>
          <a href={linkFrom(shell, props.backPath)}>{words.back}</a>
        </p>
      </div>
    </ConsolePage>
  );
}

function seatOf({ seat, number }: ListedSignUp, language: Language): string {
  const { seats } = consoleCopy[language];
  return seat === 'waits' ? message(seats.waits, { number: number ?? 0 }, language) : seats[seat];
}

function Note({ one, frame: { shell }, open }: SignUpsConsoleProps & { one: ListedSignUp }) {
  const words = consoleCopy[shell.language];
  if (!one.hasNote) return <>{words.noNote}</>;
  if (!open) return <>{words.sealed}</>;
  return (
    <ConsoleForm shell={shell} formToken={open.formToken} action={open.pathOf(one.id)}>
      <Button secondary>
        {words.open}
        <span class="unseen">: {one.code}</span>
      </Button>
    </ConsoleForm>
  );
}
