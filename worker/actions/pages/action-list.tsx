import { Bar } from '../../../web/components/progress.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type ActionLine = {
  title: string;
  ask: string;
  href: string;
  confirmed: number;
  /** A template for how many have taken part: `{n}` and `{count}`. */
  counted: string;
  /** The next threshold, if there is one. */
  goal: number | null;
};

/** What a reader of the campaign's page can do. */
export function ActionList({ shell, actions }: { shell: Shell; actions: ActionLine[] }) {
  if (actions.length === 0) return null;
  return (
    <section class="actions">
      <h2>{copy[shell.language].heading}</h2>
      <ul class="plain ruled">
        {actions.map((action) => (
          <li>
            <h3>
              <a href={linkFrom(shell, action.href)}>{action.title}</a>
            </h3>
            <p>{action.ask}</p>
            <ActionProgress shell={shell} action={action} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ActionProgress({ shell, action }: { shell: Shell; action: ActionLine }) {
  const { language } = shell;
  const { confirmed, counted, goal } = action;
  const values = { n: confirmed, count: formatNumber(confirmed, language) };
  return (
    <div class="progress">
      {goal !== null && <Bar value={confirmed} goal={goal} />}
      <p class="small">
        {message(counted, values, language)}
        {goal !== null &&
          ` ${message(copy[language].goal, { goal: formatNumber(goal, language) }, language)}`}
      </p>
    </div>
  );
}
