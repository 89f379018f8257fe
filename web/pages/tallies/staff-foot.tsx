import type { Child } from 'hono/jsx';
import { Button } from '../../components/button.tsx';
import { linkFrom, type Shell } from '../../shell.ts';
import { copy } from './copy.ts';
import { pageCopy } from './page-copy.ts';
import { howCounted } from './sentences.ts';

type FootProps = {
  shell: Shell;
  token: string;
  deliveryHref: string;
  city: { name: string; timeZone: string };
};

export function HowCounted({ shell, city }: FootProps) {
  return (
    <>
      <h2>{copy[shell.language].how.heading}</h2>
      {howCounted(city, shell.language).map((line) => (
        <p>{line}</p>
      ))}
    </>
  );
}

export function Downloads({ shell, token }: FootProps) {
  const words = pageCopy[shell.language];
  const file = (suffix: string, label: string): Child => (
    <li>
      <a href={linkFrom(shell, `/tallies/${token}.${suffix}`)}>{label}</a>
    </li>
  );
  return (
    <div class="flow actions">
      <h2>{words.download.heading}</h2>
      <ul>
        {file('csv', words.download.csv)}
        {file('json', words.download.json)}
      </ul>
      <details>
        <summary>{words.download.columns}</summary>
        <dl class="held">
          {Object.entries(words.columns).map(([name, meaning]) => (
            <div>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
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
