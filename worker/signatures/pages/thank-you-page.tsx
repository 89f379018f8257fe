import { Notice } from '../../../web/components/notice.tsx';
import { ShareKitLink } from '../../../web/components/share-kit-link.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { type Action, wordsOf } from './words.ts';

export type ThankYouPageProps = {
  shell: Shell;
  action: Action;
  confirmed: number;
  share: { kind: 'email' | 'sms' | 'whatsapp'; href: string }[];
  shareUrl: string;
  nextActions: { title: string; description: string; href: string }[];
};

export function ThankYouPage(props: ThankYouPageProps) {
  const { shell, action, confirmed, nextActions } = props;
  const { language, campaign } = shell;
  const words = wordsOf(language, action.kind).thanks;
  const home = campaign && `/campaigns/${campaign.slug}`;
  const values = { n: confirmed, count: formatNumber(confirmed, language), title: action.title };
  return (
    <Layout shell={shell} title={words.title} noindex>
      <div class="flow column">
        <h1>{words.title}</h1>
        <p class="lead">{message(words.count, values, language)}</p>
        <Notice>{words.own}</Notice>
        <Share {...props} />
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
        {home && nextActions.every(({ href }) => href !== home) && (
          <p>
            <a href={linkFrom(shell, home)}>{words.campaign}</a>
          </p>
        )}
      </div>
    </Layout>
  );
}

function Share({ shell, action, share, shareUrl }: ThankYouPageProps) {
  const words = wordsOf(shell.language, action.kind).thanks;
  return (
    <section class="share flow">
      <h2>{words.share}</h2>
      <p>{words.shareLead}</p>
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
        <label for="share-url">{words.url}</label>
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
