import { copy } from '../../worker/embeds/pages/copy.ts';
import { linkFrom, type Shell } from '../shell.ts';

type EmbedLinkProps = { shell: Shell; kind: 'petition' | 'survey'; slug: string };

/** To the page that says how to put the form on a site. */
export function EmbedLink({ shell, kind, slug }: EmbedLinkProps) {
  return (
    <p>
      <a href={linkFrom({ ...shell, frame: null }, `/${kind}s/${slug}/embed`)}>{copy[shell.language].link}</a>
    </p>
  );
}
