import { err, ok, type Result } from '../platform/result.ts';
import { isPlain, isVisible, lengthOf, tidyLine, tidyText } from '../platform/text/text-rules.ts';
import { dayIn } from '../platform/time/clock.ts';

export const entryKinds = ['agenda', 'idea', 'notes'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** `off`: taken off by its author or an organizer. */
export const entryStates = ['open', 'done', 'off'] as const;
export type EntryState = (typeof entryStates)[number];

/** What was brought. Notes are Markdown; an agenda has who does it and until when. */
export type NewEntry = { kind: EntryKind; text: string; who: string; onDay: string | null };

export type Entry = NewEntry & {
  id: string;
  language: 'en' | 'es';
  /** Whose it is: the id and the name of a partner; null is the campaign's own. */
  partner: { id: number; name: Record<'en' | 'es', string> } | null;
  addedAt: Date;
  state: EntryState;
};

const longest: Record<EntryKind, number> = { agenda: 300, idea: 1000, notes: 8000 };
const longestWho = 120;

/** How many of one kind a partner, or all organizers together, may add in 24 hours. */
export const mostOfDay = 10;

export type EntryError = {
  field: string;
  code: 'missing' | 'too-long' | 'bad-characters' | 'bad-date' | 'limit' | 'read-only';
};

export function asEntryKind(given: string | undefined): EntryKind | null {
  return entryKinds.find((kind) => kind === given) ?? null;
}

/** Of a form whose field of the text is named after the kind. */
export function parseEntry(
  kind: EntryKind,
  values: Record<string, string>,
  timeZone: string,
): Result<NewEntry, EntryError[]> {
  const text = (kind === 'notes' ? tidyText : tidyLine)(values[kind] ?? '');
  const who = kind === 'agenda' ? tidyLine(values.who ?? '') : '';
  const day = kind === 'idea' ? '' : (values.on ?? '').trim();
  const errors = [
    ...problemOf(kind, text, longest[kind]),
    ...(who === '' ? [] : problemOf('who', who, longestWho)),
    ...dayProblem(kind, day, timeZone),
  ];
  return errors.length > 0 ? err(errors) : ok({ kind, text, who, onDay: day === '' ? null : day });
}

function problemOf(field: string, text: string, most: number): EntryError[] {
  if (text === '') return [{ field, code: 'missing' }];
  if (!isPlain(text) || !isVisible(text)) return [{ field, code: 'bad-characters' }];
  return lengthOf(text) > most ? [{ field, code: 'too-long' }] : [];
}

/** A meeting was on a day; an agenda may leave it open. */
function dayProblem(kind: EntryKind, day: string, timeZone: string): EntryError[] {
  if (day === '') return kind === 'notes' ? [{ field: 'on', code: 'missing' }] : [];
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && dayIn(timeZone, day) !== null;
  return isDay ? [] : [{ field: 'on', code: 'bad-date' }];
}
