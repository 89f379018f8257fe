import { raw } from 'hono/html';
import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { MadeView } from '../made-rules.ts';
import type { FieldView } from '../view-rules.ts';
import { copy } from './copy.ts';
import { FieldViews } from './fields.tsx';

export type Crumb = { title: string; href: string };

export type ToolView = { slug: string; label: string; hint: string; files: { key: string; label: string }[] };

export type SummaryLine = {
  /** The field on the page that is shown. */
  name: string | null;
  /** The field itself, where it is on the page of an entry. */
  inner: { entry: string; name: string | null } | null;
  label: string | null;
  message: string;
};

export type FormPageProps = {
  frame: ConsoleFrame;
  title: string;
  about: string | null;
  crumbs: readonly Crumb[];
  /** Where the form is sent. */
  action: string;
  linkTo: (path: string) => string;
  version: number;
  fields: readonly FieldView[];
  /** Problems with the field where each can be mended. */
  problems: SummaryLine[];
  told: 'saved' | 'merged' | 'conflict' | 'taken-out' | 'gone' | 'too-large' | 'stays' | null;
  /** Nothing was saved: what was typed is only in this page. */
  isRefused: boolean;
  /** How many problems there are in other parts, told after saving. */
  elsewhere: number;
  partsHref: string;
  tools: ToolView[];
  /** What a tool has just said. */
  made: MadeView | null;
  /** Null: not asked for. */
  previews: ReadonlyMap<string, string> | null;
};

export function FormPage(props: FormPageProps) {
  const { frame, title, about, fields, problems, told, isRefused, previews, linkTo } = props;
  const { shell } = frame;
  const words = copy[shell.language];
  const hasText = hasMarkdown(fields);
  const isOfLists = fields.every((view) => view.kind === 'list' && view.hasPages);
  return (
    <ConsolePage frame={frame} title={title} isError={isRefused || problems.length > 0}>
      <div class="flow kit-form">
        <Crumbs {...props} />
        <Told told={told} hasProblems={problems.length > 0} language={shell.language} />
        <Elsewhere {...props} />
        <ErrorSummary
          language={shell.language}
          lines={problems.map(({ name, inner, label, message: text }) => ({
            href:
              inner === null || isRefused
                ? `#${name ?? 'form'}`
                : `${linkFrom(shell, linkTo(inner.entry))}&check=1#${inner.name ?? 'form'}`,
            text: label === null ? text : message(words.at, { label, message: text }, shell.language),
          }))}
        />
        <h1>{title}</h1>
        {about && <p class="lead">{about}</p>}
        <Made frame={frame} made={props.made} />
        <ConsoleForm
          shell={shell}
          formToken={frame.formToken}
          action={props.action}
          id="form"
          isUpload={props.tools.some(({ files }) => files.length > 0)}
        >
          <span class="enter" aria-hidden="true">
            <button type="submit" tabindex={-1}>
              {words.save}
            </button>
          </span>
          <input type="hidden" name="version" value={String(props.version)} />
          <FieldViews views={fields} shell={shell} linkTo={linkTo} previews={previews} />
          <Tools tools={props.tools} working={words.saving} />
          {!isOfLists && (
            <p class="choices">
              <Button working={words.saving}>{words.save}</Button>
              {hasText && (
                <Button secondary name="do" value="preview" working={words.saving}>
                  {words.preview}
                </Button>
              )}
            </p>
          )}
        </ConsoleForm>
      </div>
    </ConsolePage>
  );
}

function Tools({ tools, working }: { tools: ToolView[]; working: string }) {
  return (
    <>
      {tools.map(({ slug, label, hint, files }) => (
        <fieldset class="part">
          <legend>{label}</legend>
          <p class="hint">{hint}</p>
          {files.map((file) => (
            <div class="field">
              <label for={`tool.${slug}.${file.key}`}>{file.label}</label>
              <input
                id={`tool.${slug}.${file.key}`}
                name={`tool.${slug}.${file.key}`}
                type="file"
                accept=".json,.geojson,application/json,application/geo+json"
              />
            </div>
          ))}
          <Button secondary name="do" value={`tool:${slug}`} working={working}>
            {label}
          </Button>
        </fieldset>
      ))}
    </>
  );
}

function Made({ frame, made }: Pick<FormPageProps, 'frame' | 'made'>) {
  const words = copy[frame.shell.language];
  if (!made) return null;
  return (
    <div class="notice" role="status">
      {made.told.length === 1 && <p>{made.told[0]}</p>}
      {made.told.length > 1 && (
        <ul>
          {made.told.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {(made.drawing || made.table) && (
        <div class="two-columns">
          {made.drawing && raw(made.drawing)}
          {made.table && <ConsoleList shell={frame.shell} {...made.table} />}
        </div>
      )}
      {made.link && (
        <p class="address">
          <a href={made.link} target="_blank" rel="noopener">
            {made.link} <span class="unseen">{words.newTab}</span>
          </a>
        </p>
      )}
    </div>
  );
}

function hasMarkdown(views: readonly FieldView[]): boolean {
  return views.some((view) => {
    if (view.kind === 'text') return view.isMarkdown;
    if (view.kind === 'group') return hasMarkdown(view.fields);
    return (
      view.kind === 'list' &&
      view.entries.some(({ content }) => 'fields' in content && hasMarkdown(content.fields))
    );
  });
}

function Crumbs({ frame, crumbs }: FormPageProps) {
  return (
    <nav class="crumbs" aria-label={copy[frame.shell.language].parts}>
      {crumbs.map(({ title, href }, i) => (
        <>
          {i > 0 && ' › '}
          <a href={linkFrom(frame.shell, href)}>{title}</a>
        </>
      ))}
    </nav>
  );
}

function Told({
  told,
  hasProblems,
  language,
}: Pick<FormPageProps, 'told'> & {
  hasProblems: boolean;
  language: 'en' | 'es';
}) {
  const words = copy[language];
  if (told === null) return null;
  const saved = hasProblems ? words.savedWithProblems : words.saved;
  return (
    <>
      {told === 'merged' && <Notice>{words.merged}</Notice>}
      {(told === 'saved' || told === 'merged') && <Notice>{saved}</Notice>}
      {told === 'conflict' && <Notice>{words.conflict}</Notice>}
      {told === 'taken-out' && <Notice>{words.takenOut}</Notice>}
      {told === 'gone' && <Notice>{words.gone}</Notice>}
      {told === 'too-large' && <Notice>{words.tooLarge}</Notice>}
      {told === 'stays' && <Notice>{words.stays}</Notice>}
    </>
  );
}

function Elsewhere({ frame, elsewhere, partsHref }: FormPageProps) {
  const { shell } = frame;
  const words = copy[shell.language];
  if (elsewhere === 0) return null;
  return (
    <Notice>
      {message(words.elsewhere, { n: elsewhere }, shell.language)}{' '}
      <a href={linkFrom(shell, partsHref)}>{words.seeParts}</a>
    </Notice>
  );
}

export type PartsPageProps = {
  frame: ConsoleFrame;
  draftHref: string;
  /** Null: there is no kit that could be edited. */
  parts: { title: string; about: string; href: string; problems: number; isEmpty: boolean }[] | null;
};

export function PartsPage({ frame, draftHref, parts }: PartsPageProps) {
  const { shell } = frame;
  const words = copy[shell.language];
  return (
    <ConsolePage frame={frame} title={words.parts}>
      <div class="flow">
        <nav class="crumbs" aria-label={words.parts}>
          <a href={linkFrom(shell, draftHref)}>{words.back}</a>
        </nav>
        <h1>{words.parts}</h1>
        <p class="lead">{parts ? words.partsLead : words.noKit}</p>
        {parts && (
          <ConsoleList
            shell={shell}
            caption={words.caption}
            columns={[
              { label: words.columns.part },
              { label: words.columns.holds },
              { label: words.columns.problems },
            ]}
            rows={parts.map(({ title, about, href, problems, isEmpty }) => [
              <a href={linkFrom(shell, href)}>{title}</a>,
              about,
              problems > 0
                ? message(words.problems, { n: problems }, shell.language)
                : isEmpty
                  ? words.isEmpty
                  : words.isWritten,
            ])}
          />
        )}
      </div>
    </ConsolePage>
  );
}
