import { raw } from 'hono/html';
import { entryCopy } from '../../../web/components/entry-copy.ts';
import { Myth, type ShownEntry, Source } from '../../../web/components/entry-list.tsx';
import { linkFrom, type Shell } from '../../../web/shell.ts';
import { copy } from './copy.ts';

const shownAtOnce = 8;

/** On the campaign's page: each answer opens by a tap. */
export function QuestionsPart({
  shell,
  href,
  entries,
}: {
  shell: Shell;
  href: string;
  entries: readonly ShownEntry[];
}) {
  const { language } = shell;
  const words = copy[language];
  return (
    <>
      <h2>{words.heading}</h2>
      {entries.slice(0, shownAtOnce).map((entry) => (
        <details>
          <summary>
            {entry.kind === 'myth' ? `${entryCopy[language].fact}: ${entry.fact}` : entry.asked}
          </summary>
          <div class="flow">
            {entry.kind === 'myth' ? (
              <Myth entry={entry} language={language} />
            ) : (
              <div class="flow prose">{raw(entry.answerHtml)}</div>
            )}
            <Source shell={shell} entry={entry} />
          </div>
        </details>
      ))}
      <p>
        <a href={linkFrom(shell, href)}>{entries.length > 0 ? words.all : words.ask}</a>
      </p>
    </>
  );
}
