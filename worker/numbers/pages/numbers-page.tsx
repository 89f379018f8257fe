import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import { Chart, type ChartRow } from '../../../web/components/chart.tsx';
import { Columns } from '../../../web/components/columns.tsx';
import { Select } from '../../../web/components/field.tsx';
import { Table } from '../../../web/components/table.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import { districtWords } from '../../../web/console/district-words.ts';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { formatNumber, formatPercent, type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { copy } from './copy.ts';

type Option = { value: string; label: string };

type Changes = { n: number; thisWeek: number; lastWeek: number };

export type ShownNumbers = {
  compared: {
    rows: { label: string; thisWeek: number; sameDays: number; whole: number }[];
    before: { kind: 'none' } | { kind: 'part'; day: string } | null;
  };
  account: { rows: (Changes & { label: string })[]; total: Changes };
  /** How many count. */
  counted: number;
  days: { label: string; received: number; confirmed: number }[];
  hours: { label: string; n: number }[];
  confirmations: { received: number; confirmed: number; rows: ChartRow[]; days: number };
  lists: {
    title: 'sources' | 'partners' | 'places';
    head: 'source' | 'partner' | 'place';
    rows: ChartRow[];
    total: string;
  }[];
  languages: ChartRow[];
  steps: { label: string; thisWeek: number; lastWeek: number }[];
  isEmpty: boolean;
};

export type NumbersPageProps = {
  frame: ConsoleFrame;
  path: string;
  zone: string;
  actions: Option[];
  chosen: Option | null;
  shown: ShownNumbers | null;
};

export function NumbersPage({ frame, path, zone, actions, chosen, shown }: NumbersPageProps) {
  const { shell } = frame;
  const words = copy[shell.language];
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{message(words.lead, { zone }, shell.language)}</p>
        {actions.length > 1 && chosen && (
          <form action={linkFrom(shell, path)} class="filter">
            <Select
              language={shell.language}
              error={null}
              name="action"
              label={words.action}
              value={chosen.value}
              options={actions}
            />
            <Button secondary>{words.show}</Button>
          </form>
        )}
        {chosen && shown ? (
          <>
            <h2>{chosen.label}</h2>
            {shown.isEmpty ? <p>{words.empty}</p> : <Parts frame={frame} shown={shown} />}
            <Steps frame={frame} steps={shown.steps} />
            {!shown.isEmpty && <Files frame={frame} path={path} action={chosen.value} />}
          </>
        ) : (
          <p>{words.noAction}</p>
        )}
      </div>
    </ConsolePage>
  );
}

type PartProps = { frame: ConsoleFrame; shown: ShownNumbers };

function Parts({ frame, shown }: PartProps) {
  const { language } = frame.shell;
  const words = copy[language];
  const n = (value: number) => formatNumber(value, language);
  const { days, hours } = words;
  const inDays = shown.days.reduce((sum, { confirmed }) => sum + confirmed, 0);
  return (
    <>
      <Compared compared={shown.compared} language={language} />
      <Account account={shown.account} language={language} />
      <h3>{days.heading}</h3>
      <Series
        language={language}
        columns={shown.days.map(({ label, confirmed }) => ({ label, value: confirmed }))}
        caption={message(days.caption, { n: shown.days.length }, language)}
        summary={days.table}
        heads={[days.day, days.confirmed, days.received]}
        rows={shown.days.map((row) => [row.label, n(row.confirmed), n(row.received)])}
      />
      <p class="hint">
        {message(
          days.together,
          { n: n(inDays), before: n(shown.counted - inDays), all: n(shown.counted) },
          language,
        )}
      </p>
      <h3>{hours.heading}</h3>
      <Series
        language={language}
        columns={shown.hours.map(({ label, n: value }) => ({ label, value }))}
        caption={message(hours.caption, { n: shown.hours.length }, language)}
        summary={hours.table}
        heads={[hours.hour, hours.n]}
        rows={shown.hours.map((row) => [row.label, n(row.n)])}
      />
      <Confirmations frame={frame} shown={shown} />
      <h3>{words.where}</h3>
      <p class="hint">{message(words.whereHint, { n: shown.counted }, language)}</p>
      <div class="two-columns">
        {shown.lists.map(({ title, head, rows, total }) => (
          <Chart
            title={districtWords(words[title], frame)}
            labelHead={districtWords(words[head], frame)}
            valueHead={words.n}
            rows={rows}
            total={[words.together, total]}
            language={language}
          />
        ))}
        <Chart
          title={message(words.byLanguage, { n: shown.confirmations.days }, language)}
          labelHead={words.language}
          valueHead={words.confirmations.n}
          rows={shown.languages}
          language={language}
        />
      </div>
    </>
  );
}

type ComparedProps = { compared: ShownNumbers['compared']; language: Language };

function Compared({ compared: { rows, before }, language }: ComparedProps) {
  const words = copy[language].compared;
  const n = (value: number) => formatNumber(value, language);
  const last = (value: number) => (before?.kind === 'none' ? '–' : n(value));
  return (
    <>
      <Table
        asList
        caption={words.heading}
        columns={[
          { label: words.what },
          { label: words.thisWeek, numeric: true },
          { label: words.sameDays, numeric: true },
          { label: words.whole, numeric: true },
        ]}
        rows={rows.map((row) => [row.label, n(row.thisWeek), last(row.sameDays), last(row.whole)])}
      />
      <p class="hint">
        {before?.kind === 'none' ? words.first : words.hint}{' '}
        {before?.kind === 'part' && message(words.partly, { day: before.day }, language)}
      </p>
    </>
  );
}

type AccountProps = { account: ShownNumbers['account']; language: Language };

function Account({ account: { rows, total }, language }: AccountProps) {
  const words = copy[language].account;
  const cells = ({ n, thisWeek, lastWeek }: Changes) =>
    [n, thisWeek, lastWeek].map((value) => formatNumber(value, language));
  return (
    <>
      <Table
        asList
        caption={words.heading}
        columns={[
          { label: words.state },
          { label: words.n, numeric: true },
          { label: words.thisWeek, numeric: true },
          { label: words.lastWeek, numeric: true },
        ]}
        rows={rows.map((row) => [row.label, ...cells(row)])}
        total={[words.total, ...cells(total)]}
      />
      <p class="hint">{words.hint}</p>
    </>
  );
}

/** Columns for fewer would suggest more than the numbers say. */
const enoughForColumns = 10;

type SeriesProps = {
  columns: { label: string; value: number }[];
  caption: string;
  summary: string;
  heads: string[];
  rows: Child[][];
  language: Language;
};

/** A picture, and below it the same as a table, newest first; without the picture if the numbers are small. */
function Series({ columns, caption, summary, heads, rows, language }: SeriesProps) {
  const sum = columns.reduce((total, { value }) => total + value, 0);
  return (
    <>
      {sum >= enoughForColumns && <Columns rows={columns} caption={caption} language={language} />}
      <details>
        <summary>{summary}</summary>
        <Table
          caption={caption}
          columns={heads.map((label, index) => ({ label, numeric: index > 0 }))}
          rows={rows.toReversed()}
        />
      </details>
    </>
  );
}

function Confirmations({ frame, shown: { confirmations, counted } }: PartProps) {
  const { language } = frame.shell;
  const words = copy[language].confirmations;
  const { received, confirmed, days, rows } = confirmations;
  const share = formatPercent(received === 0 ? 0 : confirmed / received, language);
  return (
    <>
      <h3>{words.heading}</h3>
      <p>{message(words.told, { received, confirmed, days, share }, language)}</p>
      <p class="hint">{message(words.later, { n: counted }, language)}</p>
      <Chart
        title={words.caption}
        labelHead={words.time}
        valueHead={words.n}
        rows={rows}
        inOrder
        language={language}
      />
      <p class="hint">{words.hint}</p>
    </>
  );
}

function Steps({ frame, steps }: { frame: ConsoleFrame; steps: ShownNumbers['steps'] }) {
  const { language } = frame.shell;
  const words = copy[language].steps;
  return (
    <>
      <Table
        asList
        caption={words.heading}
        columns={[
          { label: words.step },
          { label: words.thisWeek, numeric: true },
          { label: words.lastWeek, numeric: true },
        ]}
        rows={steps.map(({ label, thisWeek, lastWeek }) => [
          label,
          formatNumber(thisWeek, language),
          formatNumber(lastWeek, language),
        ])}
      />
      <p class="hint">{words.hint}</p>
    </>
  );
}

const files = ['days', 'hours', 'counts', 'steps'] as const;

function Files({ frame, path, action }: { frame: ConsoleFrame; path: string; action: string }) {
  const { shell } = frame;
  const words = copy[shell.language].files;
  return (
    <>
      <h3>{words.heading}</h3>
      <p class="hint">{words.hint}</p>
      <ul>
        {files.map((file) => (
          <li>
            <a href={linkFrom(shell, `${path}/${file}.csv?action=${action}`)}>{words[file]}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
