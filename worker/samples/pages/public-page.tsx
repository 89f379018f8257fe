import assets from '../../../web/assets.gen.json';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { ToldEverybody, ToldFacts, ToldResult, type ToldSample } from './told.tsx';
import { toldCopy } from './told-copy.ts';

export type PublicPageProps = {
  shell: Shell;
  title: string;
  action: { path: string; slug: string };
  /** The newest first. */
  samples: ToldSample[];
};

/** The samples of a petition, for everybody: announced before they are drawn. */
export function PublicPage({ shell, title, action, samples }: PublicPageProps) {
  const { language } = shell;
  const words = toldCopy[language];
  const { page } = words;
  const heading = message(page.title, { title }, language);
  return (
    <Layout
      shell={shell}
      title={heading}
      description={page.lead}
      head={<link rel="stylesheet" href={assets.reports} />}
    >
      <div class="flow">
        <h1>{heading}</h1>
        <p class="lead">{page.lead}</p>
        {samples.length === 0 && <p>{page.none}</p>}
        {samples.map((sample) => (
          <section class="flow" aria-labelledby={`sample-${sample.told.id}`}>
            <h2 id={`sample-${sample.told.id}`}>{message(words.of, { id: sample.told.id }, language)}</h2>
            <p>{words.states[sample.told.state]}</p>
            <ToldEverybody {...sample} language={language} />
            <ToldResult result={sample.told.result} language={language} />
            <ToldFacts {...sample} language={language} />
          </section>
        ))}
        <h2>{page.proves}</h2>
        <p>{page.provesText}</p>
        <p>{page.check}</p>
        <h2>{page.not}</h2>
        <p>{page.notText}</p>
        <p>
          <a href={linkFrom(shell, `/statements/${action.slug}`)}>{page.statements}</a>
        </p>
        <p>
          <a href={linkFrom(shell, action.path)}>{title}</a>
        </p>
      </div>
    </Layout>
  );
}
