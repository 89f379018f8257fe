import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { AskedWords } from '../words.ts';
import { AnswerLines } from './answer-lines.tsx';
import { asksCopy } from './asks-copy.ts';

export type AsksPartProps = {
  shell: Shell;
  /** How many wait, in a sentence. */
  summary: string;
  asks: { text: string; asked: AskedWords[] }[];
  /** The page with all versions of the answers; null while there is no answer. */
  answersPath: string | null;
};

/** On the petition's page: each ask, and beside it what was answered. */
export function AsksPart({ shell, summary, asks, answersPath }: AsksPartProps) {
  const { language } = shell;
  const words = asksCopy[language];
  const href = answersPath === null ? undefined : linkFrom(shell, answersPath);
  return (
    <section class="flow" id="asks" aria-labelledby="asks-heading">
      <h2 id="asks-heading">{words.heading}</h2>
      <p class="small">{summary}</p>
      <ol class="ruled">
        {asks.map(({ text, asked }) => (
          <li class="flow">
            <h3>{text}</h3>
            {asked.map(({ status, answer }) => (
              <>
                {status && <p class="small">{status}</p>}
                {answer && href && <AnswerLines answer={answer} language={language} wholeHref={href} />}
                {answer && answer.earlier > 0 && (
                  <p class="small">
                    <a href={href}>{message(words.changed, { n: answer.earlier }, language)}</a>
                  </p>
                )}
              </>
            ))}
          </li>
        ))}
      </ol>
      {href && (
        <p>
          <a href={href}>{words.all}</a>
        </p>
      )}
    </section>
  );
}
