import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { logCopy } from './log-copy.ts';

export type LogCheckPageProps = {
  frame: ConsoleFrame;
  /** The id of the first act that does not fit. */
  broken: string | null;
  /** How many acts were looked at and fit, in this step and those before it. */
  checked: number;
  missingHeads: number;
  head: string | null;
  /** The address of the next step; null at the end. */
  next: string | null;
  back: string;
};

/** What the check of the chain has found so far. */
export function LogCheckPage(props: LogCheckPageProps) {
  const { frame, broken, checked, missingHeads, head, next, back } = props;
  const { shell } = frame;
  const { check: words, ...log } = logCopy[shell.language];
  const found = broken
    ? message(words.broken, { id: broken, n: checked }, shell.language)
    : missingHeads > 0
      ? message(words.missing, { n: missingHeads }, shell.language)
      : next
        ? message(words.more, { n: checked }, shell.language)
        : message(words.whole, { n: checked }, shell.language);
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p class="lead">{found}</p>
        {head !== null && broken === null && missingHeads === 0 && (
          <p class="address">{message(log.head, { hash: head }, shell.language)}</p>
        )}
        {next && (
          <p>
            <a href={linkFrom(shell, next)}>{words.next}</a>
          </p>
        )}
        <p>
          <a href={linkFrom(shell, back)}>{words.back}</a>
        </p>
      </div>
    </ConsolePage>
  );
}
