import { formatNumber, message } from '../language.ts';
import type { Shell } from '../shell.ts';
import type { ActionSummary } from './action-summary.tsx';
import { Social } from './social.tsx';

export type ActionSocialProps = {
  shell: Shell;
  site: string;
  action: Pick<ActionSummary, 'path' | 'title' | 'ask' | 'counts'>;
  /** A template for how many have taken part: `{n}` and `{count}`. */
  counted: string;
};

/** What a link to an action looks like where it is shared: the ask with the count of now, and its card. */
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
