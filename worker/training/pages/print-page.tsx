import { type HelpLinesProps, HelpNumbers } from '../../../web/components/help-lines.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { ShownModule, ShownQuestion } from '../shown.ts';
import { copy } from './copy.ts';
import { LessonText } from './lesson-text.tsx';

type PrintPageProps = {
  shell: Shell;
  training: string;
  modules: readonly ShownModule[];
  /** Whether these are all lessons of the training. */
  isWhole: boolean;
  /** The help lines of the campaign; null if it has none. */
  help: HelpLinesProps | null;
  back: string;
};

/** Lessons with their questions and all answers on paper, for whoever leads a group. */
export function PrintPage({ shell, training, modules, isWhole, help, back }: PrintPageProps) {
  const { language } = shell;
  const words = copy[language];
  const title = message(
    words.print.title,
    { title: isWhole ? training : (modules[0]?.title ?? training) },
    language,
  );
  return (
    <Layout shell={shell} title={title} noindex>
      <div class="flow column handout">
        <p class="actions">
          <button class="button" type="button" hidden data-print>
            {words.print.button}
          </button>{' '}
          <a href={linkFrom(shell, back)}>{isWhole ? words.all : words.print.back}</a>
        </p>
        <p>{training}</p>
        <p>{words.print.plan}</p>
        <p>{words.print.care}</p>
        {modules.map((module) => (
          <article class="flow">
            <h1>{module.title}</h1>
            <LessonText module={module} language={language} />
            <h2>{words.print.questions}</h2>
            {module.questions.map((question, i) => (
              <Situation question={question} n={i + 1} words={words.print} />
            ))}
          </article>
        ))}
        {help && (
          <section class="flow">
            <h2>{words.print.close}</h2>
            <HelpNumbers lines={help.lines} note={help.note} />
          </section>
        )}
      </div>
    </Layout>
  );
}

function Situation({
  question: { situation, answers },
  n,
  words,
}: {
  question: ShownQuestion;
  n: number;
  words: { right: string; wrong: string };
}) {
  return (
    <section class="flow">
      <h3>
        {n}. {situation}
      </h3>
      <ul>
        {answers.map(({ text, reason, isRight }) => (
          <li>
            {text} <b>({isRight ? words.right : words.wrong})</b>
            <br />
            {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
