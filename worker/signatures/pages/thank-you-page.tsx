import { BudgetLinks } from '../../../web/components/budget-links.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { ShareKitLink } from '../../../web/components/share-kit-link.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { NextAction, SupporterWords } from '../../actions/kind.ts';
import { copy } from './copy.ts';

export type ThankYouPageProps = {
  shell: Shell;
  words: SupporterWords;
  action: { title: string };
  confirmed: number;
  share: { kind: 'email' | 'sms' | 'whatsapp'; href: string }[];
  shareUrl: string;
  /** What goes on with what this person sent. It comes before the sharing. */
  first: NextAction[];
  nextActions: NextAction[];
};

export function ThankYouPage(props: ThankYouPageProps) {
  const { shell, action, confirmed, first, nextActions } = props;
  const { language } = shell;
  const words = props.words.thanks;
  const values = { n: confirmed, count: formatNumber(confirmed, language), title: action.title };
  return (
    <Layout shell={shell} title={words.title} noindex>
      <div class="flow">
        <h1>{words.title}</h1>
        <p class="lead">{message(words.count, values, language)}</p>
        <Notice>{words.supporterPage}</Notice>
        {first.map(({ title, description, href }) => (
          <section class="flow">
            <h2>
              <a href={linkFrom(shell, href)}>{title}</a>
            </h2>
            <p>{description}</p>
          </section>
        ))}
        <div class="beside">
          <Share {...props} />
          <Next shell={shell} nextActions={nextActions} />
        </div>
      </div>
    </Layout>
  );
}

function Next({ shell, nextActions }: Pick<ThankYouPageProps, 'shell' | 'nextActions'>) {
  const words = copy[shell.language].thanks;
  const home = shell.campaign && `/campaigns/${shell.campaign.slug}`;
  return (
    <div class="flow">
      {nextActions.length > 0 && <h2>{words.next}</h2>}
      {nextActions.length > 0 && (
        <ul class="plain ruled">
          {nextActions.map(({ title, description, href }) => (
            <li>
              <h3>
                <a href={linkFrom(shell, href)}>{title}</a>
              </h3>
              <p>{description}</p>
            </li>
          ))}
        </ul>
      )}
      <BudgetLinks shell={shell} />
      {home && nextActions.every(({ href }) => href !== home) && (
        <p>
          <a href={linkFrom(shell, home)}>{words.campaign}</a>
        </p>
      )}
    </div>
  );
}

function Share({ shell, words: { thanks }, share, shareUrl }: ThankYouPageProps) {
  const words = copy[shell.language].thanks;
  return (
    <section class="share flow">
      <h2>{words.share}</h2>
      <p>{thanks.shareLead}</p>
      <ul class="ways">
        {share.map(({ kind, href }) => (
          <li>
            <a class="button secondary" href={href} rel="noreferrer">
              {words.ways[kind]}
            </a>
          </li>
        ))}
      </ul>
      <div class="field narrow">
        <label for="share-url">{thanks.url}</label>
        <div class="copy">
          <input id="share-url" type="text" readonly value={shareUrl} />
          <button
            class="button secondary"
            type="button"
            hidden
            data-copy="share-url"
            data-done={words.copied}
            data-failed={words.copyFailed}
          >
            {words.copyButton}
          </button>
        </div>
        <p class="small" id="share-url-status" role="status" />
      </div>
      <ShareKitLink shell={shell} />
    </section>
  );
}
