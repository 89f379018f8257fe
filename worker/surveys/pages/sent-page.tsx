import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

type SentPageProps = { shell: Shell; survey: { slug: string; title: string } };

/** Where "Back" leads after the answers were sent. */
export function SentPage({ shell, survey }: SentPageProps) {
  const words = copy[shell.language].sent;
  const path = `/surveys/${survey.slug}`;
  return (
    <Layout shell={shell} title={words.title} noindex>
      <div class="flow column">
        <p class="kicker">{survey.title}</p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <ul class="plain">
          <li>
            <a href={linkFrom(shell, `${path}/check-your-email`)}>{words.again}</a>
          </li>
          <li>
            <a href={linkFrom(shell, path)}>{words.anew}</a>
          </li>
        </ul>
      </div>
    </Layout>
  );
}
