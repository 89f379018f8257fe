import { ButtonLink } from '../../../web/components/button.tsx';
import { Count, StateNotice } from '../../../web/components/opening.tsx';
import { Layout } from '../../../web/layout.tsx';
import { pageOf, type Shell } from '../../../web/shell.ts';
import { copy as petitionCopy } from '../../petitions/pages/copy.ts';
import type { Standing } from '../../petitions/pages/petition.ts';
import { copy as surveyCopy } from '../../surveys/pages/copy.ts';
import { copy } from './copy.ts';

export type CounterPageProps = { shell: Shell; kind: 'petition' | 'survey'; action: Standing };

/** A number and a link, for sites that show no forms of others. */
export function CounterPage({ shell, kind, action }: CounterPageProps) {
  const { language } = shell;
  const words = (kind === 'survey' ? surveyCopy : petitionCopy)[language];
  const isCounted = action.state === 'open' || action.state === 'closed';
  return (
    <Layout shell={shell} title={action.title} noindex>
      <div class="opening counter">
        <h1>{action.ask}</h1>
        <StateNotice words={words.state} language={language} petition={action} />
        {isCounted && <Count words={words.count} language={language} petition={action} />}
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
