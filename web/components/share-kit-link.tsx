import type { Shell } from '../shell.ts';
import { shareCopy } from './share-copy.ts';
import { shareKitHref } from './share-links.ts';

/** From the pages of a campaign to its share kit. */
export function ShareKitLink({ shell }: { shell: Shell }) {
  if (!shell.campaign) return null;
  return (
    <p>
      <a href={shareKitHref(shell, shell.campaign.slug)}>{shareCopy[shell.language].shareKit}</a>
    </p>
  );
}
