import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { FieldFrame, Select } from '../../../web/components/field.tsx';
import { NumberTable, type NumberTableProps } from '../../../web/components/number-table.tsx';
import { type SourceGroup, SourceOptions } from '../../../web/components/source-options.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { type Columns, importFields, type Platform, platforms } from '../import-rules.ts';
import { importCopy } from './import-copy.ts';

export type FoundProps = {
  /** The whole file, carried along: nothing is stored before the last press. */
  text: string;
  heads: string[];
  columns: Columns;
  table: NumberTableProps;
  isFew: boolean;
  bad: { row: number; field: string }[];
  toInvite: number;
};

export type ImportPageProps = {
  frame: ConsoleFrame;
  petition: string;
  values: { platform: Platform; source: string; language: 'en' | 'es' };
  sources: SourceGroup[];
  error: string | null;
  found: FoundProps | null;
  imports: { when: string; platform: string; rows: number; state: 'inviting' | 'done' | 'ended' }[];
};

const mostBadShown = 20;

export function ImportPage(props: ImportPageProps) {
  const { frame, error, found } = props;
  const { shell } = frame;
  const words = importCopy[shell.language];
  return (
    <ConsolePage frame={frame} title={words.title} isError={error !== null}>
      <div class="flow">
        <ErrorSummary
          language={shell.language}
          lines={error === null ? [] : [{ href: found ? '#email' : '#file', text: error }]}
        />
        <p>
          <a href={linkFrom(shell, `/organize/campaigns/${frame.campaign.slug}/paper`)}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <ImportForm {...props}>
          {found ? <Found {...props} found={found} /> : <FileField {...props} />}
        </ImportForm>
        <Imports {...props} />
      </div>
    </ConsolePage>
  );
}

function ImportForm({
  frame,
  petition,
  values,
  sources,
  found,
  children,
}: ImportPageProps & { children?: unknown }) {
  const { shell } = frame;
  const { language } = shell;
  const words = importCopy[language];
  return (
    <ConsoleForm
      shell={shell}
      formToken={frame.formToken}
      action={`/organize/campaigns/${frame.campaign.slug}/paper/import`}
      class="flow"
      isUpload
    >
      <input type="hidden" name="petition" value={petition} />
      {found && <textarea name="text" hidden>{`\n${found.text}`}</textarea>}
      <Select
        name="platform"
        label={words.platform}
        language={language}
        value={values.platform}
        options={platforms.map((value) => ({ value, label: words.platforms[value] }))}
        error={null}
      />
      <FieldFrame name="source" label={words.source} language={language} error={null}>
        <SourceOptions
          groups={sources}
          chosen={values.source}
          none={words.noSource}
          own={frame.campaign.name}
        />
      </FieldFrame>
      <Select
        name="language"
        label={words.language}
        language={language}
        value={values.language}
        options={(['en', 'es'] as const).map((value) => ({ value, label: words.languages[value] }))}
        error={null}
      />
      {children as never}
    </ConsoleForm>
  );
}

function FileField({ frame, error }: ImportPageProps) {
  const { language } = frame.shell;
  const words = importCopy[language];
  const field = { name: 'file', label: words.file, hint: words.fileHint, language, error };
  return (
    <>
      <FieldFrame {...field}>
        <input
          id="file"
          name="file"
          type="file"
          accept=".csv,text/csv"
          aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
          aria-invalid={error ? 'true' : undefined}
        />
      </FieldFrame>
      <Button name="decision" value="read" working={words.reading}>
        {words.read}
      </Button>
    </>
  );
}

function Found({ found, frame, error }: ImportPageProps & { found: FoundProps }) {
  const { language } = frame.shell;
  const words = importCopy[language];
  const options = [
    { value: '-1', label: words.columns.none },
    ...found.heads.map((label, index) => ({ value: String(index), label: label || String(index + 1) })),
  ];
  const more = found.bad.length - mostBadShown;
  return (
    <>
      <h2>{words.columns.heading}</h2>
      <p>{words.columns.text}</p>
      {importFields.map((field) => (
        <Select
          name={field}
          label={words.columns[field]}
          language={language}
          value={String(found.columns[field])}
          options={options}
          error={null}
        />
      ))}
      <Button name="decision" value="again" secondary working={words.reading}>
        {words.columns.again}
      </Button>
      <h2>{words.found.heading}</h2>
      <NumberTable {...found.table} />
      {found.isFew && <p class="hint">{words.found.few}</p>}
      {found.bad.length > 0 && (
        <details>
          <summary>{words.found.badRows}</summary>
          <ul>
            {found.bad.slice(0, mostBadShown).map(({ row, field }) => (
              <li>
                {message(
                  words.found.badRow,
                  { n: row, what: words.found.parts[field as keyof typeof words.found.parts] ?? field },
                  language,
                )}
              </li>
            ))}
            {more > 0 && <li>{message(words.found.more, { n: more }, language)}</li>}
          </ul>
        </details>
      )}
      {found.toInvite > 0 && error === null ? (
        <>
          <p>{words.pace}</p>
          <Button name="decision" value="import" working={words.going}>
            {message(words.go, { n: found.toInvite }, language)}
          </Button>
        </>
      ) : (
        <p>{words.nobody}</p>
      )}
    </>
  );
}

function Imports({ frame, imports }: ImportPageProps) {
  const words = importCopy[frame.shell.language];
  const { caption, when, where, rows, state, states, empty } = words.imports;
  return (
    <ConsoleList
      shell={frame.shell}
      caption={caption}
      columns={[{ label: when }, { label: where }, { label: rows, numeric: true }, { label: state }]}
      rows={imports.map((one) => [
        one.when,
        words.platforms[one.platform as Platform] ?? one.platform,
        String(one.rows),
        states[one.state],
      ])}
      empty={empty}
    />
  );
}
