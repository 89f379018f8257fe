import { copy } from '../../worker/sharing/pages/copy.ts';
import type { Shell } from '../shell.ts';
import { shareKitHref } from './share-links.ts';

/** From the pages of a campaign to its share kit. */
export function ShareKitLink({ shell }: { shell: Shell }) {
  if (!shell.campaign) return null;
  return (
    <p>
      <a href={shareKitHref(shell, shell.campaign.slug)}>{copy[shell.language].link}</a>
    </p>
  );
}
