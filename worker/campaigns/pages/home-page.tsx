import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { type Campaign, spokenIn } from '../rules.ts';
import { copy } from './copy.ts';

export type HomePageProps = {
  shell: Shell;
  /** `lines` come from the features. */
  campaigns: { campaign: Campaign; lines: string[] }[];
  /** The page with more of them, if there are more. */
  more: string | null;
};

export function HomePage({ shell, campaigns, more }: HomePageProps) {
  const { language } = shell;
  const words = copy[language].home;
  return (
    <Layout shell={shell} title={words.title} description={words.lead}>
      <div class="beside">
        <div class="flow">
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
        </div>
        <div class="flow">
          <h2>{words.heading}</h2>
          {campaigns.length === 0 && <p>{words.none}</p>}
          <ul class="plain ruled">
            {campaigns.map(({ campaign: { slug, city, title, ask, languages }, lines }) => (
              <li>
                <p class="small">
                  {city.name}, {city.region}
                </p>
                <h3 lang={spokenIn({ languages }, language)}>
                  <a href={linkFrom(shell, `/campaigns/${slug}`)}>{title[language]}</a>
                </h3>
                <p lang={spokenIn({ languages }, language)}>{ask[language]}</p>
                {lines.map((line) => (
                  <p class="small">{line}</p>
                ))}
              </li>
            ))}
          </ul>
          {more && (
            <p>
              <a href={linkFrom(shell, more)}>{words.more}</a>
            </p>
          )}
        </div>
      </div>
    </Layout>
  );
}
