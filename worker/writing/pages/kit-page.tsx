import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { FieldFrame } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { ChangeRow } from '../change-rows.ts';
import type { ParentState } from '../parents.ts';
import { Diff } from './diff.tsx';
import { kitCopy } from './kit-copy.ts';
import type { ProblemLine } from './write-page.tsx';

export type UploadRow = ChangeRow & {
  /**
   * It was edited here since the file was saved; by the file, too, or only here. Of a parent's change: the parent locks
   * it, or the campaign says something of its own there.
   */
  edited: 'both' | 'here' | 'locked' | 'own' | null;
  isChecked: boolean;
};

export type KitPageProps = {
  frame: ConsoleFrame;
  hasVersion: boolean;
  hasDraft: boolean;
  /** What the campaign was made of. */
  parent: ParentState | null;
  error: string | null;
  found: {
    text: string;
    version: number;
    rows: UploadRow[];
    always: string[];
    problems: ProblemLine[];
  } | null;
};

const pathIn = ({ campaign }: ConsoleFrame, path: string) => `/organize/campaigns/${campaign.slug}${path}`;

export function KitPage(props: KitPageProps) {
  const { frame, error, found } = props;
  const { shell } = frame;
  const words = kitCopy[shell.language];
  return (
    <ConsolePage frame={frame} title={words.title} isError={error !== null}>
      <div class="flow">
        <ErrorSummary language={shell.language} lines={error ? [{ href: '#file', text: error }] : []} />
        <p>
          <a href={linkFrom(shell, pathIn(frame, '/write'))}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {found ? <Found frame={frame} found={found} /> : <Downloads {...props} />}
        {!found && <Parent {...props} />}
        <Upload {...props} />
      </div>
    </ConsolePage>
  );
}

function Downloads({ frame, hasVersion, hasDraft }: KitPageProps) {
  const words = kitCopy[frame.shell.language];
  if (!hasVersion && !hasDraft) return null;
  return (
    <section class="flow">
      <h2>{words.download}</h2>
      <ul>
        {hasVersion && (
          <li>
            <a href={pathIn(frame, '/write/kit.json')} download>
              {words.asItStands}
            </a>
          </li>
        )}
        {hasDraft && (
          <li>
            <a href={pathIn(frame, '/write/draft.json')} download>
              {words.draft}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

function Parent({ frame, parent }: KitPageProps) {
  const { shell, formToken } = frame;
  const words = kitCopy[shell.language].parent;
  if (!parent) return null;
  const from = parent.from ?? words.template;
  return (
    <section class="flow" id="parent">
      <h2>{words.heading}</h2>
      <p class="address">{message(words.from, { from }, shell.language)}</p>
      <p>{words[parent.state]}</p>
      {parent.state === 'changed' && (
        <ConsoleForm shell={shell} formToken={formToken} action={pathIn(frame, '/write/kit')}>
          <input type="hidden" name="decision" value="parent" />
          <Button secondary>{words.look}</Button>
        </ConsoleForm>
      )}
    </section>
  );
}

function Upload({ frame, error }: KitPageProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = kitCopy[language];
  const field = { name: 'file', label: words.file, hint: words.fileHint, language, error };
  return (
    <section class="flow">
      <h2>{words.upload}</h2>
      <p>{words.uploadLead}</p>
      <ConsoleForm shell={shell} formToken={formToken} action={pathIn(frame, '/write/kit')} isUpload>
        <FieldFrame {...field}>
          <input
            id="file"
            name="file"
            type="file"
            accept=".json,application/json"
            aria-describedby={error ? 'file-hint file-error' : 'file-hint'}
            aria-invalid={error ? 'true' : undefined}
          />
        </FieldFrame>
        <Button secondary working={words.looking}>
          {words.look}
        </Button>
      </ConsoleForm>
    </section>
  );
}

function Found({ frame, found }: { frame: ConsoleFrame; found: NonNullable<KitPageProps['found']> }) {
  const { shell, formToken } = frame;
  const words = kitCopy[shell.language].found;
  const { rows, problems, text, version, always } = found;
  const edited = { both: words.edited, here: words.onlyHere, locked: words.locked, own: words.own };
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return (
    <section class="flow" id="found">
      <h2>{words.heading}</h2>
      {problems.length > 0 && (
        <>
          <p>{words.problems}</p>
          <ul>
            {problems.map(({ where, words: said }) => (
              <li class="address">
                <b>{where}</b>: {said}
              </li>
            ))}
          </ul>
        </>
      )}
      {rows.length + always.length === 0 ? (
        <p>{words.same}</p>
      ) : (
        <ConsoleForm shell={shell} formToken={formToken} action={pathIn(frame, '/write/kit')} isUpload>
          <p>{rows.length === 0 ? words.nothing : words.lead}</p>
          {always.map((id) => (
            <input type="hidden" name="take" value={id} />
          ))}
          <input type="hidden" name="seen" value={version} />
          <input type="hidden" name="decision" value="take" />
          <textarea name="text" hidden>{`\n${text}`}</textarea>
          <Diff
            language={shell.language}
            rows={rows}
            beside={({ id, where }) => {
              const row = rowOf.get(id);
              const name = `take-${rows.findIndex((one) => one.id === id)}`;
              return (
                <p class="tick diff-where">
                  <input type="checkbox" id={name} name="take" value={id} checked={row?.isChecked} />
                  <label for={name}>
                    {where}
                    {row?.edited && <span class="hint"> ({edited[row.edited]})</span>}
                  </label>
                </p>
              );
            }}
          />
          <Button>{words.take}</Button>
        </ConsoleForm>
      )}
    </section>
  );
}
