import type { Child } from 'hono/jsx';
import { type Column, Table } from '../../../web/components/table.tsx';
import { type Language, message } from '../../../web/language.ts';
import type { TypedLine } from '../rules.ts';
import { copy } from './copy.ts';

export type LineStatus =
  | 'empty'
  | 'unreadable'
  | 'saved'
  | 'illegible'
  | 'crossed-out'
  | 'other'
  | 'owner'
  | 'erased'
  | 'changed';

export type LineView = {
  line: number;
  /** Null if it cannot be typed here. */
  typed: TypedLine | null;
  /** The version that the form sends, so that a newer one is not overwritten. */
  version: number;
  status: LineStatus;
  /** What is wrong, by field. */
  errors: { field: keyof TypedLine; text: string }[];
};

const fields = ['given_name', 'family_name', 'zip', 'email'] as const;

/** Fields for many lines: a table, on a phone a list. */
export function LineFields({ lines, language }: { lines: LineView[]; language: Language }) {
  const words = copy[language].sheet;
  const labels = {
    given_name: words.given,
    family_name: words.family,
    zip: words.zip,
    email: words.email,
  };
  const columns: Column[] = [words.line, ...fields.map((field) => labels[field]), words.status].map(
    (label) => ({ label }),
  );
  const rows = lines.map((view, index): Child[] => [
    String(view.line),
    ...fields.map((field) =>
      view.typed === null ? (
        ''
      ) : (
        <LineInput
          view={view}
          field={field}
          label={message(words.cell, { n: view.line, field: labels[field] }, language)}
          isFirst={index === firstOpen(lines) && field === 'given_name'}
        />
      ),
    ),
    <Status view={view} language={language} />,
  ]);
  return (
    <div class="paper-lines">
      <Table asList caption={words.caption} columns={columns} rows={rows} />
    </div>
  );
}

/** The field that gets the focus. */
function firstOpen(lines: LineView[]): number {
  if (lines.some(({ errors }) => errors.length > 0)) return -1;
  return lines.findIndex(({ status }) => status === 'empty');
}

type InputProps = { view: LineView; field: keyof TypedLine; label: string; isFirst: boolean };

function LineInput({ view: { line, typed, errors }, field, label, isFirst }: InputProps) {
  const isWrong = errors.some((error) => error.field === field);
  return (
    <input
      id={`${field}-${line}`}
      name={`${field}.${line}`}
      class={field === 'zip' ? 'short' : undefined}
      value={typed?.[field] ?? ''}
      aria-label={label}
      aria-invalid={isWrong ? 'true' : undefined}
      aria-describedby={isWrong ? `status-${line}` : undefined}
      autocomplete="off"
      autocapitalize={field === 'email' || field === 'zip' ? 'off' : 'words'}
      inputmode={field === 'zip' ? 'numeric' : field === 'email' ? 'email' : undefined}
      spellcheck={false}
      autofocus={isFirst}
      data-line={line}
      data-field={field}
    />
  );
}

function Status({ view, language }: { view: LineView; language: Language }) {
  const words = copy[language].sheet.statuses;
  const { line, version, status, errors } = view;
  return (
    <>
      {view.typed !== null && <input type="hidden" name={`was.${line}`} value={String(version)} />}
      <span id={`status-${line}`} class={errors.length > 0 ? 'error' : 'hint'} data-status={line}>
        {errors.length > 0
          ? errors.map(({ text }) => text).join('. ')
          : status === 'empty'
            ? ''
            : words[status]}
      </span>
    </>
  );
}

export function summaryOf(lines: LineView[], language: Language) {
  const { wrong } = copy[language].sheet;
  return lines.flatMap(({ line, errors }) =>
    errors.map(({ field, text }) => ({
      href: `#${field}-${line}`,
      text: message(wrong, { n: line, error: text }, language),
    })),
  );
}
