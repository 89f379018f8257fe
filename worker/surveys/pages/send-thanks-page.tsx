import { BudgetLinks } from '../../../web/components/budget-links.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { sendCopy } from './send-copy.ts';

export type SendThanksPageProps = {
  shell: Shell;
  survey: { slug: string; title: string };
  /** How many people said that they sent it. */
  reported: number;
  /** Whether the reader is one of them; 'later' before they have confirmed their answers. */
  counts: 'yes' | 'later' | 'unknown';
};

export function SendThanksPage({ shell, survey, reported, counts }: SendThanksPageProps) {
  const { language, campaign } = shell;
  const words = sendCopy[language].thanks;
  const count = { counts, n: reported, count: formatNumber(reported, language) };
  return (
    <Layout shell={shell} title={words.title} noindex>
      <div class="flow column">
        <p class="kicker">{survey.title}</p>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {counts === 'later' && <p>{words.later}</p>}
        <p>{message(words.count, count, language).trim()}</p>
        <ul class="plain">
          <li>
            <a href={linkFrom(shell, `/surveys/${survey.slug}`)}>
              {counts === 'later' ? words.here : words.survey}
            </a>
          </li>
          {campaign && (
            <li>
              <a href={linkFrom(shell, `/campaigns/${campaign.slug}`)}>{words.campaign}</a>
            </li>
          )}
        </ul>
        <BudgetLinks shell={shell} />
      </div>
    </Layout>
  );
}
