import { Button } from '../../../web/components/button.tsx';
import { ErrorSummary } from '../../../web/components/error-summary.tsx';
import { TextField } from '../../../web/components/field.tsx';
import { ConsoleForm, Decision } from '../../../web/console/console-form.tsx';
import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import type { SampleState } from '../rules.ts';
import { consoleCopy } from './console-copy.ts';
import { ToldEverybody, ToldFacts, ToldResult, type ToldSample } from './told.tsx';

export type SamplePageProps = {
  frame: ConsoleFrame;
  href: string;
  allHref: string;
  publicHref: string;
  title: string;
  sample: ToldSample;
  state: SampleState;
  days: number;
  /** What this organizer may do with it as it stands now. */
  may: { seed: boolean; cancel: boolean; send: boolean };
  /** How many would get a mail. */
  toAsk: number;
  progress: { mailed: number; reached: number; answered: number } | null;
  /** The last day on which answers count. */
  until: string | null;
  seed: string;
  error: 'seed' | 'changed-meanwhile' | null;
};

/** One sample, with the next thing to do at the top. */
export function SamplePage(props: SamplePageProps) {
  const { frame, sample, state, error } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  const title = message(words.one.title, { id: sample.told.id, title: props.title }, language);
  const isSeed = error === 'seed';
  return (
    <ConsolePage frame={frame} title={title} isError={error !== null}>
      <div class="flow">
        <ErrorSummary
          language={language}
          lines={isSeed ? [{ href: '#seed', text: words.errors.seed }] : []}
        />
        <p class="small">
          <a href={linkFrom(shell, props.allHref)}>{words.one.all}</a>
        </p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        {error && !isSeed && (
          <p class="notice" role="status">
            {words.errors[error]}
          </p>
        )}
        <p>
          <b>{words.states[state]}</b>
        </p>
        <ToldEverybody {...sample} language={language} />
        <Next {...props} />
        <ToldResult result={sample.told.result} language={language} isPlain />
        <ToldFacts {...sample} language={language} />
        <p>
          <a href={linkFrom(shell, props.publicHref)}>{words.one.public}</a>
        </p>
        {props.may.cancel && <Cancel {...props} />}
      </div>
    </ConsolePage>
  );
}

function Next(props: SamplePageProps) {
  const { frame, sample, state, may, progress, until } = props;
  const { language } = frame.shell;
  const words = consoleCopy[language].one;
  const { told } = sample;
  const dated = (template: string, date: string) =>
    message(template, { date: formatDate(date, language) }, language);
  if (state === 'announced') {
    if (may.seed) return <SeedForm {...props} />;
    const values = {
      date: formatDate(sample.weekEndsOn, language),
      day: formatDate(told.seed_on, language),
    };
    return <p>{message(words.waitsWeek, values, language)}</p>;
  }
  if (state === 'drawing') return <p>{words.drawing}</p>;
  if (state === 'drawn') return <SendForm {...props} />;
  if (state !== 'asking' || !progress) return null;
  return (
    <>
      <p>{message(words.progress, progress, language)}</p>
      {until && <p>{dated(words.until, until)}</p>}
    </>
  );
}

function SeedForm({ frame, href, seed, error }: SamplePageProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const copy = consoleCopy[language];
  const words = copy.one;
  return (
    <ConsoleForm shell={shell} formToken={formToken} action={`${href}/seed`} class="flow">
      <h2>{words.seedTitle}</h2>
      <p>{words.seedLead}</p>
      <TextField
        name="seed"
        label={words.seed}
        language={language}
        value={seed}
        autocomplete="off"
        error={error === 'seed' ? copy.errors.seed : null}
      />
      <Button working={copy.working}>{words.draw}</Button>
    </ConsoleForm>
  );
}

function SendForm({ frame, href, sample, toAsk, days, may }: SamplePageProps) {
  const { shell, formToken } = frame;
  const { language } = shell;
  const copy = consoleCopy[language];
  const words = copy.one;
  const drawn = sample.told.draw?.drawn ?? 0;
  return (
    <>
      {drawn < sample.told.size && !sample.everybody && <p>{message(words.short, { n: drawn }, language)}</p>}
      <h2>{words.sendTitle}</h2>
      <p>{message(words.sendLead, { n: toAsk, days }, language)}</p>
      {may.send && toAsk > 0 && (
        <ConsoleForm shell={shell} formToken={formToken} action={`${href}/send`}>
          <Button working={copy.working}>{words.send}</Button>
        </ConsoleForm>
      )}
    </>
  );
}

function Cancel({ frame, href, state }: SamplePageProps) {
  const { shell, formToken } = frame;
  const words = consoleCopy[shell.language].one;
  return (
    <>
      <h2>{words.cancelTitle}</h2>
      <p>{words.cancelLead}</p>
      <Decision
        shell={shell}
        formToken={formToken}
        action={`${href}/cancel`}
        name="cancel"
        seen={state}
        choices={[{ value: 'cancel', label: words.cancel }]}
        reason={{}}
        isAside
      />
    </>
  );
}
