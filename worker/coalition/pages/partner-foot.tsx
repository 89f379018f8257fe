import { Terms } from '../../../web/components/terms.tsx';
import { formatDate, type Language, message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { copy } from './copy.ts';
import type { PartnerPageProps } from './partner-props.ts';

export function HowCounted({ received, language }: { received: string[]; language: Language }) {
  const { how, sources } = copy[language];
  const meanings = [
    [sources.opened, how.opened],
    [received.map((name, index) => (index === 0 ? name : name.toLowerCase())).join(', '), how.received],
    [sources.credited, how.credited],
    [sources.elsewhere, how.elsewhere],
    [sources.uncounted, how.uncounted],
  ];
  return (
    <div class="flow actions">
      <h2>{how.heading}</h2>
      <dl class="held">
        {meanings.map(([name, meaning]) => (
          <div>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function Norms({ shell, norms, normsOn, contactEmail }: PartnerPageProps) {
  const { language } = shell;
  const words = copy[language].norms;
  if (norms.length === 0) return null;
  return (
    <div class="flow actions">
      <h2>{words.heading}</h2>
      <ol>
        {norms.map((norm) => (
          <li>{norm}</li>
        ))}
      </ol>
      <p>
        {normsOn === null
          ? message(words.notYet, { contact: contactEmail }, language)
          : message(words.agreed, { date: formatDate(normsOn, language) }, language)}
      </p>
    </div>
  );
}

export function Downloads({ shell, token }: PartnerPageProps) {
  const { download, columns } = copy[shell.language];
  return (
    <div class="flow actions">
      <h2>{download.heading}</h2>
      <ul>
        <li>
          <a href={linkFrom(shell, `/partners/${token}.csv`)}>{download.csv}</a>
        </li>
        <li>
          <a href={linkFrom(shell, `/partners/${token}.json`)}>{download.json}</a>
        </li>
      </ul>
      <details>
        <summary>{download.columns}</summary>
        <Terms of={Object.entries(columns)} />
      </details>
    </div>
  );
}

export function ThisLink({ shell, contactEmail }: PartnerPageProps) {
  const words = copy[shell.language].link;
  return (
    <div class="flow actions">
      <h2>{words.heading}</h2>
      <p>{message(words.text, { contact: contactEmail }, shell.language)}</p>
    </div>
  );
}
