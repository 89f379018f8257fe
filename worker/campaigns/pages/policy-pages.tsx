import type { Child } from 'hono/jsx';
import { message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import type { Shell } from '../../../web/shell.ts';
import { policyCopy } from './policy-copy.ts';

export type PrivacyPageProps = {
  shell: Shell;
  campaign: { title: string; contactEmail: string };
  /** Each with what the features say of it; topics of which nothing is said are left out. */
  topics: { topic: keyof (typeof policyCopy)['en']['privacy']['topics']; lines: string[] }[];
};

export function PrivacyPage({ shell, campaign, topics }: PrivacyPageProps) {
  const { language } = shell;
  const words = policyCopy[language].privacy;
  return (
    <Layout shell={shell} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p class="lead">{message(words.lead, { campaign: campaign.title }, language)}</p>
        <div class="policy">
          {topics.map(({ topic, lines }) => (
            <section class="flow" id={topic}>
              <h2>{words.topics[topic]}</h2>
              <ul>
                {lines.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            </section>
          ))}
          <section class="flow" id="contact">
            <h2>{words.contact}</h2>
            <p>{withEmail(words.contactText, campaign.contactEmail)}</p>
          </section>
        </div>
      </div>
    </Layout>
  );
}

/** `email` is the campaign's; null on the page of the whole site. */
export function AccessibilityPage({ shell, email }: { shell: Shell; email: string | null }) {
  const words = policyCopy[shell.language].accessibility;
  return (
    <Layout shell={shell} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <div class="policy">
          <section class="flow" id="report">
            <h2>{words.report}</h2>
            <p>{email ? withEmail(words.reportText, email) : words.reportAnywhere}</p>
          </section>
          <section class="flow">
            <h2>{words.heading}</h2>
            <ul>
              {words.lines.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </section>
          <section class="flow">
            <h2>{words.checked}</h2>
            <p>{words.checkedText}</p>
          </section>
          <section class="flow">
            <h2>{words.limits}</h2>
            <p>{words.limitsText}</p>
          </section>
        </div>
      </div>
    </Layout>
  );
}

function withEmail(template: string, email: string): Child {
  const [before = '', after = ''] = template.split('{email}');
  return (
    <>
      {before}
      <a href={`mailto:${email}`}>{email}</a>
      {after}
    </>
  );
}
