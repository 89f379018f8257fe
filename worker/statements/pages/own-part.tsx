import { Button } from '../../../web/components/button.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { SupporterWords } from '../../actions/kind.ts';
import { copy } from './own-copy.ts';

export type OwnPartProps = {
  shell: Shell;
  words: SupporterWords['supporterPage']['inCount'];
  about: 'in' | 'leaving' | 'removed' | 'later' | 'not' | 'none' | 'erased';
  /** The statement's last day and address; null if no statement tells of it. */
  statement: { endsOn: string; href: string } | null;
  /** When the next statement is made, in words; null while it is being made, or if it changes nothing. */
  next: string | null;
  /** Where the receipt is asked for; null if there is none. */
  receiptPath: string | null;
  /** Where a receipt is checked. */
  checkPath: string;
};

/** Whether what a supporter sent is in the count, and their receipt. */
export function OwnPart(props: OwnPartProps) {
  const { shell, statement, next, receiptPath } = props;
  const { language } = shell;
  const own = copy[language].own;
  const date = statement ? formatDate(statement.endsOn, language) : '';
  return (
    <section class="flow" aria-labelledby="in-the-count">
      <h3 id="in-the-count">{props.words.title}</h3>
      <p>
        {message(textOf(props), { date, when: next ?? '' }, language)}{' '}
        {statement && <a href={linkFrom(shell, statement.href)}>{own.statement}</a>}
      </p>
      {receiptPath && (
        <form class="flow" method="post" action={linkFrom(shell, receiptPath)}>
          <p class="small">{own.warning}</p>
          <Button secondary>{own.button}</Button>
          <p class="small">
            <a href={linkFrom(shell, props.checkPath)}>{own.check}</a>
          </p>
        </form>
      )}
    </section>
  );
}

function textOf({ shell, words, about, next }: OwnPartProps): string {
  const { own } = copy[shell.language];
  const isAwaited = about === 'later' || about === 'none';
  if (isAwaited && next === null) return own.beingMade;
  return about === 'none' ? own.none : words[about];
}
