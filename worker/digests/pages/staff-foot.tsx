import type { Child } from 'hono/jsx';
import { Button } from '../../../web/components/button.tsx';
import { Terms } from '../../../web/components/terms.tsx';
import { message, type Text } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { surveyCopy } from '../../surveys/digest/pages/survey-copy.ts';
import { howAllCounted } from '../../surveys/digest/pages/survey-sentences.ts';
import { copy } from './copy.ts';
import { pageCopy } from './page-copy.ts';

type FootProps = {
  shell: Shell;
  token: string;
  deliveryHref: string;
  city: { name: string; timeZone: string };
  surveys: { slug: string; title: Text }[];
};

export function HowCounted({ shell, city, petitions, surveys }: FootProps & { petitions: number }) {
  const { language } = shell;
  return (
    <>
      <h2>{copy[language].how.heading}</h2>
      {howAllCounted(city, language, { petitions, surveys: surveys.length }).map((line) => (
        <p>{line}</p>
      ))}
    </>
  );
}

export function Downloads({ shell, token, surveys }: FootProps) {
  const { language } = shell;
  const words = pageCopy[language];
  const file = (suffix: string, label: string): Child => (
    <li>
      <a href={linkFrom(shell, `/tallies/${token}${suffix}`)}>{label}</a>
    </li>
  );
  return (
    <div class="flow actions">
      <h2>{words.download.heading}</h2>
      <ul>
        {file('.csv', words.download.csv)}
        {surveys.map(({ slug, title }) =>
          file(
            `/surveys/${slug}.csv`,
            message(surveyCopy[language].csv, { title: title[language] }, language),
          ),
        )}
        {file('.json', words.download.json)}
      </ul>
      <Columns summary={words.download.columns} columns={words.columns} />
      {surveys.length > 0 && (
        <Columns summary={surveyCopy[language].csvColumns} columns={surveyCopy[language].columns} />
      )}
    </div>
  );
}

function Columns({ summary, columns }: { summary: string; columns: Record<string, string> }) {
  return (
    <details>
      <summary>{summary}</summary>
      <Terms of={Object.entries(columns)} />
    </details>
  );
}

export function ThisLink({ shell, token, deliveryHref }: FootProps) {
  const words = pageCopy[shell.language].link;
  return (
    <div class="flow actions">
      <h2>{words.heading}</h2>
      <p>{words.text}</p>
      <form method="post" action={linkFrom(shell, `/tallies/${token}/replace`)}>
        <Button secondary working={words.working}>
          {words.button}
        </Button>
      </form>
      <p>
        <a href={linkFrom(shell, deliveryHref)}>{words.frequency}</a>
      </p>
    </div>
  );
}
