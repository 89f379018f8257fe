import { languages as allLanguages, type Language, type Text } from '../../web/language.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { hasSignIn } from '../platform/text/address-rules.ts';
import { isPlain, isVisible, lengthOf, tidyLine, tidyText } from '../platform/text/text-rules.ts';
import { dayIn } from '../platform/time/clock.ts';

export type EntryKind = 'question' | 'myth';

/** A version of a public answer. `asked` is the question or the myth; only a myth has a fact. `answer` is Markdown. */
export type EntryText = {
  asked: Text;
  fact: Text | null;
  answer: Text;
  source: { name: string; url: string | null };
  /** YYYY-MM-DD on the city's calendar. */
  answeredOn: string;
};

export type Entry = EntryText & {
  id: string;
  kind: EntryKind;
  state: 'shown' | 'hidden';
  version: number;
  /** When this version was made; null where no earlier one was. */
  changedAt: Date | null;
  /** The change that stands last. */
  changeId: string;
};

/** The most that a campaign can have, so that its page stays readable. */
export const mostEntries = 60;

const mostAsked = 300;
const mostAnswer = 3000;
const mostSource = 300;

type TextField = 'asked' | 'fact' | 'answer';

export function asEntryKind(given: string | undefined): EntryKind {
  return given === 'myth' ? 'myth' : 'question';
}

type Given = { kind: EntryKind; languages: readonly Language[]; timeZone: string; today: string };

/** An entry as an organizer wrote it. A language that the campaign does not speak gets the text of its first one. */
export function parseEntry(
  values: Record<string, string>,
  { kind, languages, timeZone, today }: Given,
): Result<EntryText, FieldError[]> {
  const errors: FieldError[] = [];
  const textOf = (field: TextField, most: number): Text => {
    const typed = new Map(
      languages.map((language) => [language, tidied(field, values[`${field}.${language}`] ?? '')]),
    );
    for (const [language, text] of typed) {
      const code = problemOf(text, most);
      if (code) errors.push({ field: `${field}.${language}`, code });
    }
    const first = typed.get(languages[0] ?? 'en') ?? '';
    return Object.fromEntries(allLanguages.map((one) => [one, typed.get(one) ?? first])) as Text;
  };
  const fact = kind === 'myth' ? textOf('fact', mostAsked) : null;
  const asked = textOf('asked', mostAsked);
  const answer = textOf('answer', mostAnswer);
  const name = tidyLine(values.source ?? '');
  const wrong = problemOf(name, mostSource);
  if (wrong) errors.push({ field: 'source', code: wrong });
  const typedUrl = (values.source_url ?? '').trim();
  const url = typedUrl === '' ? null : webAddress(typedUrl);
  if (typedUrl !== '' && url === null) errors.push({ field: 'source_url', code: 'not-an-address' });
  const answeredOn = (values.answered_on ?? '').trim();
  const isDay = dayIn(timeZone, answeredOn) !== null && answeredOn <= today && answeredOn >= '2000-01-01';
  if (!isDay) errors.push({ field: 'answered_on', code: 'day' });
  return errors.length === 0 ? ok({ asked, fact, answer, source: { name, url }, answeredOn }) : err(errors);
}

function tidied(field: TextField, typed: string): string {
  return field === 'answer' ? tidyText(typed) : tidyLine(typed);
}

function problemOf(text: string, most: number): string | null {
  if (text === '') return 'missing';
  if (!isPlain(text) || !isVisible(text)) return 'bad-characters';
  return lengthOf(text) > most ? 'too-long' : null;
}

function webAddress(typed: string): string | null {
  const url = URL.parse(typed);
  const isWeb = url?.protocol === 'https:' && !hasSignIn(typed);
  return isWeb && typed.length <= 500 ? url.href : null;
}

/** What the form shows of an entry. */
export function valuesOf(entry: EntryText): Record<string, string> {
  const texts = (['asked', 'fact', 'answer'] as const).flatMap((field) =>
    allLanguages.map((language) => [`${field}.${language}`, entry[field]?.[language] ?? '']),
  );
  return {
    ...Object.fromEntries(texts),
    source: entry.source.name,
    source_url: entry.source.url ?? '',
    answered_on: entry.answeredOn,
  };
}

export function isSameText(one: EntryText, other: EntryText): boolean {
  const [a, b] = [valuesOf(one), valuesOf(other)];
  return Object.keys(a).every((key) => a[key] === b[key]);
}
