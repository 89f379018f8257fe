import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { copy as fieldCopy } from '../../../web/components/copy.ts';
import { ariaOf, Checkbox, FieldFrame, Select, TextField } from '../../../web/components/field.tsx';
import { type Language, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { EntryView, FieldView } from '../view-rules.ts';
import { copy } from './copy.ts';

export type Rendering = {
  shell: Shell;
  /** The address of another part's page. */
  linkTo: (path: string) => string;
  /** HTML of Markdown by the name of its field, where it is shown. */
  previews: ReadonlyMap<string, string> | null;
};

type ViewOf<Kind extends FieldView['kind']> = Extract<FieldView, { kind: Kind }>;

export function FieldViews({ views, ...rendering }: Rendering & { views: readonly FieldView[] }) {
  return (
    <>
      {views.map((view) => (
        <FieldOf view={view} {...rendering} />
      ))}
    </>
  );
}

function FieldOf({ view, ...rendering }: Rendering & { view: FieldView }) {
  const { language } = rendering.shell;
  const { name, label, hint, error, optional } = view;
  const frame = { name, label, hint: hint ?? undefined, error, optional, language };
  switch (view.kind) {
    case 'text':
      return <TextInLanguages view={view} {...rendering} />;
    case 'input':
      return (
        <FieldFrame {...frame}>
          <Input view={view} aria={ariaOf(frame)} />
        </FieldFrame>
      );
    case 'fixed':
      return (
        <div class="field fixed" id={name}>
          <p>
            <strong>{label}</strong>: <span class="address">{view.value}</span>
          </p>
          {!error && <p class="hint">{view.why}</p>}
          <ErrorLine name={name} error={error} language={language} />
        </div>
      );
    case 'select':
      return (
        <>
          <Select {...frame} value={view.value} options={view.options} />
          {view.typed && <TextField {...view.typed} language={language} value="" error={null} optional />}
        </>
      );
    case 'tick':
      return (
        <>
          <input type="hidden" name={name} value="no" />
          <Checkbox {...frame} checked={view.isTicked} />
        </>
      );
    case 'several':
      return <Several view={view} language={language} />;
    case 'group':
      return (
        <fieldset class="part" id={name}>
          <Legend view={view} language={language} />
          <FieldViews views={view.fields} {...rendering} />
        </fieldset>
      );
    case 'list':
      return <List view={view} {...rendering} />;
  }
}

function Legend({ view, language }: { view: FieldView; language: Language }) {
  return (
    <>
      <legend>
        {view.label} {view.optional && <span class="hint">{fieldCopy[language].optional}</span>}
      </legend>
      {view.hint && <p class="hint">{view.hint}</p>}
      <ErrorLine name={view.name} error={view.error} language={language} />
    </>
  );
}

function ErrorLine({ name, error, language }: { name: string; error: string | null; language: Language }) {
  if (!error) return null;
  return (
    <p class="error" id={`${name}-error`}>
      <span class="unseen">{fieldCopy[language].errorPrefix} </span>
      {error}
    </p>
  );
}

type Aria = ReturnType<typeof ariaOf>;

function Input({ view, aria }: { view: ViewOf<'input'>; aria: Aria }) {
  const { name, type, rows, value } = view;
  if (rows) return <Area name={name} rows={rows} value={value} aria={aria} />;
  const isNumber = type === 'amount' || type === 'degrees';
  return (
    <input
      class={type === 'date' || isNumber ? 'short' : undefined}
      id={name}
      name={name}
      type={inputTypeOf(type, value)}
      inputmode={isNumber ? 'decimal' : undefined}
      value={value}
      autocomplete="off"
      {...aria}
    />
  );
}

/** A browser empties a date field that holds no date: it has to come back as it was typed. */
function inputTypeOf(type: ViewOf<'input'>['type'], value: string): string {
  switch (type) {
    case 'amount':
    case 'degrees':
      return 'text';
    case 'date':
      return isInstant(`${value}T00:00`) || value === '' ? 'date' : 'text';
    case 'moment':
      return isInstant(value) || value === '' ? 'datetime-local' : 'text';
    default:
      return type;
  }
}

function isInstant(value: string): boolean {
  const at = Date.parse(`${value}:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 16) === value;
}

/** A browser drops the first line break of a text area, so there is one more. */
function Area({
  name,
  rows,
  value,
  lang,
  aria,
}: {
  name: string;
  rows: number;
  value: string;
  lang?: Language;
  aria: Aria;
}) {
  return (
    <textarea id={name} name={name} rows={rows} lang={lang} {...aria}>
      {`\n${value}`}
    </textarea>
  );
}

function TextInLanguages({ view, ...rendering }: Rendering & { view: ViewOf<'text'> }) {
  const { shell, previews } = rendering;
  const words = copy[shell.language];
  return (
    <fieldset class="texts" id={view.name}>
      <Legend view={view} language={shell.language} />
      <div class="side-by-side">
        {view.inputs.map(({ language, name, value, isMissing, error }) => {
          const label: Child = (
            <>
              {words.languages[language]}
              {isMissing && <span class="mark missing">{words.missing}</span>}
            </>
          );
          const aria = ariaOf({ name, label: '', language: shell.language, error });
          return (
            <div class={error ? 'field wrong' : 'field'}>
              <label for={name}>{label}</label>
              <ErrorLine name={name} error={error} language={shell.language} />
              {view.rows ? (
                <Area name={name} rows={view.rows} value={value} lang={language} aria={aria} />
              ) : (
                <input id={name} name={name} lang={language} value={value} autocomplete="off" {...aria} />
              )}
              {view.isMarkdown && previews && (
                <Preview
                  title={message(
                    words.previewTitle,
                    { label: view.label, language: words.languages[language] },
                    shell.language,
                  )}
                  lang={language}
                  html={previews.get(name) ?? ''}
                  empty={words.previewEmpty}
                />
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

function Preview(props: { title: string; lang: Language; html: string; empty: string }) {
  return (
    <section class="preview flow" aria-label={props.title}>
      <p class="hint">{props.title}</p>
      {props.html === '' ? (
        <p>{props.empty}</p>
      ) : (
        <div class="flow prose" lang={props.lang}>
          {raw(props.html)}
        </div>
      )}
    </section>
  );
}

function Several({ view, language }: { view: ViewOf<'several'>; language: Language }) {
  const { name, options } = view;
  return (
    <fieldset class="choices field" id={name}>
      <Legend view={view} language={language} />
      <input type="hidden" name={name} value="" />
      {options.map(({ value, label, isTicked }, i) => (
        <div class="tick">
          <input id={`${name}.${i}`} name={name} type="checkbox" value={value} checked={isTicked} />
          <label for={`${name}.${i}`}>{label}</label>
        </div>
      ))}
    </fieldset>
  );
}

function List({ view, ...rendering }: Rendering & { view: ViewOf<'list'> }) {
  const words = copy[rendering.shell.language];
  return (
    <fieldset class="part list" id={view.name}>
      <Legend view={view} language={rendering.shell.language} />
      <input type="hidden" name={`${view.name}.count`} value={String(view.entries.length)} />
      {view.entries.length === 0 && <p class="hint">{words.empty}</p>}
      {view.entries.map((entry) => (
        <Entry list={view.name} entry={entry} {...rendering} />
      ))}
      <p>
        <button class="button secondary" type="submit" name="do" value={`add:${view.name}`}>
          {view.add}
        </button>
      </p>
    </fieldset>
  );
}

function Entry({ list, entry, ...rendering }: Rendering & { list: string; entry: EntryView }) {
  const { language } = rendering.shell;
  const words = copy[language];
  const { content, title, name } = entry;
  const press = (verb: string, label: string) => (
    <button class="link" type="submit" name="do" value={`${verb}:${list}:${entry.index}`}>
      {label}
      <span class="unseen"> {title}</span>
    </button>
  );
  const buttons = (
    <p class="entry-buttons">
      {!entry.isFirst && press('up', words.up)}
      {!entry.isLast && press('down', words.down)}
      {press('remove', words.remove)}
    </p>
  );
  if ('path' in content) {
    return (
      <div class="entry" id={name}>
        <p>
          <a href={linkFrom(rendering.shell, rendering.linkTo(content.path))}>{title}</a>
          {content.problems > 0 && (
            <span class="mark">{message(words.problems, { n: content.problems }, language)}</span>
          )}
        </p>
        {buttons}
      </div>
    );
  }
  return (
    <fieldset class="entry" id={name}>
      <legend>{title}</legend>
      <FieldViews views={content.fields} {...rendering} />
      {buttons}
    </fieldset>
  );
}
