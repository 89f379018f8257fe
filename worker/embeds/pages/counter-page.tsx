import { type ActionSummary, Count, StateNotice } from '../../../web/components/action-summary.tsx';
import { ButtonLink } from '../../../web/components/button.tsx';
import { Layout } from '../../../web/layout.tsx';
import { pageOf, type Shell } from '../../../web/shell.ts';
import { copy as petitionCopy } from '../../petitions/pages/copy.ts';
import { copy as surveyCopy } from '../../surveys/pages/copy.ts';
import { copy } from './copy.ts';

export type CounterPageProps = { shell: Shell; kind: 'petition' | 'survey'; action: ActionSummary };

/** A number and a link, for sites that show no forms of others. */
export function CounterPage({ shell, kind, action }: CounterPageProps) {
  const { language } = shell;
  const words = (kind === 'survey' ? surveyCopy : petitionCopy)[language];
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
              {copy[language].label[kind]}
            </ButtonLink>
          </p>
        )}
      </div>
    </Layout>
  );
}
