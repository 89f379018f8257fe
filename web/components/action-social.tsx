import { formatNumber, message } from '../language.ts';
import type { Shell } from '../shell.ts';
import type { ActionSummary } from './action-summary.tsx';
import { Social } from './social.tsx';

export type ActionSocialProps = {
  shell: Shell;
  site: string;
  action: Pick<ActionSummary, 'path' | 'title' | 'ask' | 'counts'>;
  /** A template for the number of people who have taken part: `{n}` and `{count}`. */
  counted: string;
};

/** The preview of an action where its link is shared: the ask with the current count, and the card. */
export function ActionSocial({ shell, site, action, counted }: ActionSocialProps) {
  const { language } = shell;
  const { path, title, ask } = action;
  const { confirmed } = action.counts;
  const values = { n: confirmed, count: formatNumber(confirmed, language) };
  const asked = /[.?]$/.test(ask) ? ask : `${ask}.`;
  return (
    <Social
      shell={shell}
      site={site}
      title={title}
      description={`${asked} ${message(counted, values, language)}`}
      image={`/cards${path}.png`}
    />
  );
}
