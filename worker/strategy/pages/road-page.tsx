import { Table } from '../../../web/components/table.tsx';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatDate, formatNumber, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { RoadDay } from '../road-store.ts';
import type { roadOf, Stakeholder } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';
import { positionWords, StrategyPage, type StrategyProps } from './frame.tsx';
import { pictureCopy } from './picture-copy.ts';

export type SeatRow = {
  slug: string;
  title: string;
  /** Null where it is not on the map yet. */
  stakeholder: Stakeholder | null;
  movers: readonly { id: string; name: string }[];
  /** Null where the campaign has no petition. */
  signatures: number | null;
};

export type PhaseRow = {
  name: string;
  summary: string;
  from: string;
  until: string;
  when: 'past' | 'now' | 'next' | 'later';
};

type RoadPageProps = StrategyProps & {
  road: ReturnType<typeof roadOf>;
  seats: readonly SeatRow[];
  /** Whose signatures are counted. */
  petition: string | null;
  /** Whether a seat stands for a part of the city. */
  hasDistricts: boolean;
  next: { name: string; on: string; days: number } | null;
  /** The next meeting or hearing of the council that the campaign has as an event. */
  meeting: { title: string; on: string; href: string } | null;
  phases: readonly PhaseRow[];
  days: readonly RoadDay[];
};

/** Where the seats stand, what is missing, and how it went. */
export function RoadPage(props: RoadPageProps) {
  const { frame, road, next, meeting, phases, days, petition, hasDistricts } = props;
  const { shell } = frame;
  const { language } = shell;
  const say = pictureCopy[language].road;
  return (
    <StrategyPage {...props} title={message(say.title, { n: road.majority }, language)} here="road">
      <p class="lead">
        {message(say.has, { for: road.count.for, majority: road.majority }, language)}{' '}
        {message(say.missing, { n: road.missing, leans: road.count['leans-for'], open: road.open }, language)}
      </p>
      <p>
        {next
          ? message(
              say.next,
              { name: next.name, date: formatDate(next.on, language), days: next.days },
              language,
            )
          : say.noNext}
        <br />
        {meeting ? (
          <>
            {say.meeting}{' '}
            <a href={linkFrom(shell, meeting.href)}>
              {message(say.on, { title: meeting.title, date: formatDate(meeting.on, language) }, language)}
            </a>
          </>
        ) : (
          say.noMeeting
        )}
      </p>
      <Seats {...props} />
      {petition !== null && (
        <p class="hint">
          {message(say.signaturesOf, { title: petition, districts: hasDistricts ? 'yes' : 'no' }, language)}
        </p>
      )}
      {days.length > 1 ? <Days {...props} /> : <p>{say.noLine}</p>}
      {phases.length > 0 && <Phases {...props} />}
    </StrategyPage>
  );
}

/** The page of a campaign whose kit names no seats. */
export function NoRoadPage(props: StrategyProps) {
  const words = consoleCopy[props.frame.shell.language];
  return (
    <StrategyPage {...props} title={words.pages.road} here="road">
      <p>{pictureCopy[props.frame.shell.language].road.none}</p>
    </StrategyPage>
  );
}

function Seats({ frame, path, today, seats }: RoadPageProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const say = pictureCopy[language].road;
  return (
    <ConsoleList
      shell={shell}
      caption={say.seats}
      columns={[
        { label: say.seat },
        { label: say.position },
        { label: say.moves },
        { label: say.signatures, numeric: true },
      ]}
      rows={seats.map(({ slug, title, stakeholder, movers, signatures }) => [
        stakeholder ? <a href={linkFrom(shell, path(`/stakeholders/${stakeholder.id}`))}>{title}</a> : title,
        stakeholder ? (
          positionWords(stakeholder, today, language)
        ) : (
          <>
            {words.positions.unknown}.{' '}
            <a href={linkFrom(shell, path(`/new-stakeholder?seat=${slug}`))}>{say.put}</a>
          </>
        ),
        movers.length > 0 ? movers.map(({ name }) => name).join(', ') : say.noMover,
        signatures === null ? '–' : formatNumber(signatures, language),
      ])}
    />
  );
}

/** What is done inside and outside of city hall, and when: as the campaign's own page says it. */
function Phases({ frame, phases }: RoadPageProps) {
  const { language } = frame.shell;
  const say = pictureCopy[language].road;
  return (
    <>
      <h2>{say.phases}</h2>
      {phases.map(({ name, summary, from, until, when }) => (
        <section class="flow">
          <h3>{name}</h3>
          <p class="small">
            {message(
              say.during,
              { when, from: formatDate(from, language), until: formatDate(until, language) },
              language,
            )}
          </p>
          <p>{summary}</p>
        </section>
      ))}
    </>
  );
}

const size = { width: 720, height: 170, left: 28, right: 4, top: 16, bottom: 8 };

function Days({ frame, road, seats, days }: RoadPageProps) {
  const { language } = frame.shell;
  const words = consoleCopy[language];
  const say = pictureCopy[language].road;
  const first = days[0]?.day ?? '';
  const last = days.at(-1)?.day ?? '';
  const span = Math.max(1, Date.parse(last) - Date.parse(first));
  const x = (day: string) =>
    size.left + ((Date.parse(day) - Date.parse(first)) / span) * (size.width - size.left - size.right);
  // Room above the line of the majority, which is the mark.
  const most = Math.max(road.majority, ...days.map(({ count }) => count.for)) + 1;
  const y = (n: number) => size.height - size.bottom - (n / most) * (size.height - size.top - size.bottom);
  const line = days.map(({ day, count }, i) => {
    const at = `${Math.round(x(day))} ${Math.round(y(count.for))}`;
    // A step: nothing is known to have moved between two days.
    return i === 0 ? `M${at}` : `H${Math.round(x(day))}V${Math.round(y(count.for))}`;
  });
  const columns = ['for', 'leans-for', 'leans-against', 'against', 'absent'] as const;
  return (
    <>
      <figure class="road">
        <figcaption>{say.lineHint}</figcaption>
        <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
          <path
            class="majority"
            d={`M${size.left} ${Math.round(y(road.majority))}H${size.width - size.right}`}
          />
          <path class="axis" d={`M${size.left} ${Math.round(y(0))}H${size.width - size.right}`} />
          <path class="for" d={line.join('')} />
          <text x="0" y={y(road.majority) + 5}>
            {road.majority}
          </text>
          <text x="0" y={y(0) + 5}>
            0
          </text>
        </svg>
        <p class="small ends" aria-hidden="true">
          <span>{formatDate(first, language)}</span>
          <span>{formatDate(last, language)}</span>
        </p>
      </figure>
      <Table
        asList
        caption={say.line}
        columns={[
          { label: say.day },
          ...columns.map((one) => ({ label: words.positions[one], numeric: true })),
          { label: say.unknown, numeric: true },
        ]}
        rows={changesIn(days).map(({ day, count }) => [
          formatDate(day, language),
          ...columns.map((one) => formatNumber(count[one], language)),
          formatNumber(
            Math.max(0, seats.length - columns.reduce((sum, one) => sum + count[one], 0)),
            language,
          ),
        ])}
      />
    </>
  );
}

/** The first day, each day on which something moved, and the last one; the newest first. */
function changesIn(days: readonly RoadDay[]): RoadDay[] {
  return days
    .filter(({ count }, i) => {
      const before = days[i - 1];
      return !before || i === days.length - 1 || JSON.stringify(before.count) !== JSON.stringify(count);
    })
    .toReversed();
}
