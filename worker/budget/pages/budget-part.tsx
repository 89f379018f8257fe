import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './part-copy.ts';

type BudgetPartProps = { shell: Shell; comparisons: readonly { href: string; title: string }[] };

/** On the campaign's page. */
export function BudgetPart({ shell, comparisons }: BudgetPartProps) {
  const words = copy[shell.language];
  return (
    <section class="flow" aria-labelledby="budget-heading">
      <h2 id="budget-heading">{words.heading}</h2>
      <p>{words.lead}</p>
      <ul class="plain">
        {comparisons.map(({ href, title }) => (
          <li>
            <a href={linkFrom(shell, href)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
