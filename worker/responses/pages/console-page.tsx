import { ConsolePage } from '../../../web/console/console-page.tsx';
import type { ConsoleFrame } from '../../../web/console/frame-props.ts';
import { ConsoleList } from '../../../web/console/list.tsx';
import { message } from '../../../web/language.ts';
import { linkFrom } from '../../../web/shell.ts';
import { consoleCopy } from './console-copy.ts';

export type ResponsesPageProps = {
  frame: ConsoleFrame;
  petitions: {
    slug: string;
    title: string;
    path: string;
    summary: string;
    asks: { text: string; committee: string; status: string[]; isAnswered: boolean; href: string | null }[];
    /** Where supporters are told; null where there is no answer, or the reader may not. */
    mailHref: string | null;
  }[];
};

/** Everything that is asked of committees in a campaign. */
export function ResponsesPage({ frame, petitions }: ResponsesPageProps) {
  const { shell } = frame;
  const words = consoleCopy[shell.language];
  const { columns } = words;
  return (
    <ConsolePage frame={frame} title={words.title}>
      <div class="flow">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {petitions.length === 0 && <p>{words.empty}</p>}
        {petitions.map(({ title, path, summary, asks, mailHref }) => (
          <section class="flow">
            <h2>{title}</h2>
            <p>{summary}</p>
            <ConsoleList
              shell={shell}
              caption={message(words.caption, { title }, shell.language)}
              columns={[columns.ask, columns.of, columns.status, columns.act].map((label) => ({ label }))}
              rows={asks.map(({ text, committee, status, isAnswered, href }) => [
                text,
                committee,
                status.map((line) => <p>{line}</p>),
                href ? (
                  <a href={linkFrom(shell, href)}>
                    {isAnswered ? words.correct : words.open}
                    <span class="unseen">: {text}</span>
                  </a>
                ) : (
                  '–'
                ),
              ])}
            />
            {mailHref && (
              <p>
                <a href={linkFrom(shell, mailHref)}>{words.mail}</a>
              </p>
            )}
            <p class="small">
              <a href={path}>{words.page}</a>
            </p>
          </section>
        ))}
      </div>
    </ConsolePage>
  );
}
