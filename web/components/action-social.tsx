import { formatNumber, message } from '../language.ts';
import type { Shell } from '../shell.ts';
import { countedCopy } from './action-copy.ts';
import { Social } from './social.tsx';

export type ActionSocialProps = {
  shell: Shell;
  site: string;
  kind: 'petition' | 'survey';
  action: { slug: string; title: string; ask: string; counts: { confirmed: number } };
};

/** A petition or a survey where its link is shared: the ask with the count of now, and its card. */
export function ActionSocial({ shell, site, kind, action }: ActionSocialProps) {
  const { language } = shell;
  const { slug, title, ask } = action;
  const { confirmed } = action.counts;
  const counted = message(
    countedCopy[language][kind],
    { n: confirmed, count: formatNumber(confirmed, language) },
    language,
  );
  const asked = /[.?]$/.test(ask) ? ask : `${ask}.`;
  return (
    <Social
      shell={shell}
      site={site}
      title={title}
      description={`${asked} ${counted}`}
      image={`/cards/${kind}s/${slug}.png`}
    />
  );
}
