import { message } from '../../../../web/language.ts';
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

/** `limit`: the most that the form takes, in bytes, where that was too little. */
export type ErrorPageProps = { shell: Shell; kind: ErrorKind; limit?: number | null };

export function ErrorPage({ shell, kind, limit = null }: ErrorPageProps) {
  const words = copy[shell.language];
  const { title, text } = words.kinds[kind];
  return (
    <Layout shell={shell} title={title} noindex>
      <div class="flow column">
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {limit !== null && <p>{message(words.atMost, { size: sizeOf(limit) }, shell.language)}</p>}
        <p>
          <a href={linkFrom(shell, '/')}>{words.home}</a>
        </p>
      </div>
    </Layout>
  );
}

function sizeOf(bytes: number): string {
  const kilobytes = Math.floor(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${Math.floor(kilobytes / 1024)} MB`;
}
