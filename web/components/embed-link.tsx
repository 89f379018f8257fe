import { linkFrom, type Shell } from '../shell.ts';
import { shareCopy } from './share-copy.ts';

type EmbedLinkProps = {
  shell: Shell;
  /** The path of the action's page. */
  path: string;
  /** For screen readers, if a page has several of these links. */
  title?: string;
};

/** A link to the page that explains how to put the form on another site. */
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
