import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type LinkProblemPageProps = { shell: Shell; problem: 'not-ours' | 'gone' };

export function LinkProblemPage({ shell, problem }: LinkProblemPageProps) {
  const words = copy[shell.language].linkProblem;
  const { title, text, todo } = words[problem];
  const { campaign } = shell;
  return (
    <Layout shell={shell} title={title} noindex>
      <div class="flow column">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <p>{todo}</p>
        <p>
          <a href={linkFrom(shell, campaign ? `/campaigns/${campaign.slug}` : '/')}>
            {campaign ? words.campaign : words.home}
          </a>
        </p>
      </div>
    </Layout>
  );
}
