import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Select, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import { districtWords } from '../../../web/console/district-words.ts';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList, Pager } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { consoleCopy } from './console-copy.ts';

export type ListedRow = {
  id: string;
  code: string;
  href: string;
  state: string;
  place: string;
  source: string;
  received: string;
  action: string;
};

type Option = { value: string; label: string };

type SignaturesPageProps = {
  frame: ConsoleFrame;
  rows: ListedRow[];
  filter: { state: string; source: string; place: string; day: string };
  isBadDay: boolean;
  action: string;
  choices: Record<'actions' | 'states' | 'sources' | 'places', Option[]>;
  /** How far back the page has looked, if it found few. */
  looked: string | null;
  pager: { next: string | null; first: string | null };
};

export function SignaturesPage(props: SignaturesPageProps) {
  const { frame, rows, filter, isBadDay, looked, pager } = props;
  const { shell } = frame;
  const words = consoleCopy[shell.language];
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return (
    <ConsolePage frame={frame} title={words.title} isError={isBadDay}>
      <div class="flow">
        <h1>{words.title}</h1>
        {isBadDay && (
          <ErrorSummary language={shell.language} lines={[{ href: '#day', text: words.filter.badDay }]} />
        )}
        <p>{words.lead}</p>
        <Search frame={frame} typed={{ email: '', name: '', zip: '' }} />
        <Filter {...props} />
        <Rows
          frame={frame}
          rows={rows}
          isOne
          empty={isFiltered || pager.first ? words.noMatch : words.empty}
        />
        {looked !== null && <p class="hint">{message(words.looked, { instant: looked }, shell.language)}</p>}
        <ConsolePager frame={frame} pager={pager} />
      </div>
    </ConsolePage>
  );
}

type RowsProps = { frame: ConsoleFrame; rows: ListedRow[]; isOne: boolean; empty: string; caption?: string };

function Rows({ frame, rows, isOne, empty, caption }: RowsProps) {
  const { shell } = frame;
  const words = consoleCopy[shell.language];
  const { columns } = words;
  const labels = [
    columns.code,
    columns.state,
    districtWords(columns.place, frame),
    columns.source,
    columns.received,
  ];
  return (
    <ConsoleList
      shell={shell}
      caption={caption ?? words.caption}
      empty={empty}
      columns={[...labels, ...(isOne ? [] : [columns.action])].map((label) => ({ label }))}
      rows={rows.map((row) => [
        <a href={linkFrom(shell, row.href)}>
          <code>{row.code}</code>
        </a>,
        row.state,
        row.place,
        row.source,
        row.received,
        ...(isOne ? [] : [row.action]),
      ])}
    />
  );
}

function ConsolePager({ frame: { shell }, pager }: Pick<SignaturesPageProps, 'frame' | 'pager'>) {
  return <Pager shell={shell} {...pager} />;
}

type Typed = { email: string; name: string; zip: string };

function Search({ frame, typed, error }: { frame: ConsoleFrame; typed: Typed; error?: string | null }) {
  const { shell } = frame;
  const words = consoleCopy[shell.language].search;
  const field = { language: shell.language, autocomplete: 'off' };
  return (
    <section aria-labelledby="search">
      <h2 id="search">{words.heading}</h2>
      <p class="hint">{words.lead}</p>
      <ConsoleForm
        shell={shell}
        formToken={frame.formToken}
        action={`/organize/campaigns/${frame.campaign.slug}/signature-search`}
        class="filter"
      >
        <TextField
          {...field}
          name="email"
          label={words.email}
          value={typed.email}
          inputmode="email"
          error={error ?? null}
        />
        <p class="hint">{words.or}</p>
        <TextField {...field} name="name" label={words.name} value={typed.name} error={null} />
        <TextField
          {...field}
          name="zip"
          label={words.zip}
          value={typed.zip}
          inputmode="numeric"
          width="short"
          error={null}
        />
        <Button secondary>{words.button}</Button>
      </ConsoleForm>
    </section>
  );
}

function Filter({ frame, filter, isBadDay, action, choices }: SignaturesPageProps) {
  const { language } = frame.shell;
  const words = consoleCopy[language].filter;
  const all = { value: '', label: words.all };
  const field = { language, error: null };
  const isOpen = Object.values(filter).some((value) => value !== '');
  return (
    <details open={isOpen}>
      <summary>{words.heading}</summary>
      <form action={linkFrom(frame.shell, `/organize/campaigns/${frame.campaign.slug}/signatures`)}>
        {choices.actions.length > 1 && (
          <Select {...field} name="action" label={words.action} value={action} options={choices.actions} />
        )}
        <Select
          {...field}
          name="state"
          label={words.state}
          value={filter.state}
          options={[all, ...choices.states]}
        />
        <Select
          {...field}
          name="source"
          label={words.source}
          value={filter.source}
          options={[all, ...choices.sources]}
        />
        <Select
          {...field}
          name="place"
          label={districtWords(words.place, frame)}
          value={filter.place}
          options={[all, ...choices.places]}
        />
        <TextField
          {...field}
          name="day"
          label={words.day}
          value={filter.day}
          error={isBadDay ? words.badDay : null}
        />
        <Button secondary>{words.show}</Button>
      </form>
    </details>
  );
}

type SearchPageProps = {
  frame: ConsoleFrame;
  typed: Typed;
  isEnough: boolean;
  rows: ListedRow[];
  isOne: boolean;
};

export function SearchPage({ frame, typed, isEnough, rows, isOne }: SearchPageProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language].search;
  return (
    <ConsolePage frame={frame} title={words.heading} isError={!isEnough}>
      <div class="flow">
        <h1>{isEnough ? message(words.found, { n: rows.length }, language) : words.heading}</h1>
        {isEnough ? (
          <Rows frame={frame} rows={rows} isOne={isOne} empty={words.none} caption={words.caption} />
        ) : (
          <ErrorSummary language={language} lines={[{ href: '#email', text: words.needed }]} />
        )}
        <Search frame={frame} typed={typed} error={isEnough ? null : words.needed} />
        <p>
          <a href={linkFrom(shell, `/organize/campaigns/${frame.campaign.slug}/signatures`)}>
            {consoleCopy[language].one.back}
          </a>
        </p>
      </div>
    </ConsolePage>
  );
}
