import type { Shell } from '../../shell.ts';
import { copy } from './copy.ts';
import { shareKitHref } from './links.ts';

/** From the pages of a campaign to its share kit. */
export function ShareKitLink({ shell }: { shell: Shell }) {
  if (!shell.campaign) return null;
  return (
    <p>
      <a href={shareKitHref(shell, shell.campaign.slug)}>{copy[shell.language].link}</a>
    </p>
  );
}
