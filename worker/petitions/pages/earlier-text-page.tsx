import { raw } from 'hono/html';
import { Notice } from '../../../web/components/notice.tsx';
import { formatDate, message } from '../../../web/language.ts';
import { Layout } from '../../../web/layout.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import type { TextVersion } from '../../actions/rules.ts';
import { copy } from './copy.ts';

export type EarlierTextPageProps = {
  shell: Shell;
  /** Where the petition is. */
  path: string;
  text: { title: string; ask: string; bodyHtml: string; hash: string };
  /** What had been changed in it when it came; null for the first text. */
  change: { kind: TextVersion['change']; note: string | null } | null;
  from: string;
  until: string;
  /** The text before this one, where there was one. */
  earlierPath: string | null;
};

/** The text that people were asked to sign before the change. */
export function EarlierTextPage({
  shell,
  path,
  text,
  change,
  from,
  until,
  earlierPath,
}: EarlierTextPageProps) {
  const { language } = shell;
  const words = copy[language].texts;
  const dates = { from: formatDate(from, language), until: formatDate(until, language) };
  return (
    <Layout shell={shell} title={message(words.title, { title: text.title }, language)} noindex>
      <Notice>
        <p>{message(words.notice, dates, language)}</p>
        <p>
          <a href={linkFrom(shell, path)}>{words.current}</a>
        </p>
      </Notice>
      <p class="kicker">{text.title}</p>
      <h1>{text.ask}</h1>
      <div class="flow prose">{raw(text.bodyHtml)}</div>
      {change && (
        <p class="small">
          {message(words.changed, { date: dates.from }, language)}{' '}
          {change.kind && `${words.kinds[change.kind]} `}
          {change.note}
        </p>
      )}
      <p class="small address">
        {words.hash}: <code>{text.hash}</code>
      </p>
      {earlierPath && (
        <p class="small">
          <a href={linkFrom(shell, earlierPath)}>{words.earlier}</a>
        </p>
      )}
    </Layout>
  );
}
