import { Notice } from '../../../web/components/notice.tsx';
import { Terms } from '../../../web/components/terms.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type NormsProps = {
  shell: Shell;
  norms: string[];
  /** When the partner agreed to this text. */
  normsOn: string | null;
  /** Whether it has agreed to any version of it. */
  hasAgreed: boolean;
  /** The page of what all partners share; null for one that left. */
  together: string | null;
};

export function Norms({ shell, norms, normsOn, together }: NormsProps) {
  const { language } = shell;
  const words = copy[language].norms;
  if (norms.length === 0 && together === null) return null;
  return (
    <div class="flow">
      <h2>{norms.length > 0 ? words.heading : words.together}</h2>
      {norms.length > 0 && (
        <>
          <ol>
            {norms.map((norm) => (
              <li>{norm}</li>
            ))}
          </ol>
          {normsOn !== null && (
            <p>{message(words.agreed, { date: formatDate(normsOn, language) }, language)}</p>
          )}
        </>
      )}
      {together !== null && (
        <p class="not-printed">
          <a href={linkFrom(shell, together)}>{words.open}</a>
        </p>
      )}
    </div>
  );
}

/** Stands first on the page of a partner that is asked about a text. */
export function AskedAboutNorms({ shell, norms, normsOn, hasAgreed, together }: NormsProps) {
  const words = copy[shell.language].norms;
  if (norms.length === 0 || normsOn !== null || together === null) return null;
  return (
    <Notice>
      <p>{hasAgreed ? words.changed : words.notYet}</p>
      <p>
        <a href={linkFrom(shell, `${together}#norms`)}>{words.answer}</a>
      </p>
    </Notice>
  );
}

export type DownloadsProps = {
  shell: Shell;
  /** The page without a suffix. */
  href: string;
  /** What the columns of the CSV mean; null where there is no CSV. */
  columns: Record<string, string> | null;
};

export function Downloads({ shell, href, columns }: DownloadsProps) {
  const { download } = copy[shell.language];
  return (
    <div class="flow actions">
      <h2>{download.heading}</h2>
      <ul>
        {columns && (
          <li>
            <a href={linkFrom(shell, `${href}.csv`)}>{download.csv}</a>
          </li>
        )}
        <li>
          <a href={linkFrom(shell, `${href}.json`)}>{download.json}</a>
        </li>
      </ul>
      {columns && (
        <details>
          <summary>{download.columns}</summary>
          <Terms of={Object.entries(columns)} />
        </details>
      )}
    </div>
  );
}

export function ThisLink({ shell, contactEmail }: { shell: Shell; contactEmail: string }) {
  const words = copy[shell.language].link;
  return (
    <div class="flow actions">
      <h2>{words.heading}</h2>
      <p>{message(words.text, { contact: contactEmail }, shell.language)}</p>
    </div>
  );
}
