import { Bar } from '../../components/progress.tsx';
import { formatNumber, message } from '../../language.ts';
import { linkFrom, type Shell } from '../../shell.ts';
import { copy } from './copy.ts';

export type CampaignAction = {
  title: string;
  description: string;
  href: string;
  /** The petition's: how many have signed, and the next threshold if there is one. */
  progress: { confirmed: number; goal: number | null } | null;
};

export function Actions({ shell, actions }: { shell: Shell; actions: CampaignAction[] }) {
  if (actions.length === 0) return null;
  return (
    <section class="actions">
      <h2>{copy[shell.language].actions}</h2>
      <ul class="plain ruled">
        {actions.map((action) => (
          <li>
            <h3>
              <a href={linkFrom(shell, action.href)}>{action.title}</a>
            </h3>
            <p>{action.description}</p>
            {action.progress && <ActionProgress shell={shell} progress={action.progress} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

type ActionProgressProps = { shell: Shell; progress: { confirmed: number; goal: number | null } };

function ActionProgress({ shell, progress: { confirmed, goal } }: ActionProgressProps) {
  const { language } = shell;
  const words = copy[language];
  const values = {
    n: confirmed,
    count: formatNumber(confirmed, language),
    goal: formatNumber(goal ?? confirmed, language),
  };
  return (
    <div class="progress">
      {goal !== null && <Bar value={confirmed} goal={goal} />}
      <p class="small">{message(goal === null ? words.signed : words.goal, values, language)}</p>
    </div>
  );
}
