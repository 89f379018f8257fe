import { ButtonLink } from '../../components/button.tsx';
import { Layout } from '../../layout.tsx';
import { pageOf, type Shell } from '../../shell.ts';
import { copy as petitionCopy } from '../petitions/copy.ts';
import { Count, StateNotice } from '../petitions/opening.tsx';
import type { Standing } from '../petitions/petition.ts';
import { copy as surveyCopy } from '../surveys/copy.ts';
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
