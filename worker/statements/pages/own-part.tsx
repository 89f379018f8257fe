import { Button } from '../../../web/components/button.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { SupporterWords } from '../../actions/kind.ts';
import { copy } from './copy.ts';

export type OwnPartProps = {
  shell: Shell;
  words: SupporterWords['supporterPage']['inCount'];
  about: 'in' | 'removed' | 'later' | 'not' | 'none' | 'erased';
  /** The statement's last day and address; null if no statement tells of it. */
  statement: { endsOn: string; href: string } | null;
  /** Where the proof is asked for; null if there is none. */
  proofPath: string | null;
};

/** Whether what a supporter sent is in the count, and their proof. */
export function OwnPart({ shell, words, about, statement, proofPath }: OwnPartProps) {
  const { language } = shell;
  const own = copy[language].own;
  const date = statement ? formatDate(statement.endsOn, language) : '';
  return (
    <section class="flow" aria-labelledby="in-the-count">
      <h3 id="in-the-count">{words.title}</h3>
      <p>
        {message(about === 'none' ? own.none : words[about], { date }, language)}{' '}
        {statement && <a href={linkFrom(shell, statement.href)}>{own.statement}</a>}
      </p>
      {proofPath && (
        <form class="flow" method="post" action={linkFrom(shell, proofPath)}>
          <p class="small">{own.warning}</p>
          <Button secondary>{own.button}</Button>
          <p class="small">
            <a href={linkFrom(shell, '/verify')}>{own.check}</a>
          </p>
        </form>
      )}
    </section>
  );
}
