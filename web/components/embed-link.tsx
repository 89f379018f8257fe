import { linkFrom, type Shell } from '../shell.ts';
import { shareCopy } from './share-copy.ts';

type EmbedLinkProps = {
  shell: Shell;
  /** Of the action's page. */
  path: string;
  /** Told to screen readers where a page has several of these links. */
  title?: string;
};

/** To the page that says how to put the form on a site. */
export function EmbedLink({ shell, path, title }: EmbedLinkProps) {
  return (
    <p>
      <a href={linkFrom({ ...shell, frame: null }, `${path}/embed`)}>
        {shareCopy[shell.language].embed}
        {title && <span class="unseen">: {title}</span>}
      </a>
    </p>
  );
}
