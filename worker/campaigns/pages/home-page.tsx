import { formatNumber, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type HomePageProps = {
  shell: Shell;
  campaigns: {
    slug: string;
    title: string;
    city: string;
    region: string;
    ask: string;
    /** People; null where the campaign has no petition, or no survey. */
    signed: number | null;
    answered: number | null;
  }[];
};

export function HomePage({ shell, campaigns }: HomePageProps) {
  const { language } = shell;
  const words = copy[language].home;
  const people = (template: string, n: number) =>
    message(template, { n, count: formatNumber(n, language) }, language);
  return (
    <Layout shell={shell} title={words.title} description={words.lead}>
      <div class="flow column">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <h2>{words.heading}</h2>
        {campaigns.length === 0 && <p>{words.none}</p>}
        <ul class="plain ruled">
          {campaigns.map(({ slug, title, city, region, ask, signed, answered }) => (
            <li>
              <p class="small">
                {city}, {region}
              </p>
              <h3>
                <a href={linkFrom(shell, `/campaigns/${slug}`)}>{title}</a>
              </h3>
              <p>{ask}</p>
              {signed !== null && <p class="small">{people(words.signed, signed)}</p>}
              {answered !== null && <p class="small">{people(words.answered, answered)}</p>}
            </li>
          ))}
        </ul>
      </div>
    </Layout>
  );
}
