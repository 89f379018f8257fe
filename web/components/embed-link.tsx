import { linkFrom, type Shell } from '../shell.ts';
import { shareCopy } from './share-copy.ts';

type EmbedLinkProps = {
  shell: Shell;
  kind: 'petition' | 'survey';
  slug: string;
  /** Told to screen readers where a page has several of these links. */
  title?: string;
};

/** To the page that says how to put the form on a site. */
export function EmbedLink({ shell, kind, slug, title }: EmbedLinkProps) {
  return (
    <p>
      <a href={linkFrom({ ...shell, frame: null }, `/${kind}s/${slug}/embed`)}>
        {shareCopy[shell.language].embed}
        {title && <span class="unseen">: {title}</span>}
      </a>
    </p>
  );
}
