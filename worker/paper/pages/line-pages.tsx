import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Table } from '../../../web/components/table.tsx';
import { ConsoleForm, Decision } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { Queue, QueueRow } from '../../../web/console/list.tsx';
import { type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { DifferentPart, LineContent } from '../rules.ts';
import { copy } from './copy.ts';
import { LineFields, type LineView, summaryOf } from './line-fields.tsx';
import { secondCopy } from './second-copy.ts';
import { pathOfSheet, type SheetHead } from './sheet-page.tsx';

type PageProps = {
  frame: ConsoleFrame;
  sheet: SheetHead;
  title: string;
  lines?: LineView[];
  children: Child;
};

function LinePage({ frame, sheet, title, lines = [], children }: PageProps) {
  const { shell } = frame;
  const wrong = summaryOf(lines, shell.language);
  return (
    <ConsolePage frame={frame} title={title} isError={wrong.length > 0}>
      <div class="flow">
        <ErrorSummary language={shell.language} lines={wrong} />
        <p>
          <a href={linkFrom(shell, pathOfSheet(frame, sheet.id))}>
            {message(copy[shell.language].sheet.title, sheet, shell.language)}
          </a>
        </p>
        <h1>{title}</h1>
        {children}
      </div>
    </ConsolePage>
  );
}

type CorrectProps = { frame: ConsoleFrame; sheet: SheetHead; line: LineView; isOwners: boolean };

/** A line is typed again from the paper: what was entered stays sealed. */
export function CorrectPage({ frame, sheet, line, isOwners }: CorrectProps) {
  const { shell } = frame;
  const { language } = shell;
  const { done: words, sheet: common } = copy[language];
  const title = message(words.correctTitle, { n: line.line }, language);
  return (
    <LinePage frame={frame} sheet={sheet} title={title} lines={[line]}>
      {isOwners && (
        <p class="notice" role="alert">
          {words.owner}
        </p>
      )}
      <p>{words.correctLead}</p>
      <p class="hint">{common.marks}</p>
      <ConsoleForm
        shell={shell}
        formToken={frame.formToken}
        action={pathOfSheet(frame, sheet.id, `/correct/${line.line}`)}
        class="flow"
      >
        <LineFields lines={[line]} language={language} />
        <Button working={common.saving}>{words.correctButton}</Button>
      </ConsoleForm>
    </LinePage>
  );
}

type SecondProps = { frame: ConsoleFrame; sheet: SheetHead; lines: LineView[]; isOwn: boolean };

export function SecondPage({ frame, sheet, lines, isOwn }: SecondProps) {
  const { shell } = frame;
  const { language } = shell;
  const words = secondCopy[language].second;
  const title = message(words.title, sheet, language);
  return (
    <LinePage frame={frame} sheet={sheet} title={title} lines={lines}>
      {lines.length === 0 ? (
        <p>{isOwn ? words.own : words.nothing}</p>
      ) : (
        <>
          <p>{words.lead}</p>
          <p class="hint">{copy[language].sheet.marks}</p>
          <ConsoleForm
            shell={shell}
            formToken={frame.formToken}
            action={pathOfSheet(frame, sheet.id, '/second')}
            class="flow"
          >
            <LineFields lines={lines} language={language} />
            <Button working={copy[language].sheet.saving}>{words.button}</Button>
          </ConsoleForm>
        </>
      )}
    </LinePage>
  );
}

type DifferenceRow = {
  line: number;
  parts: DifferentPart[];
  shown: { first: LineContent; second: LineContent } | null;
};

type DifferencesProps = { frame: ConsoleFrame; sheet: SheetHead; rows: DifferenceRow[] };

/** Says at once which fields differ. The names are opened only when asked for. */
export function DifferencesPage({ frame, sheet, rows }: DifferencesProps) {
  const { language } = frame.shell;
  const words = secondCopy[language].differences;
  return (
    <LinePage frame={frame} sheet={sheet} title={message(words.title, sheet, language)}>
      <p>{rows.length > 0 ? words.lead : words.nothing}</p>
      {rows.length > 0 && (
        <Queue>
          {rows.map((row) => (
            <Difference frame={frame} id={sheet.id} row={row} />
          ))}
        </Queue>
      )}
    </LinePage>
  );
}

function Difference({ frame, id, row }: { frame: ConsoleFrame; id: string; row: DifferenceRow }) {
  const { shell } = frame;
  const { language } = shell;
  const words = secondCopy[language].differences;
  const parts = new Intl.ListFormat(language).format(row.parts.map((part) => words.parts[part]));
  const choices = row.shown
    ? [
        { value: 'first', label: words.first, key: 'A' as const },
        { value: 'second', label: words.second, key: 'H' as const },
      ]
    : [{ value: 'show', label: words.show, key: 'A' as const }];
  return (
    <QueueRow id={`line-${row.line}`}>
      <h2>{message(words.line, { n: row.line, parts }, language)}</h2>
      {row.shown ? (
        <Both shown={row.shown} line={row.line} language={language} />
      ) : (
        <p class="hint">{words.showText}</p>
      )}
      <Decision
        shell={shell}
        formToken={frame.formToken}
        action={pathOfSheet(frame, id, '/differences')}
        name={String(row.line)}
        choices={choices}
      >
        <input type="hidden" name="line" value={String(row.line)} />
      </Decision>
    </QueueRow>
  );
}

type BothProps = { shown: NonNullable<DifferenceRow['shown']>; line: number; language: Language };

function Both({ shown, line, language }: BothProps) {
  const words = secondCopy[language].differences;
  const { sheet } = copy[language];
  const cells = ({ mark, givenName, familyName, zip, email }: LineContent) =>
    mark === 'signed' ? [givenName, familyName, zip, email] : [words.mark[mark], '', '', ''];
  return (
    <Table
      asList
      caption={`${sheet.line} ${line}`}
      columns={[words.entry, sheet.given, sheet.family, sheet.zip, sheet.email].map((label) => ({ label }))}
      rows={[
        [words.who.first, ...cells(shown.first)],
        [words.who.second, ...cells(shown.second)],
      ]}
    />
  );
}
