import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { Select, TextField } from '../../../web/components/field.tsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { languages, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import type { AnswerWords } from '../words.ts';
import { AnswerFields, DayField, errorText } from './answer-fields.tsx';
import { AnswerLines } from './answer-lines.tsx';
import { consoleCopy } from './console-copy.ts';

export type OneResponsePageProps = {
  frame: ConsoleFrame;
  /** Of this page; the forms are sent to it or below it. */
  href: string;
  committee: string;
  petition: { title: string; path: string };
  asks: {
    slug: string;
    text: string;
    status: string | null;
    answer: AnswerWords | null;
    /** A commitment that can be marked. */
    open: { id: number; canBeMissed: boolean } | null;
    isMeanwhile: boolean;
  }[];
  waiting: number;
  isStopped: boolean;
  values: Record<string, string>;
  errors: FieldError[];
  notice: string | null;
};

/** What is asked of one committee: record an answer, mail the link again, mark a commitment. */
export function OneResponsePage(props: OneResponsePageProps) {
  const { frame, committee, petition, errors, asks } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const meanwhile = asks.find((ask) => ask.isMeanwhile);
  const lines = meanwhile
    ? [{ href: `#meanwhile-${meanwhile.slug}`, text: words.one.meanwhile }]
    : errors.map((error) => ({ href: `#${anchorOf(error)}`, text: textOf(error, props) }));
  const title = message(words.one.title, { committee }, language);
  return (
    <ConsolePage frame={frame} title={title} isError={lines.length > 0}>
      <div class="flow">
        <ErrorSummary language={language} lines={lines} />
        {props.notice && (
          <p class="notice" role="status">
            {props.notice}
          </p>
        )}
        <p class="small">
          <a href={linkFrom(shell, `/organize/campaigns/${frame.campaign.slug}/responses`)}>
            {words.one.back}
          </a>
        </p>
        <h1>{title}</h1>
        <p>
          <a href={petition.path}>{petition.title}</a>
        </p>
        {asks.map((ask) => (
          <Asked {...props} ask={ask} />
        ))}
        <MailAgain {...props} />
        <Record {...props} />
      </div>
    </ConsolePage>
  );
}

function anchorOf({ field }: FieldError): string {
  return field === 'form'
    ? 'record'
    : field.replace(/^answer\.(.*)$/, 'answer.$1.yes').replace(/^given$/, 'given');
}

function textOf(error: FieldError, { frame }: Pick<OneResponsePageProps, 'frame'>): string {
  const words = consoleCopy[frame.shell.language];
  const { field } = error;
  if (field === 'place') return words.one.errors.place;
  if (field === 'given') return words.one.errors.how;
  if (field === 'on') return error.code === 'early' ? words.one.errors.early : words.one.errors.on;
  if (field.startsWith('source-')) return error.code === 'early' ? words.outcome.early : words.outcome.error;
  if (error.code === 'changed') return words.outcome.changed;
  return errorText(error, frame.shell.language);
}

function Asked({
  frame,
  href,
  ask,
  values,
  ...props
}: OneResponsePageProps & { ask: OneResponsePageProps['asks'][number] }) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const field = `source-${ask.open?.id}`;
  const error = props.errors.find((one) => one.field === field);
  return (
    <section class="flow" id={ask.isMeanwhile ? `meanwhile-${ask.slug}` : undefined}>
      <h2>{ask.text}</h2>
      {ask.status && <p>{ask.status}</p>}
      {ask.answer && (
        <>
          <p class="small">{ask.isMeanwhile ? words.one.theirs : words.one.now}</p>
          <AnswerLines answer={ask.answer} language={language} />
        </>
      )}
      {ask.open && (
        <ConsoleForm shell={shell} formToken={formToken} action={`${href}/outcome`} class="decision">
          <input type="hidden" name="answer" value={String(ask.open.id)} />
          <TextField
            name={field}
            label={`${words.outcome.heading}: ${words.outcome.source}`}
            hint={words.outcome.sourceHint}
            language={language}
            value={values[field] ?? ''}
            error={error ? textOf(error, { frame }) : null}
          />
          <p class="choices">
            {(ask.open.canBeMissed ? (['kept', 'missed'] as const) : (['kept'] as const)).map((outcome) => (
              <Button secondary name="decision" value={outcome} working={words.outcome.working}>
                {words.outcome[outcome]}
              </Button>
            ))}
          </p>
          {!ask.open.canBeMissed && <p class="hint">{words.outcome.later}</p>}
        </ConsoleForm>
      )}
    </section>
  );
}

function MailAgain({ frame, href, waiting, isStopped }: OneResponsePageProps) {
  const { shell, formToken } = frame;
  const words = consoleCopy[shell.language].again;
  const asked = message(words.asked, { n: waiting }, shell.language);
  return (
    <section class="flow">
      <h2>{words.heading}</h2>
      <p>{waiting > 0 ? `${asked} ${isStopped ? words.stopped : words.text}` : words.nothing}</p>
      {waiting > 0 && !isStopped && (
        <ConsoleForm shell={shell} formToken={formToken} action={`${href}/ask`} class="flow">
          <p class="choices">
            <Button secondary name="decision" value="again" working={words.working}>
              {words.button}
            </Button>
          </p>
        </ConsoleForm>
      )}
    </section>
  );
}

function Record({ frame, href, asks, values, errors }: OneResponsePageProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const words = consoleCopy[language].one;
  const onError = errors.find(({ field }) => field === 'on');
  const errorAt = (field: string, text: string) =>
    errors.some((error) => error.field === field) ? text : null;
  return (
    <section class="flow" id="record">
      <h2>{words.record}</h2>
      <p>{words.recordLead}</p>
      <ConsoleForm shell={shell} formToken={formToken} action={href} class="fields column">
        <Select
          name="given"
          label={words.how}
          language={language}
          value={values.given ?? ''}
          error={errorAt('given', words.errors.how)}
          options={[
            { value: '', label: '–' },
            ...(['letter', 'meeting'] as const).map((value) => ({ value, label: words[value] })),
          ]}
        />
        <TextField
          name="place"
          label={words.place}
          hint={words.placeHint}
          language={language}
          value={values.place ?? ''}
          error={errorAt('place', words.errors.place)}
        />
        <DayField
          name="on"
          label={words.on}
          language={language}
          value={values.on ?? ''}
          error={onError ? textOf(onError, { frame }) : null}
        />
        <Select
          name="language"
          label={words.language}
          language={language}
          value={values.language ?? language}
          error={null}
          options={languages.map((value) => ({ value, label: words.languages[value] }))}
        />
        {asks.map(({ slug, text }) => (
          <section class="flow" aria-labelledby={`ask-${slug}`}>
            <h3 id={`ask-${slug}`}>{text}</h3>
            <div class="fields">
              <AnswerFields ask={slug} values={values} errors={errors} language={language} isEntered />
            </div>
          </section>
        ))}
        <Button working={words.working}>{words.button}</Button>
      </ConsoleForm>
    </section>
  );
}
