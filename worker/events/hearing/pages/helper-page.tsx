import assets from '../../../../web/assets.gen.json';
import { Button } from '../../../../web/components/button.tsx';
import { CopyButton } from '../../../../web/components/copy-button.tsx';
import { ErrorSummary } from '../../../../web/components/error-summary.tsx';
import { TextArea } from '../../../../web/components/field.tsx';
import { message } from '../../../../web/language.ts';
import { Layout } from '../../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import { readingTime, wordsIn, wordsOver } from '../../../../web/speech-rules.ts';
import type { ShownComment } from '../shown.ts';
import { helperCopy } from './helper-copy.ts';
import { Registering } from './speak-part.tsx';

export const speechFormId = 'speech-form';

export type HelperPageProps = {
  shell: Shell;
  event: { title: string; path: string; interpreters: string | null };
  speak: ShownComment;
  /** What the form takes, and where it goes. */
  action: string;
  /** What was typed, after the button was pressed where no script runs. */
  typed: { text: string; isTooLong: boolean } | null;
};

/** Helps to write what somebody will say at a hearing. Nothing of it is stored. */
export function HelperPage(props: HelperPageProps) {
  const { shell, event, speak, typed } = props;
  const { language } = shell;
  const words = helperCopy[language];
  const error = typed?.isTooLong ? words.tooLong : null;
  return (
    <Layout
      shell={shell}
      title={message(words.title, { title: event.title }, language)}
      isError={error !== null}
      noindex
    >
      <div class="flow column">
        {error && <ErrorSummary language={language} lines={[{ href: '#text', text: error }]} />}
        <h1>{words.heading}</h1>
        <p>
          <b>{event.title}</b>
        </p>
        <div class="flow not-printed">
          <Registering speak={speak} language={language} />
          {event.interpreters && (
            <p>
              {words.interpreters}: {event.interpreters}
            </p>
          )}
          <h2>{words.outlineHeading}</h2>
          <ol>
            {words.outline.map((line) => (
              <li>{line}</li>
            ))}
          </ol>
          <p>{words.care}</p>
        </div>
        <Writing {...props} error={error} />
        <p class="not-printed">
          <a href={linkFrom(shell, event.path)}>{words.back}</a>
        </p>
      </div>
      <script type="module" src={assets.speechJs} />
    </Layout>
  );
}

function Writing({ shell, speak, action, typed, error }: HelperPageProps & { error: string | null }) {
  const { language } = shell;
  const words = helperCopy[language];
  const { text = '' } = typed ?? {};
  const n = wordsIn(text);
  const time = readingTime(n);
  const over = wordsOver(n, speak.minutes);
  const isCounted = typed !== null && error === null;
  return (
    <div
      class="flow"
      data-speech
      data-minutes={speak.minutes}
      data-counted={words.counted.replace('{minutes}', String(speak.minutes))}
      data-over={words.over}
    >
      <form class="fields" id={speechFormId} method="post" action={action} novalidate>
        <p class="small">
          {words.private} <span data-no-script>{words.plain}</span>
        </p>
        <TextArea
          name="text"
          label={words.field}
          hint={words.lead}
          language={language}
          value={text}
          rows={12}
          error={error}
        />
        <Button working={words.counting}>{words.count}</Button>
      </form>
      <div class="not-printed">
        <p role="status" data-count>
          {isCounted && (
            <>
              {message(words.counted, { n, time, minutes: speak.minutes }, language)}{' '}
              {over > 0 && message(words.over, { over }, language)}
            </>
          )}
        </p>
        <p class="small">{words.paceHint}</p>
        <CopyButton of="text" name={words.field} language={language} />
        <button class="button secondary" type="button" hidden data-print>
          {words.print}
        </button>
      </div>
      <section class="speech" aria-labelledby="large" data-large hidden={!isCounted || n === 0}>
        <h2 id="large" class="not-printed">
          {words.large}
        </h2>
        <p>{text}</p>
      </section>
    </div>
  );
}
