import { Button } from '../../../web/components/button.tsx';
import { Terms } from '../../../web/components/terms.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type DownloadsProps = {
  shell: Shell;
  files: { href: string; label: string }[];
  /** What the columns of each kind of file mean. */
  explained: { summary: string; columns: Record<string, string> }[];
};

export function Downloads({ shell, files, explained }: DownloadsProps) {
  const words = copy[shell.language].download;
  return (
    <div class="flow actions">
      <h2>{words.heading}</h2>
      <ul>
        {files.map(({ href, label }) => (
          <li>
            <a href={linkFrom(shell, href)}>{label}</a>
          </li>
        ))}
      </ul>
      <p class="small">{words.pages}</p>
      {explained.map(({ summary, columns }) => (
        <details>
          <summary>{summary}</summary>
          <Terms of={Object.entries(columns)} />
        </details>
      ))}
    </div>
  );
}

export type ThisLinkProps = { shell: Shell; replaceHref: string; deliveryHref: string };

export function ThisLink({ shell, replaceHref, deliveryHref }: ThisLinkProps) {
  const words = copy[shell.language].link;
  return (
    <div class="flow actions">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <form method="post" action={linkFrom(shell, replaceHref)}>
        <Button secondary working={words.working}>
          {words.button}
        </Button>
      </form>
      <p>
        <a href={linkFrom(shell, deliveryHref)}>{words.frequency}</a>
      </p>
    </div>
  );
}
