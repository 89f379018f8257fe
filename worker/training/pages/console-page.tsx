import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { formatDate, formatNumber, formatPercent, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { consoleCopy } from './console-copy.ts';
import { copy } from './copy.ts';

type TrainingConsoleProps = {
  frame: ConsoleFrame;
  publicPath: string;
  /** All lessons for whoever leads a group. */
  printPath: string;
  /** Null for who may not edit. */
  formsPath: string | null;
  started: number;
  finished: number;
  sources: readonly { name: string; started: number; finished: number }[];
  questions: readonly { lesson: string; situation: string; answered: number; right: number }[];
  reviews: readonly { title: string; on: string | null; by: string | null }[];
};

/** Of fewer answers no share is shown, because it says little about a question. */
const leastForShare = 5;

/** Numbers of the training, and when each lesson was reviewed. */
export function TrainingConsole(props: TrainingConsoleProps) {
  const { frame, started, finished } = props;
  const { shell } = frame;
  const { language } = shell;
  const words = consoleCopy[language];
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <p>
          <a href={linkFrom(shell, props.publicPath)}>{words.public}</a>
        </p>
        <p>
          <a href={linkFrom(shell, props.printPath)}>{copy[language].printAll}</a>
        </p>
        {props.formsPath && (
          <p>
            <a href={linkFrom(shell, props.formsPath)}>{words.forms}</a>
          </p>
        )}
        <p>
          <b>{started > 0 ? message(words.total, { started, finished }, language) : words.none}</b>
        </p>
        {started > 0 && <Counts {...props} />}
        <ConsoleList
          shell={shell}
          caption={words.reviews.caption}
          columns={[{ label: words.reviews.lesson }, { label: words.reviews.on }]}
          rows={props.reviews.map(({ title, on, by }) => [
            title,
            on && by
              ? message(words.reviews.by, { date: formatDate(on, language), who: by }, language)
              : words.reviews.never,
          ])}
        />
      </div>
    </ConsolePage>
  );
}

function Counts({ frame: { shell }, sources, questions }: TrainingConsoleProps) {
  const { language } = shell;
  const words = consoleCopy[language];
  return (
    <>
      <ConsoleList
        shell={shell}
        caption={words.sources.caption}
        columns={[
          { label: words.sources.source },
          { label: words.sources.started, numeric: true },
          { label: words.sources.finished, numeric: true },
        ]}
        rows={sources.map((one) => [
          one.name,
          formatNumber(one.started, language),
          formatNumber(one.finished, language),
        ])}
      />
      <ConsoleList
        shell={shell}
        caption={words.questions.caption}
        columns={[
          { label: words.questions.question },
          { label: words.questions.answered, numeric: true },
          { label: words.questions.right, numeric: true },
        ]}
        rows={questions.map(({ lesson, situation, answered, right }) => [
          `${lesson}: ${situation}`,
          formatNumber(answered, language),
          answered < leastForShare ? words.questions.few : formatPercent(right / answered, language),
        ])}
      />
    </>
  );
}
