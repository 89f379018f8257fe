import { copy } from '../copy.ts';
import { linkFrom, type Shell } from '../shell.ts';

/** Stands beside every button that sends something. In a frame it opens in a new tab. */
export function PrivacyLink({ shell }: { shell: Shell }) {
  if (!shell.campaign) return null;
  return (
    <p class="small privacy-link">
      <a
        href={privacyHref(shell, shell.campaign.slug)}
        target={shell.frame ? '_blank' : undefined}
        rel={shell.frame ? 'noopener' : undefined}
      >
        {copy[shell.language].privacyLong}
      </a>
    </p>
  );
}

export function privacyHref(shell: Shell, campaign: string): string {
  return linkFrom({ ...shell, frame: null }, `/campaigns/${campaign}/privacy`);
}
