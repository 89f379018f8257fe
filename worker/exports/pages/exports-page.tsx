import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { FieldFrame, Select, TextArea } from '../../../web/components/field.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { exportsCopy } from './exports-copy.ts';

export type Problem = 'choice' | 'gone' | 'unreadable' | 'no-address' | 'too-many' | 'encoding';

type Words = (typeof exportsCopy)['en'];
type PresetName = keyof Words['presets'];

export type ExportRow = {
  id: string;
  preset: PresetName;
  partner: string | null;
  action: string | null;
  who: string;
  when: string;
  state: 'making' | 'ready' | 'gone';
  goneWhy: keyof Words['gone'] | null;
  people: number;
  leftOut: number;
  hash: string | null;
  bytes: number | null;
};

export type ExportsPageProps = {
  frame: ConsoleFrame;
  rows: ExportRow[];
  presets: { value: PresetName; columns: string[] }[];
  actions: { slug: string; name: string }[];
  partners: { slug: string; name: string }[];
  /** The fields of a form that was given back. */
  typed: Record<string, string>;
  problem: Problem | null;
  /** How many addresses the file has that was just read. */
  found: number | null;
};

const fieldOf: Record<Problem, string> = {
  choice: '#audience',
  gone: '#lists',
  unreadable: '#lists',
  'no-address': '#addresses',
  'too-many': '#addresses',
  encoding: '#file',
};

const pathOf = ({ campaign }: ConsoleFrame, path: string) => `/organize/campaigns/${campaign.slug}${path}`;

export function ExportsPage(props: ExportsPageProps) {
  const { frame, problem } = props;
  const { shell } = frame;
  const words = exportsCopy[shell.language];
  const lines = problem ? [{ href: fieldOf[problem], text: words.problems[problem] }] : [];
  return (
    <ConsolePage frame={frame} title={words.title} isError={problem !== null}>
      <div class="flow">
        <ErrorSummary language={shell.language} lines={lines} />
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <Make {...props} />
        <Lists {...props} />
        <Unsubscribed {...props} />
      </div>
    </ConsolePage>
  );
}

function audiences({ frame, partners }: ExportsPageProps) {
  const { language } = frame.shell;
  const words = exportsCopy[language];
  return [
    { value: 'news', label: words.news },
    ...partners.map(({ slug, name }) => {
      return { value: `partner:${slug}`, label: message(words.partner, { partner: name }, language) };
    }),
  ];
}

function Make(props: ExportsPageProps) {
  const { frame, presets, actions, typed, problem } = props;
  const { language } = frame.shell;
  const words = exportsCopy[language];
  const isOurs = problem === 'choice' && typed.addresses === undefined;
  const field = { language, error: null };
  return (
    <section class="flow">
      <h2>{words.make}</h2>
      <ConsoleForm shell={frame.shell} formToken={frame.formToken} action={pathOf(frame, '/exports')}>
        <Select
          {...field}
          name="audience"
          label={words.audience}
          hint={words.audienceHint}
          value={typed.audience ?? 'news'}
          options={audiences(props)}
          error={isOurs ? words.problems.choice : null}
        />
        <Select
          {...field}
          name="of"
          label={words.of}
          value={typed.of ?? ''}
          options={[
            { value: '', label: words.all },
            ...actions.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
        />
        <Select
          {...field}
          name="preset"
          label={words.preset}
          hint={words.presetHint}
          value={typed.preset ?? 'canonical'}
          options={presets.map(({ value }) => ({ value, label: words.presets[value] }))}
        />
        <Button working={words.making}>{words.makeButton}</Button>
      </ConsoleForm>
      <details>
        <summary>{words.columnsOf}</summary>
        <dl>
          {presets.map(({ value, columns }) => (
            <>
              <dt>{words.presets[value]}</dt>
              <dd class="address">{columns.join(', ')}</dd>
            </>
          ))}
        </dl>
      </details>
    </section>
  );
}

function Lists({ frame, rows }: ExportsPageProps) {
  const { shell } = frame;
  const words = exportsCopy[shell.language];
  const { columns } = words;
  return (
    <section class="flow" id="lists">
      <h2>{words.lists}</h2>
      <p class="hint">{words.kept}</p>
      <ConsoleList
        shell={shell}
        caption={words.lists}
        empty={words.empty}
        columns={[columns.when, columns.what, columns.people, columns.hash, columns.file].map((label) => ({
          label,
        }))}
        rows={rows.map((row) => [
          row.when,
          <What frame={frame} row={row} />,
          <People frame={frame} row={row} />,
          row.hash ? <code class="address">{row.hash}</code> : '–',
          <File frame={frame} row={row} />,
        ])}
      />
    </section>
  );
}

type RowProps = { frame: ConsoleFrame; row: ExportRow };

function What({ frame, row }: RowProps) {
  const { language } = frame.shell;
  const words = exportsCopy[language];
  return (
    <>
      <p>
        {words.presets[row.preset]}:{' '}
        {row.partner ? message(words.for, { partner: row.partner }, language) : words.newsShort}
      </p>
      <p class="hint address">
        {row.action ?? words.all}. {row.who}
      </p>
    </>
  );
}

function People({ frame, row }: RowProps) {
  const { language } = frame.shell;
  const words = exportsCopy[language];
  return (
    <>
      <p>{message(words.count, { n: row.people }, language)}</p>
      {row.leftOut > 0 && <p class="hint">{message(words.leftOut, { n: row.leftOut }, language)}</p>}
    </>
  );
}

function File({ frame, row }: RowProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = exportsCopy[language];
  const base = pathOf(frame, `/exports/${row.id}`);
  const about = row.hash && <a href={linkFrom(shell, `${base}/about`)}>{words.about}</a>;
  if (row.state === 'gone') {
    return (
      <>
        <p>{words.gone[row.goneWhy ?? 'an-hour']}</p>
        {about && <p>{about}</p>}
      </>
    );
  }
  return (
    <>
      {row.state === 'making' && (
        <p>
          {words.stillMaking} <a href={linkFrom(shell, pathOf(frame, '/exports'))}>{words.lookAgain}</a>
        </p>
      )}
      {row.state === 'ready' && (
        <ConsoleForm shell={shell} formToken={formToken} action={`${base}/file`}>
          <button class="link" type="submit">
            {message(
              words.download,
              { size: formatNumber(Math.ceil((row.bytes ?? 0) / 1024), language) },
              language,
            )}
          </button>
        </ConsoleForm>
      )}
      {about && <p>{about}</p>}
      <ConsoleForm shell={shell} formToken={formToken} action={`${base}/deletion`}>
        <button class="link" type="submit" data-working={words.deleting}>
          {row.state === 'ready' ? words.delete : words.stop}
        </button>
      </ConsoleForm>
    </>
  );
}

function Unsubscribed(props: ExportsPageProps) {
  const { frame, typed, problem, found } = props;
  const { language } = frame.shell;
  const words = exportsCopy[language];
  const { unsubscribed } = words;
  const fileError = problem === 'encoding' ? words.problems.encoding : null;
  const isWrong = problem === 'no-address' || problem === 'too-many';
  return (
    <section class="flow">
      <h2>{unsubscribed.heading}</h2>
      <p>{unsubscribed.lead}</p>
      <ConsoleForm
        shell={frame.shell}
        formToken={frame.formToken}
        action={pathOf(frame, '/unsubscribed')}
        isUpload
      >
        {found !== null && <Notice news>{message(unsubscribed.found, { n: found }, language)}</Notice>}
        <div class="field">
          <label for="whose">{unsubscribed.whose}</label>
          <select id="whose" name="audience">
            {audiences(props).map(({ value, label }) => (
              <option value={value} selected={value === typed.audience}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <FieldFrame
          name="file"
          label={unsubscribed.file}
          hint={unsubscribed.fileHint}
          language={language}
          error={fileError}
        >
          <input
            id="file"
            name="file"
            type="file"
            accept=".csv,.txt,text/csv,text/plain"
            aria-describedby={fileError ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={fileError ? 'true' : undefined}
          />
        </FieldFrame>
        <TextArea
          name="addresses"
          label={unsubscribed.addresses}
          hint={unsubscribed.hint}
          rows={6}
          language={language}
          value={typed.addresses ?? ''}
          error={isWrong ? words.problems[problem] : null}
        />
        <Button secondary working={unsubscribed.working}>
          {unsubscribed.button}
        </Button>
      </ConsoleForm>
    </section>
  );
}
