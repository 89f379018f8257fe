import { Figure } from '../../../web/components/figure.tsx';
import { Notice } from '../../../web/components/notice.tsx';
import { formatInstant, formatNumber, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom } from '../../../web/shell.ts';
import { Webhooks } from '../../webhooks/pages/partner-section.tsx';
import type { ActionBrought } from './brought.ts';
import { copy } from './copy.ts';
import { Everyone, Sources } from './credit-tables.tsx';
import { Downloads, HowCounted, Norms, ThisLink } from './partner-foot.tsx';
import type { PartnerPageProps } from './partner-props.ts';

export function PartnerPage(props: PartnerPageProps) {
  const { shell, partner, actions } = props;
  const { language } = shell;
  const words = copy[language];
  const title = message(words.title, { partner: partner.name }, language);
  return (
    <Layout shell={shell} title={title} noindex>
      <div class="tally flow">
        <h1>{title}</h1>
        <p class="lead">{words.intro}</p>
        <p>{message(words.role, { role: partner.role }, language)}</p>
        {partner.retired && <Notice>{words.retired}</Notice>}
        {actions.length === 0 && <p>{words.empty}</p>}
        {actions.map((action) => (
          <Action {...props} action={action} />
        ))}
        <HowCounted received={props.received} language={language} />
        <Norms {...props} />
        <Webhooks webhooks={props.webhooks} timeZone={props.timeZone} language={language} />
        <Downloads {...props} />
        <ThisLink {...props} />
      </div>
    </Layout>
  );
}

function Action({ action, ...props }: PartnerPageProps & { action: ActionBrought }) {
  const { shell, asOf, timeZone } = props;
  const { language } = shell;
  const words = copy[language];
  const { own, confirmed } = action;
  const instant = formatInstant(asOf, timeZone, language);
  const values = {
    instant,
    n: confirmed,
    total: formatNumber(confirmed, language),
    share: formatNumber(Math.round((1000 * own.credited) / Math.max(confirmed, 1)) / 10, language),
  };
  return (
    <section class="flow">
      <h2>
        <a href={linkFrom(shell, action.href)}>{action.title}</a>
      </h2>
      <Figure
        value={own.credited}
        label={message(words.credited, { n: own.credited }, language)}
        language={language}
      >
        <p class="small">
          {message(confirmed === 0 ? action.words.none : action.words.share, values, language)}
        </p>
      </Figure>
      {own.opened + own.received > 0 && <Sources action={action} language={language} />}
      {action.sources.length === 0 && <p>{words.noSources}</p>}
      {confirmed > 0 && <Everyone action={action} language={language} />}
      <Links {...props} action={action} />
    </section>
  );
}

function Links({
  shell,
  action,
  shareHref,
}: Pick<PartnerPageProps, 'shell' | 'shareHref'> & { action: ActionBrought }) {
  const words = copy[shell.language].links;
  if (action.sources.length === 0 || action.state !== 'open') return null;
  return (
    <details>
      <summary>{words.heading}</summary>
      <div class="flow">
        <p>{words.text}</p>
        <dl class="held">
          {action.sources.map(({ name, url }) => (
            <div>
              <dt>{name}</dt>
              <dd>
                <a href={url}>{url}</a>
              </dd>
            </div>
          ))}
        </dl>
        <ul class="plain">
          <li>
            <a href={linkFrom(shell, action.embedHref)}>{words.embed}</a>
          </li>
          <li>
            <a href={linkFrom(shell, shareHref)}>{words.share}</a>
          </li>
        </ul>
      </div>
    </details>
  );
}
