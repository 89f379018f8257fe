import type { Shell } from '../shell.ts';
import { shareCopy } from './share-copy.ts';
import { shareKitHref } from './share-links.ts';

/** Leads from a campaign's pages to its share kit. */
export function ShareKitLink({ shell }: { shell: Shell }) {
  if (!shell.campaign) return null;
  return (
    <p>
      <a href={shareKitHref(shell, shell.campaign.slug)}>{shareCopy[shell.language].shareKit}</a>
    </p>
  );
}
