import type { Child } from 'hono/jsx';
import { Held } from '../../../web/components/held.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { Answer } from '../kinds/kind.ts';
import { pageOf } from '../kinds/pages/page-of.ts';
import { supporterCopy } from './supporter-copy.ts';
import type { ShownQuestion } from './survey.ts';

export type SupporterAnswersProps = {
  shell: Shell;
  /** Those that were answered. */
  questions: ShownQuestion[];
  answers: Record<string, Answer>;
  /** Answers to questions that are not asked any more, by their id. */
  earlier: [id: string, answer: Answer][];
  /** What became of the own words; null where there are none. */
  words: 'waiting' | 'shown' | 'hidden' | 'kept' | null;
  /** null where they can be changed no more. */
  changeHref: string | null;
  /** null where the city has no survey of its own. */
  sendHref: string | null;
};

/** The answers on their owner's page, in words. */
export function SupporterAnswers(props: SupporterAnswersProps) {
  const { shell, earlier, changeHref, sendHref } = props;
  const words = supporterCopy[shell.language];
  const rows = rowsOf(props);
  return (
    <>
      <h2>{words.heading}</h2>
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

function rowsOf({ shell, questions, answers, earlier, words }: SupporterAnswersProps): [string, Child][] {
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
  if (words) rows.push([copy.share, [copy.words[words]]]);
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

/** Nobody knows any more what their ids were called. */
function earlierLines(answer: Answer): string[] {
  if (Array.isArray(answer)) return answer;
  if (typeof answer !== 'object') return [String(answer)];
  return Object.entries(answer).map(([line, amount]) => `${line}: ${amount}`);
}
