import { Button } from '../../../web/components/button.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type OwnPartProps = {
  shell: Shell;
  about: 'in' | 'removed' | 'later' | 'not' | 'none' | 'erased';
  /** The statement's last day and address; null if no statement tells of it. */
  statement: { endsOn: string; href: string } | null;
  /** Where the proof is asked for; null if there is none. */
  proofPath: string | null;
};

/** Whether a supporter's signature is in the count, and their proof. */
export function OwnPart({ shell, about, statement, proofPath }: OwnPartProps) {
  const { language } = shell;
  const words = copy[language].own;
  const date = statement ? formatDate(statement.endsOn, language) : '';
  return (
    <section class="flow" aria-labelledby="in-the-count">
      <h3 id="in-the-count">{words.title}</h3>
      <p>
        {message(words[about], { date }, language)}{' '}
        {statement && <a href={linkFrom(shell, statement.href)}>{words.statement}</a>}
      </p>
      {proofPath && (
        <form class="flow" method="post" action={linkFrom(shell, proofPath)}>
          <p class="small">{words.warning}</p>
          <Button secondary>{words.button}</Button>
          <p class="small">
            <a href={linkFrom(shell, '/verify')}>{words.check}</a>
          </p>
        </form>
      )}
    </section>
  );
}
