import type { Child } from 'hono/jsx';
import { ConsoleForm } from '../../../web/console/console-form.tsx';
import { ConsoleList } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

export type WaitingRow = {
  kind: string;
  words: string;
  href: string;
  /** The age of the oldest, in words. */
  oldest: string;
  /** How long the claim holds, in words. */
  age: string;
  claim: { email: string; isMine: boolean; until: string } | null;
};

export type DeskLink = { href: string; label: string };

export type WaitingProps = {
  shell: Shell;
  formToken: string;
  campaign: string;
  rows: WaitingRow[];
  /** What can be done when nothing waits. */
  next: DeskLink[];
  /** Whether the reader's role may take care of anything. */
  mayClaim: boolean;
};

/** What waits in a campaign, oldest first, and who has claimed it. */
export function WaitingList({ shell, formToken, campaign, rows, next, mayClaim }: WaitingProps) {
  const words = copy[shell.language].home;
  if (rows.length === 0) {
    return (
      <div class="flow">
        <p class="lead">{words.nothing}</p>
        {next.length > 0 && (
          <>
            <p>{words.next}</p>
            <ul>
              {next.map(({ href, label }) => (
                <li>
                  <a href={linkFrom(shell, href)}>{label}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    );
  }
  const { columns } = words;
  const claims = { shell, formToken, campaign };
  return (
    <ConsoleList
      shell={shell}
      caption={words.caption}
      columns={[columns.what, columns.age, columns.who].map((label) => ({ label }))}
      rows={rows.map((row): Child[] => [
        <a href={linkFrom(shell, row.href)}>{row.words}</a>,
        <>
          {row.age} <span class="hint">{message(words.since, { date: row.oldest }, shell.language)}</span>
        </>,
        <Claim {...claims} row={row} mayClaim={mayClaim} />,
      ])}
    />
  );
}

function Claim(props: Omit<WaitingProps, 'rows' | 'next'> & { row: WaitingRow }) {
  const { shell, formToken, campaign, mayClaim } = props;
  const { kind, claim } = props.row;
  const { language } = shell;
  const words = copy[language].home;
  const told =
    claim &&
    message(claim.isMine ? words.mine : words.taken, { email: claim.email, date: claim.until }, language);
  const button = claim === null ? words.take : claim.isMine ? words.give : null;
  return (
    <>
      {told && <span>{told}</span>}
      {mayClaim && button && (
        <ConsoleForm shell={shell} formToken={formToken} action={`/organize/campaigns/${campaign}/claims`}>
          <input type="hidden" name="what" value={kind} />
          <button
            class="link"
            type="submit"
            name="take"
            value={claim === null ? 'yes' : 'no'}
            data-working={claim === null ? words.taking : words.giving}
          >
            {button}
          </button>
        </ConsoleForm>
      )}
    </>
  );
}
