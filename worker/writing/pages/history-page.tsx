import { Button } from '../../../web/components/button.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { ChangeRow } from '../change-rows.ts';
import { Diff } from './diff.tsx';
import { kitCopy } from './kit-copy.ts';

export type VersionRow = { number: number; when: string; who: string; note: string; hash: string };

const pathIn = ({ campaign }: ConsoleFrame, path: string) => `/organize/campaigns/${campaign.slug}${path}`;

export function HistoryPage({
  frame,
  rows,
  next,
  first,
}: {
  frame: ConsoleFrame;
  rows: VersionRow[];
  next: string | null;
  first: string | null;
}) {
  const { shell } = frame;
  const { versions: words, back } = kitCopy[shell.language];
  const { number, when, who, note, hash } = words.columns;
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <p>
          <a href={linkFrom(shell, pathIn(frame, '/write'))}>{back}</a>
        </p>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <ConsoleList
          shell={shell}
          caption={words.title}
          empty={words.none}
          columns={[number, when, who, note, hash].map((label) => ({ label }))}
          rows={rows.map((row) => [
            <a href={linkFrom(shell, pathIn(frame, `/write/history/${row.number}`))}>
              {message(words.one, { number: row.number }, shell.language)}
            </a>,
            row.when,
            row.who,
            row.note || '–',
            <code class="address">{row.hash}</code>,
          ])}
          pager={{ next, first }}
        />
      </div>
    </ConsolePage>
  );
}

export function VersionPage({
  frame,
  version,
  against,
  rows,
  others,
  isLate,
}: {
  frame: ConsoleFrame;
  version: VersionRow;
  /** The number that it is compared with; null for the first one. */
  against: number | null;
  rows: ChangeRow[];
  others: number[];
  isLate: boolean;
}) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const { versions: words } = kitCopy[language];
  const title = message(words.one, { number: version.number }, language);
  const here = pathIn(frame, `/write/history/${version.number}`);
  return (
    <ConsolePage frame={frame} title={title} isError={isLate}>
      <div class="flow">
        {isLate && <Notice news>{words.conflict}</Notice>}
        <p>
          <a href={linkFrom(shell, pathIn(frame, '/write/history'))}>{words.title}</a>
        </p>
        <h1>{title}</h1>
        <p>
          {version.when}, {version.who}
          {version.note && <>: {version.note}</>}
        </p>
        <p>
          {words.columns.hash}: <code class="address">{version.hash}</code>
        </p>
        <p>
          <a href={`${here}/file`} download>
            {words.file}
          </a>
        </p>
        <h2>{against === null ? words.first : message(words.changed, { number: against }, language)}</h2>
        {against !== null && rows.length === 0 && <p>{words.same}</p>}
        <Diff language={language} rows={rows} />
        {others.length > 0 && (
          <form method="get" action={here}>
            {shell.language !== 'en' && <input type="hidden" name="lang" value={shell.language} />}
            <p class="field">
              <label for="against">{words.compare}</label>
              <select id="against" name="against">
                {others.map((number) => (
                  <option value={number} selected={number === against}>
                    {number}
                  </option>
                ))}
              </select>
            </p>
            <Button secondary>{words.compareButton}</Button>
          </form>
        )}
        <section class="flow">
          <h2>{words.restore}</h2>
          <p>{words.restoreLead}</p>
          <ConsoleForm shell={shell} formToken={formToken} action={`${here}/restore`}>
            <Button secondary>{words.restore}</Button>
          </ConsoleForm>
        </section>
      </div>
    </ConsolePage>
  );
}
