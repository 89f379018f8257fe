import { countedCopy } from '../../../web/components/action-copy.ts';
import { Bar } from '../../../web/components/progress.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { ActionKind } from '../rules.ts';
import { copy } from './copy.ts';

export type ActionLine = {
  kind: ActionKind;
  title: string;
  ask: string;
  href: string;
  /** How many have signed or answered. */
  confirmed: number;
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
  const { kind, confirmed, goal } = action;
  const template = goal === null ? countedCopy[language][kind] : copy[language].goal;
  const values = {
    n: confirmed,
    count: formatNumber(confirmed, language),
    goal: formatNumber(goal ?? confirmed, language),
  };
  return (
    <div class="progress">
      {goal !== null && <Bar value={confirmed} goal={goal} />}
      <p class="small">{message(template, values, language)}</p>
    </div>
  );
}
