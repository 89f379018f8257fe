import type { PublicEntry } from '../../../web/components/public-entry.tsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { Comments } from './comments.tsx';
import { copy } from './copy.ts';

export type CommentsPageProps = {
  shell: Shell;
  petition: { title: string; path: string };
  entries: PublicEntry[];
  /** Null on the first and on the last page. */
  first: string | null;
  next: string | null;
};

/** A page of all comments on a petition. */
export function CommentsPage({ shell, petition, entries, first, next }: CommentsPageProps) {
  const { language } = shell;
  const words = copy[language].shown;
  const title = message(words.commentsTitle, { title: petition.title }, language);
  return (
    <Layout shell={shell} title={title} noindex={first !== null}>
      <div class="flow">
        <p class="kicker">
          <a href={linkFrom(shell, petition.path)}>{petition.title}</a>
        </p>
        <h1>{words.comments}</h1>
        <p class="small">{entries.length > 0 ? words.commentsNote : words.noComments}</p>
        {entries.length > 0 && <Comments entries={entries} language={language} isWide />}
        {(first !== null || next !== null) && (
          <nav class="pages" aria-label={words.pages}>
            {first !== null && <a href={linkFrom(shell, first)}>{words.newest}</a>}
            {next !== null && (
              <a rel="next" href={linkFrom(shell, next)}>
                {words.older}
              </a>
            )}
          </nav>
        )}
        <p>
          <a href={linkFrom(shell, petition.path)}>{words.back}</a>
        </p>
      </div>
    </Layout>
  );
}
