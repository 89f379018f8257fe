import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { formatDate, type Language, message } from '../../../web/language.ts';
import type { EntryKind, EntryState } from '../entry-rules.ts';
import { togetherCopy } from './together-copy.ts';

export type ShownEntry = {
  id: string;
  kind: EntryKind;
  text: string;
  /** Notes as safe HTML. */
  html: string | null;
  language: Language;
  who: string;
  on: string | null;
  addedOn: string;
  by: string;
  state: EntryState;
  /** Whether the reader may change it. */
  mayChange: boolean;
};

export type EntriesProps = {
  language: Language;
  kind: EntryKind;
  entries: readonly ShownEntry[];
  /** On a page of its own, under its title. */
  isAlone?: boolean;
  /** The form with the decisions on one of them. */
  decide: (entry: ShownEntry) => Child;
};

/** The agenda, the ideas or the notes, the newest first: the same for all who read them. */
export function Entries({ language, kind, entries, isAlone = false, decide }: EntriesProps) {
  const words = togetherCopy[language];
  if (entries.length === 0) return <p>{words[kind].none}</p>;
  return (
    <ol class="plain ruled entries">
      {entries.map((entry) => (
        <li id={`entry-${entry.id}`}>
          <Entry entry={entry} language={language} isAlone={isAlone} />
          {entry.mayChange && decide(entry)}
        </li>
      ))}
    </ol>
  );
}

type EntryProps = { entry: ShownEntry; language: Language; isAlone: boolean };

function Entry({ entry, language, isAlone }: EntryProps) {
  const words = togetherCopy[language];
  const Heading = isAlone ? 'h2' : 'h3';
  const { kind, text, html, who, on, addedOn, by, state } = entry;
  const lang = entry.language === language ? undefined : entry.language;
  const date = on === null ? '' : formatDate(on, language);
  return (
    <>
      {kind === 'notes' && <Heading>{message(words.notes.title, { date }, language)}</Heading>}
      {html === null ? (
        <p lang={lang}>
          <b>{text}</b>
        </p>
      ) : (
        <div class="flow" lang={lang}>
          {raw(html)}
        </div>
      )}
      {kind === 'agenda' && (who !== '' || on !== null || state === 'done') && (
        <p>
          {[
            ...(state === 'done' ? [words.agenda.done] : []),
            ...(who === '' ? [] : [message(words.agenda.does, { who }, language)]),
            ...(on === null ? [] : [message(words.agenda.by, { date }, language)]),
          ].join('. ')}
        </p>
      )}
      <p class="small">{message(words.credit, { who: by, date: formatDate(addedOn, language) }, language)}</p>
    </>
  );
}
