import { raw } from 'hono/html';
import { Button } from '../../../web/components/button.tsx';
import type { ShownEntry } from '../../../web/components/entry-list.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { ariaOf, FieldFrame, TextArea, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import type { EntryKind } from '../entry-rules.ts';
import { consoleCopy } from './console-copy.ts';

export type EntryPageProps = {
  frame: ConsoleFrame;
  backPath: string;
  action: string;
  what: 'answer' | 'question' | 'myth' | 'edit';
  kind: EntryKind;
  languages: readonly Language[];
  /** What the organizer saw: the version of the entry, or where the question stands. */
  seen: string;
  /** The question as it was typed. */
  theirs: string | null;
  /** Another one's change, made since the form was shown. */
  meanwhile: ShownEntry | null;
  notice: string | null;
  values: Record<string, string>;
  errors: FieldError[];
};

/** The form of a public answer, or of a myth and the fact. */
export function EntryPage(props: EntryPageProps) {
  const { frame, what, theirs, meanwhile, notice, errors } = props;
  const { shell } = frame;
  const words = consoleCopy[shell.language].form;
  const title = words.titles[what];
  return (
    <ConsolePage frame={frame} title={title} isError={errors.length > 0 || meanwhile !== null}>
      <div class="flow">
        <ErrorSummary
          language={shell.language}
          lines={[
            ...(meanwhile ? [{ href: '#meanwhile', text: words.meanwhile }] : []),
            ...errors.map((error) => ({ href: `#${error.field}`, text: lineOf(error, props) })),
          ]}
        />
        <p class="small">
          <a href={linkFrom(shell, props.backPath)}>{words.back}</a>
        </p>
        <h1>{title}</h1>
        {notice && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        {theirs !== null && (
          <>
            <p>{words.theirs}</p>
            <blockquote>{theirs}</blockquote>
            <p class="hint">{words.ownWords}</p>
          </>
        )}
        {what === 'edit' && <p class="hint">{words.earlier}</p>}
        {meanwhile && (
          <section class="flow" id="meanwhile">
            <h2>{words.theirsNow}</h2>
            {meanwhile.fact && <p>{meanwhile.fact}</p>}
            <p>{meanwhile.asked}</p>
            <div class="flow">{raw(meanwhile.answerHtml)}</div>
            {meanwhile.source && <p class="small">{meanwhile.source.line}</p>}
          </section>
        )}
        <Fields {...props} />
      </div>
    </ConsolePage>
  );
}

function errorText({ code }: FieldError, language: Language): string {
  const { errors } = consoleCopy[language].form;
  return (errors as Record<string, string>)[code] ?? errors.missing;
}

/** "The answer (English): Fill this in". */
function lineOf(error: FieldError, props: EntryPageProps): string {
  return `${labelOf(error.field, props)}: ${errorText(error, props.frame.shell.language)}`;
}

function labelOf(field: string, { frame, kind, languages }: EntryPageProps): string {
  const { language } = frame.shell;
  const copy = consoleCopy[language];
  const words = copy.form;
  const [name = '', of = ''] = field.split('.');
  const others: Record<string, string> = {
    ...{ source: words.source, source_url: words.sourceUrl, answered_on: words.on },
    ...{ fact: words.fact, asked: words.asked[kind], answer: words.answer[kind] },
  };
  const what = others[name] ?? '';
  if (of === '' || languages.length === 1) return what;
  return message(words.in, { what, language: copy.languages[of as Language] }, language);
}

function Fields(props: EntryPageProps) {
  const { frame, kind, languages, values, errors, what } = props;
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = consoleCopy[language].form;
  const of = (name: string) => {
    const error = errors.find(({ field }) => field === name);
    return {
      ...{ name, language, value: values[name] ?? '', label: labelOf(name, props) },
      error: error ? errorText(error, language) : null,
    };
  };
  const each = (field: string) => languages.map((one) => of(`${field}.${one}`));
  return (
    <ConsoleForm shell={shell} formToken={formToken} action={props.action} class="fields column">
      <input type="hidden" name="seen" value={props.seen} />
      {kind === 'myth' && each('fact').map((field) => <TextField {...field} />)}
      {each('asked').map((field) => (
        <TextField {...field} />
      ))}
      {each('answer').map((field) => (
        <TextArea {...field} hint={words.answerHint} rows={7} />
      ))}
      <TextField {...of('source')} hint={words.sourceHint} />
      <TextField {...of('source_url')} optional />
      <Day {...of('answered_on')} />
      <Button working={words.working}>{what === 'edit' ? words.save : words.publish}</Button>
    </ConsoleForm>
  );
}

function Day(props: {
  name: string;
  label: string;
  language: Language;
  value: string;
  error: string | null;
}) {
  return (
    <FieldFrame {...props}>
      <input id={props.name} name={props.name} type="date" value={props.value} {...ariaOf(props)} />
    </FieldFrame>
  );
}
