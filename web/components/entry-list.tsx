import { raw } from 'hono/html';
import { type Language, message } from '../language.ts';
import { linkFrom, type Shell } from '../shell.ts';
import { entryCopy } from './entry-copy.ts';

/** A question or a myth as pages show it. */
export type ShownEntry = {
  id: string;
  kind: 'question' | 'myth';
  asked: string;
  fact: string | null;
  /** Safe HTML, rendered from Markdown. */
  answerHtml: string;
  source: { line: string; url: string | null } | null;
  /** It was changed after it was published. */
  isChanged: boolean;
  /** In words; null where that was not here. */
  changedOn: string | null;
};

type EntryListProps = {
  shell: Shell;
  entries: readonly ShownEntry[];
  /** Stands below a heading of the second level. */
  isBelow?: boolean;
};

/** Questions with their answers, and myths: the fact first, the myth once, why it is false, and the fact again. */
export function EntryList({ shell, entries, isBelow = false }: EntryListProps) {
  const { language } = shell;
  const questions = entries.filter(({ kind }) => kind === 'question');
  const myths = entries.filter(({ kind }) => kind === 'myth');
  return (
    <>
      {questions.map((entry) => (
        <section class="flow" id={entry.id} aria-labelledby={`asked-${entry.id}`}>
          {isBelow ? (
            <h3 id={`asked-${entry.id}`}>{entry.asked}</h3>
          ) : (
            <h2 id={`asked-${entry.id}`}>{entry.asked}</h2>
          )}
          <div class="flow prose">{raw(entry.answerHtml)}</div>
          <Source shell={shell} entry={entry} />
        </section>
      ))}
      {myths.length > 0 && <h2>{entryCopy[language].myths}</h2>}
      {myths.map((entry) => (
        <section class="flow" id={entry.id} aria-labelledby={`asked-${entry.id}`}>
          <h3 id={`asked-${entry.id}`}>
            {entryCopy[language].fact}: {entry.fact}
          </h3>
          <Myth entry={entry} language={language} />
          <Source shell={shell} entry={entry} />
        </section>
      ))}
    </>
  );
}

export function Myth({ entry, language }: { entry: ShownEntry; language: Language }) {
  const words = entryCopy[language];
  return (
    <>
      <p>
        <b>{words.myth}:</b> {entry.asked}
      </p>
      <p>
        <b>{words.why}:</b>
      </p>
      <div class="flow prose">{raw(entry.answerHtml)}</div>
      <p>
        <b>{words.again}:</b> {entry.fact}
      </p>
    </>
  );
}

export function Source({ shell, entry }: { shell: Shell; entry: ShownEntry }) {
  const { source, isChanged, changedOn } = entry;
  const { language } = shell;
  const words = entryCopy[language];
  if (!source) return null;
  return (
    <>
      <p class="small">
        {source.url ? (
          <a href={source.url} rel="noopener noreferrer">
            {source.line}
          </a>
        ) : (
          source.line
        )}
      </p>
      {isChanged && shell.campaign && (
        <p class="small">
          {changedOn ? message(words.changedOn, { date: changedOn }, language) : words.changed}{' '}
          <a href={linkFrom(shell, `/campaigns/${shell.campaign.slug}/question-versions/${entry.id}`)}>
            {words.versions}
          </a>
        </p>
      )}
    </>
  );
}
