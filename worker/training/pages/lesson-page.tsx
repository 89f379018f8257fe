import { Social } from '../../../web/components/social.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { ShownModule } from '../shown.ts';
import { copy } from './copy.ts';
import { LessonText } from './lesson-text.tsx';

type LessonPageProps = {
  shell: Shell;
  site: string;
  training: { name: string; href: string };
  module: ShownModule;
  next: { title: string; href: string } | null;
  /** The version for whoever leads a group. */
  print: string;
};

/** One lesson to read, without its questions. */
export function LessonPage({ shell, site, training, module, next, print }: LessonPageProps) {
  const { language } = shell;
  const words = copy[language];
  const { title, lead } = module;
  const image = `/cards/pages/${shell.campaign?.slug}/training.png`;
  return (
    <Layout
      shell={shell}
      title={title}
      description={lead}
      head={<Social shell={shell} site={site} title={title} description={lead} image={image} />}
    >
      <div class="flow column">
        <p>
          <a href={linkFrom(shell, training.href)}>{training.name}</a>
        </p>
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        <LessonText module={module} language={language} />
        {next && (
          <p>
            <a href={linkFrom(shell, next.href)}>{message(words.next, { title: next.title }, language)}</a>
          </p>
        )}
        <p>
          <a href={linkFrom(shell, training.href)}>{words.whole}</a>
        </p>
        <p>
          <a href={linkFrom(shell, print)}>{words.printLink}</a>
        </p>
      </div>
    </Layout>
  );
}
