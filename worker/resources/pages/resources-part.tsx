import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

/** On the campaign's page. */
export function ResourcesPart({ shell, href }: { shell: Shell; href: string }) {
  const { part } = copy[shell.language];
  return (
    <section class="flow" aria-labelledby="resources-heading">
      <h2 id="resources-heading">{part.heading}</h2>
      <p>{part.text}</p>
      <p>
        <a href={linkFrom(shell, href)}>{part.link}</a>
      </p>
    </section>
  );
}
