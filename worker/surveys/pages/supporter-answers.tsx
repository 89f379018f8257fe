import type { Child } from 'hono/jsx';
import type { Addressee } from '../../../web/addressee.ts';
import { Held } from '../../../web/components/held.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { SurveyAnswer } from '../kinds/kind.ts';
import { pageOf } from '../kinds/pages/page-of.ts';
import { supporterCopy } from './supporter-copy.ts';
import type { ShownQuestion } from './survey.ts';

export type SupporterAnswersProps = {
  shell: Shell;
  addressedTo: Addressee;
  /** The questions that were answered. */
  questions: ShownQuestion[];
  answers: Record<string, SurveyAnswer>;
  /** Answers to questions that no longer exist, by id. */
  earlier: [id: string, answer: SurveyAnswer][];
  /** The state of the own words; null if there are none. */
  words: 'waiting' | 'shown' | 'hidden' | 'kept' | null;
  /** Why an organizer does not pass them on; null if nobody said. */
  hiddenWhy?: string | null;
  /** null if they can no longer be changed. */
  changeHref: string | null;
  /** null if the city has no survey of its own. */
  sendHref: string | null;
  /** Under the heading of one form of several. */
  isListed?: boolean;
};

/** The answers in words, on the supporter's page. */
export function SupporterAnswers(props: SupporterAnswersProps) {
  const { shell, earlier, changeHref, sendHref } = props;
  const words = supporterCopy[shell.language];
  const rows = rowsOf(props);
  return (
    <>
      {props.isListed ? <h3>{words.heading}</h3> : <h2>{words.heading}</h2>}
      {earlier.length > 0 && <p>{words.earlier}</p>}
      {rows.length === 0 ? <p>{words.none}</p> : <Held rows={rows} />}
      <ul class="plain">
        {changeHref && (
          <li>
            <a href={linkFrom(shell, changeHref)}>{words.change}</a>
          </li>
        )}
        {sendHref && (
          <li>
            <a href={linkFrom(shell, sendHref)}>{words.toCity}</a>
          </li>
        )}
      </ul>
    </>
  );
}

function rowsOf(props: SupporterAnswersProps): [string, Child][] {
  const { shell, questions, answers, earlier, words } = props;
  const { language } = shell;
  const copy = supporterCopy[language];
  const rows: [string, string[]][] = [
    ...questions.map((question): [string, string[]] => {
      const answer = answers[question.id];
      const lines = answer === undefined ? [] : pageOf(question).lines(question, answer, language);
      return [question.title[language], lines];
    }),
    ...earlier.map(([id, answer]): [string, string[]] => [id, earlierLines(answer)]),
  ];
  if (words) {
    const why = words === 'hidden' && props.hiddenWhy ? [props.hiddenWhy] : [];
    rows.push([copy.share, [message(copy.words[words], props.addressedTo, language), ...why]]);
  }
  return rows.map(([title, lines]) => [title, <Lines lines={lines} />]);
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul class="plain">
      {lines.map((line) => (
        <li>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** The labels of their ids are no longer known. */
function earlierLines(answer: SurveyAnswer): string[] {
  if (Array.isArray(answer)) return answer;
  if (typeof answer !== 'object') return [String(answer)];
  return Object.entries(answer).map(([line, amount]) => `${line}: ${amount}`);
}
