import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { FieldFrame, Select, TextField } from '../../../web/components/field.tsx';
import { NumberTable, type NumberTableProps } from '../../../web/components/number-table.tsx';
import { type SourceGroup, SourceOptions } from '../../../web/components/source-options.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { checkCopy } from './check-copy.ts';
import { copy } from './copy.ts';
import { pathOfSheet } from './sheet-page.tsx';

export type StartErrors = Partial<Record<'code' | 'page' | 'source', true>>;

export type StartForm = {
  values: { code: string; page: string; paper: string; source: string; language: string };
  errors: StartErrors;
  sources: SourceGroup[];
};

type PaperPageProps = {
  frame: ConsoleFrame;
  /** The petitions that take sheets; the first where none was chosen. Null where there is none. */
  petitions: { slug: string; title: string }[];
  chosen: string;
  /** Null without paper. */
  figures: { table: NumberTableProps; rate: string } | null;
  seconds: { sheetId: string; code: string; page: number; waiting: number; different: number }[];
  sheets: {
    id: string;
    code: string;
    page: number;
    state: 'entering' | 'done' | 'discarded';
    lines: number;
    started: string;
  }[];
  pager: { next: string | null; first: string | null };
  /** Null for those who may only look. */
  start: StartForm | null;
  mayImport: boolean;
};

/** The sheets of one petition with their totals, and the form to begin another. */
export function PaperPage(props: PaperPageProps) {
  const { frame, petitions, figures, start } = props;
  const { language } = frame.shell;
  const words = copy[language];
  return (
    <ConsolePage frame={frame} title={words.title} isError={Object.keys(start?.errors ?? {}).length > 0}>
      <div class="flow">
        {start && (
          <ErrorSummary
            language={language}
            lines={Object.keys(start.errors).map((field) => ({
              href: `#${field}`,
              text: words.start.errors[field as keyof StartErrors],
            }))}
          />
        )}
        <h1>{words.title}</h1>
        <p>{petitions.length > 0 ? words.lead : words.none}</p>
        {petitions.length > 1 && <Petitions {...props} />}
        {petitions.length > 0 && (
          <>
            {start && <SecondEntries {...props} />}
            {start && <Start frame={frame} start={start} chosen={props.chosen} />}
            {figures && (
              <section class="flow">
                <NumberTable {...figures.table} />
                <p>{figures.rate}</p>
              </section>
            )}
            <Sheets {...props} />
          </>
        )}
      </div>
    </ConsolePage>
  );
}

function pathOf({ campaign }: ConsoleFrame, query = ''): string {
  return `/organize/campaigns/${campaign.slug}/paper${query}`;
}

function Petitions({ frame, petitions, chosen }: PaperPageProps) {
  const words = copy[frame.shell.language];
  return (
    <form method="get" action={pathOf(frame)} class="choices">
      <label for="petition">{words.petition}</label>
      <select id="petition" name="petition" autocomplete="off">
        {petitions.map(({ slug, title }) => (
          <option value={slug} selected={slug === chosen}>
            {title}
          </option>
        ))}
      </select>
      <Button secondary>{words.show}</Button>
    </form>
  );
}

function SecondEntries({ frame, seconds }: PaperPageProps) {
  const { language } = frame.shell;
  const words = copy[language].seconds;
  if (seconds.length === 0) return null;
  const link = (id: string, rest: string, text: string, n: number) =>
    n > 0 && (
      <a href={linkFrom(frame.shell, pathOfSheet(frame, id, rest))}>{message(text, { n }, language)}</a>
    );
  return (
    <section class="flow">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <ul>
        {seconds.map(({ sheetId, code, page, waiting, different }) => (
          <li>
            {message(words.sheet, { code, page }, language)}: {link(sheetId, '/second', words.enter, waiting)}{' '}
            {link(sheetId, '/differences', words.decide, different)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Start({ frame, start, chosen }: { frame: ConsoleFrame; start: StartForm; chosen: string }) {
  const { shell } = frame;
  const { language } = shell;
  const words = copy[language].start;
  const { values, errors } = start;
  const error = (field: keyof StartErrors) => (errors[field] ? words.errors[field] : null);
  return (
    <section class="flow">
      <h2>{words.heading}</h2>
      <ConsoleForm shell={shell} formToken={frame.formToken} action={pathOf(frame)} class="flow start-sheet">
        <input type="hidden" name="petition" value={chosen} />
        <TextField
          name="code"
          label={words.code}
          hint={words.codeHint}
          language={language}
          value={values.code}
          autocomplete="off"
          error={error('code')}
        />
        <TextField
          name="page"
          label={words.page}
          language={language}
          value={values.page}
          inputmode="numeric"
          width="short"
          autocomplete="off"
          error={error('page')}
        />
        <Select
          name="paper"
          label={words.paper}
          language={language}
          value={values.paper}
          options={(['letter', 'a4'] as const).map((value) => ({ value, label: words.papers[value] }))}
          error={null}
        />
        <Select
          name="language"
          label={words.language}
          language={language}
          value={values.language}
          options={(['en', 'es'] as const).map((value) => ({ value, label: words.languages[value] }))}
          error={null}
        />
        <FieldFrame name="source" label={words.source} language={language} error={error('source')}>
          <SourceOptions
            groups={start.sources}
            chosen={values.source}
            none={words.noSource}
            own={frame.campaign.name}
          />
        </FieldFrame>
        <p class="choices">
          <Button name="decision" value="start" working={words.working}>
            {words.button}
          </Button>
          <Button name="decision" value="number" secondary working={words.working}>
            {words.unnumbered}
          </Button>
        </p>
      </ConsoleForm>
    </section>
  );
}

function Sheets({ frame, sheets, pager, chosen, mayImport }: PaperPageProps) {
  const { shell } = frame;
  const words = copy[shell.language].sheets;
  const print = `/campaigns/${frame.campaign.slug}/print/sheet?action=${encodeURIComponent(chosen)}`;
  return (
    <>
      <ConsoleList
        shell={shell}
        caption={words.caption}
        columns={[
          { label: words.sheet },
          { label: words.state },
          { label: words.lines, numeric: true },
          { label: words.started },
        ]}
        rows={sheets.map(({ id, code, page, state, lines, started }) => [
          <a href={linkFrom(shell, pathOfSheet(frame, id))}>
            {message(copy[shell.language].seconds.sheet, { code, page }, shell.language)}
          </a>,
          words.states[state],
          String(lines),
          started,
        ])}
        empty={words.empty}
        pager={pager}
      />
      <p>
        <a href={print}>{words.print}</a>
      </p>
      <p>
        <a href={linkFrom(shell, pathOf(frame, `/check?petition=${encodeURIComponent(chosen)}`))}>
          {checkCopy[shell.language].link}
        </a>
      </p>
      {mayImport && (
        <p>
          <a href={linkFrom(shell, pathOf(frame, `/import?petition=${encodeURIComponent(chosen)}`))}>
            {words.elsewhere}
          </a>
        </p>
      )}
    </>
  );
}
