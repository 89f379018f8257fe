import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './part-copy.ts';

/** On the campaign's page. */
export function StoriesPart({ shell, href }: { shell: Shell; href: string }) {
  const words = copy[shell.language];
  return (
    <section class="flow" aria-labelledby="stories-heading">
      <h2 id="stories-heading">{words.heading}</h2>
      <p>{words.part.text}</p>
      <p>
        <a href={linkFrom(shell, href)}>{words.part.link}</a>
      </p>
    </section>
  );
}
