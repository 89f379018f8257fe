import { type ActionSummary, Count, StateNotice } from '../../../web/components/action-summary.tsx';
import { ButtonLink } from '../../../web/components/button.tsx';
import { Layout } from '../../../web/layout.tsx';
import { pageOf, type Shell } from '../../../web/shell.ts';
import type { ActionWords } from '../../actions/kind.ts';

export type CounterPageProps = { shell: Shell; words: ActionWords; action: ActionSummary };

/** A number and a link, for sites that show no forms of others. */
export function CounterPage({ shell, words, action }: CounterPageProps) {
  const { language } = shell;
  const isCounted = action.state === 'open' || action.state === 'closed';
  return (
    <Layout shell={shell} title={action.title} noindex>
      <div class="opening counter">
        <h1>{action.ask}</h1>
        <StateNotice words={words.state} language={language} action={action} />
        {isCounted && <Count words={words.count} language={language} action={action} />}
        {action.state === 'open' && (
          <p>
            <ButtonLink href={pageOf(shell)} newTab>
              {words.button}
            </ButtonLink>
          </p>
        )}
      </div>
    </Layout>
  );
}
