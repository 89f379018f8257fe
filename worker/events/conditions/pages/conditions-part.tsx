import type { Child } from 'hono/jsx';
import { Held } from '../../../../web/components/held.tsx';
import { linkFrom, type Shell } from '../../../../web/shell.ts';
import { ownConditionsCopy } from './own-copy.ts';

export type ConditionsPartProps = {
  shell: Shell;
  /** How each condition of the shift stands, in words; null where it does not ask for it. */
  norms: string | null;
  training: string | null;
  /** What something missing means; null if all is met. */
  missing: 'noPlace' | 'again' | 'waits' | null;
  /** Null where nothing can be shown any more. */
  href: string | null;
  isListed: boolean;
};

/** What the shift asks for and whether it is met: on the page that confirms, and on their own. */
export function ConditionsPart({
  shell,
  norms,
  training,
  missing,
  href,
  isListed,
}: ConditionsPartProps): Child {
  const words = ownConditionsCopy[shell.language].own;
  const rows: [string, Child][] = [
    ...(norms === null ? [] : ([[words.norms, norms]] as [string, Child][])),
    ...(training === null ? [] : ([[words.training, training]] as [string, Child][])),
  ];
  return (
    <>
      {isListed ? <h4>{words.heading}</h4> : <h2>{words.heading}</h2>}
      <Held rows={rows} />
      {missing && (
        <>
          <p>{words[missing]}</p>
          {href && (
            <p>
              <a href={linkFrom(shell, href)}>{words.show}</a>
            </p>
          )}
        </>
      )}
    </>
  );
}
