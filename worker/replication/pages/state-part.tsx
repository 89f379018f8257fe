import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './part-copy.ts';

/** On the campaign's page. */
export function StatePart({ shell, state, href }: { shell: Shell; state: string; href: string }) {
  const { part } = copy[shell.language];
  return (
    <section class="flow" aria-labelledby="state-heading">
      <h2 id="state-heading">{message(part.heading, { state }, shell.language)}</h2>
      <p>{part.text}</p>
      <p>
        <a href={linkFrom(shell, href)}>{part.link}</a>
      </p>
    </section>
  );
}
