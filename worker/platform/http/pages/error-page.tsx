import { Layout } from '../../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import { copy } from './copy.ts';

export type ErrorKind =
  | 'not-found'
  | 'gone'
  | 'wrong-method'
  | 'too-large'
  | 'wrong-type'
  | 'bad-request'
  | 'limit'
  | 'failed'
  | 'overloaded'
  | 'read-only';

export type ErrorPageProps = { shell: Shell; kind: ErrorKind };

export function ErrorPage({ shell, kind }: ErrorPageProps) {
  const words = copy[shell.language];
  const { title, text } = words.kinds[kind];
  return (
    <Layout shell={shell} title={title} noindex>
      <div class="flow column">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        <p>
          <a href={linkFrom(shell, '/')}>{words.home}</a>
        </p>
      </div>
    </Layout>
  );
}
