import { Table } from '../../../web/components/table.tsx';
import { formatDate, formatNumber, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { Statement } from '../rules/statement.ts';
import { copy } from './copy.ts';

export type ListPageProps = {
  shell: Shell;
  /** The address of the page, without the week. */
  href: string;
  action: { title: string; path: string };
  /** Newest first; each with the last day of its week. */
  weeks: { statement: Statement; endsOn: string }[];
  /** The week before which the next page begins. */
  earlier: string | null;
  /** Null if no sample of its signatures was announced. */
  samplesHref: string | null;
  hasBegunLate: boolean;
  /** When the first statement is made, in words; null while it is being made, or if there is one. */
  first: string | null;
};

/** The statements of an action. */
export function ListPage(props: ListPageProps) {
  const { shell, href, action, weeks, earlier, samplesHref, hasBegunLate, first } = props;
  const { language } = shell;
  const words = copy[language].list;
  const title = message(words.title, { title: action.title }, language);
  return (
    <Layout shell={shell} title={title} description={words.lead}>
      <div class="flow">
        <h1>{title}</h1>
        <p class="lead">{words.lead}</p>
        {weeks.length === 0 ? (
          <p>{first ? message(words.none, { when: first }, language) : words.beingMade}</p>
        ) : (
          <Table
            caption={words.caption}
            asList
            columns={[
              { label: words.week },
              { label: words.confirmed, numeric: true },
              { label: words.leaves, numeric: true },
              { label: words.root },
              { label: words.files },
            ]}
            rows={weeks.map(({ statement: { week, account, members }, endsOn }) => [
              <a href={linkFrom(shell, `${href}/${week}`)}>{formatDate(endsOn, language)}</a>,
              formatNumber(account.confirmed, language),
              formatNumber(members.size, language),
              <code>{members.root.slice(0, 12)}…</code>,
              <>
                <a href={`${href}/${week}.json`}>{words.statement}</a>{' '}
                <a href={`${href}/${week}.tlog-proof`}>{words.proof}</a>
              </>,
            ])}
          />
        )}
        {earlier && (
          <p>
            <a href={linkFrom(shell, `${href}?before=${earlier}`)}>{words.earlier}</a>
          </p>
        )}
        {samplesHref && (
          <p>
            <a href={linkFrom(shell, samplesHref)}>{copy[language].one.samples}</a>
          </p>
        )}
        {hasBegunLate && <p class="small">{words.began}</p>}
        <p>
          <a href={linkFrom(shell, action.path)}>
            {message(words.campaign, { title: action.title }, language)}
          </a>
        </p>
      </div>
    </Layout>
  );
}
