import { message } from '../language.ts';
import { linkFrom, type Shell } from '../shell.ts';
import { copy } from './copy.ts';

/** The way to the campaign's comparisons of budgets, from the pages of its actions. */
export function BudgetLinks({ shell }: { shell: Shell }) {
  const { campaign, language } = shell;
  if (!campaign || shell.frame) return null;
  return (
    <>
      {campaign.budget.map(({ path, title }) => (
        <p>
          <a href={linkFrom(shell, path)}>{message(copy[language].budget, { title }, language)}</a>
        </p>
      ))}
    </>
  );
}
