import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { AnswerWords } from '../words.ts';
import { answerCopy } from './answer-copy.ts';
import { AnswerLines } from './answer-lines.tsx';

export type VersionsPageProps = {
  shell: Shell;
  petition: { title: string; path: string };
  asks: {
    text: string;
    /** The newest first. */
    versions: { heading: string; changed: string | null; answer: AnswerWords }[];
  }[];
};

/** All answers to a petition, and what was corrected in them. */
export function VersionsPage({ shell, petition, asks }: VersionsPageProps) {
  const { language } = shell;
  const words = answerCopy[language].versions;
  return (
    <Layout shell={shell} title={message(words.title, { title: petition.title }, language)}>
      <div class="flow">
        <p class="kicker">{petition.title}</p>
        <h1>{words.heading}</h1>
        <p>
          <a href={linkFrom(shell, petition.path)}>{words.back}</a>
        </p>
        {asks.length === 0 && <p>{words.none}</p>}
        {asks.map(({ text, versions }) => (
          <section class="flow">
            <h2>{text}</h2>
            <div class="beside">
              {[versions.slice(0, 1), versions.slice(1)].map((some) => (
                <div class="flow">
                  {some.map(({ heading, changed, answer }) => (
                    <>
                      <h3>{heading}</h3>
                      {changed && <p class="small">{changed}</p>}
                      <AnswerLines answer={answer} language={language} />
                    </>
                  ))}
                </div>
              ))}
            </div>
          </section>
        ))}
      </div>
    </Layout>
  );
}
