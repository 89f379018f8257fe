import { Bar } from '../../../web/components/progress.tsx';
import { formatNumber, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

type Progress = { kind: 'petition' | 'survey'; confirmed: number; goal: number | null };

export type CampaignAction = {
  title: string;
  description: string;
  href: string;
  /** How many have signed or answered, and the next threshold if there is one. */
  progress: Progress | null;
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

type ActionProgressProps = { shell: Shell; progress: Progress };

function ActionProgress({ shell, progress: { kind, confirmed, goal } }: ActionProgressProps) {
  const { language } = shell;
  const words = copy[language];
  const plain = kind === 'survey' ? words.answered : words.signed;
  const values = {
    n: confirmed,
    count: formatNumber(confirmed, language),
    goal: formatNumber(goal ?? confirmed, language),
  };
  return (
    <div class="progress">
      {goal !== null && <Bar value={confirmed} goal={goal} />}
      <p class="small">{message(goal === null ? plain : words.goal, values, language)}</p>
    </div>
  );
}
