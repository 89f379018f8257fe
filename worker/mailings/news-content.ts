import { type Language, languages } from '../../web/language.ts';
import { hasPicture, renderMarkdown } from '../platform/text/markdown.ts';
import { isPlain, isVisible, lengthOf } from '../platform/text/text-rules.ts';

/** What is written of news, by language. A draft may have empty texts. */
export type NewsContent = Record<'subject' | 'text', Record<Language, string>>;

export type NewsField = `${'subject' | 'text'}.${Language}`;

export const mostSubject = 120;
export const mostText = 15_000;
/** Gmail cuts a mail at 102 KB. What is around the text takes less than 12. */
const mostHtml = 80_000;

export type NewsProblem =
  | 'missing'
  | 'long-subject'
  | 'too-long'
  | 'one-line'
  | 'unreadable'
  | 'direction'
  | 'html'
  | 'image'
  | 'link';

export const emptyNews: NewsContent = { subject: { en: '', es: '' }, text: { en: '', es: '' } };

/** As it was typed: what is wrong with it is said, and nothing is taken away. */
export function readNews(values: Record<string, string>): NewsContent {
  const given = (part: 'subject' | 'text') =>
    Object.fromEntries(
      languages.map((language) => [
        language,
        (values[`${part}.${language}`] ?? '').replace(/\r\n?/g, '\n').trim(),
      ]),
    ) as Record<Language, string>;
  return { subject: given('subject'), text: given('text') };
}

/** What keeps a text from being stored; empty texts are no problem of a draft. */
export function newsProblems(
  { subject, text }: NewsContent,
  spoken: readonly Language[],
): Map<NewsField, NewsProblem> {
  const problems = new Map<NewsField, NewsProblem>();
  for (const language of spoken) {
    const [ofSubject, ofText] = [subjectProblem(subject[language]), textProblem(text[language])];
    if (ofSubject) problems.set(`subject.${language}`, ofSubject);
    if (ofText) problems.set(`text.${language}`, ofText);
  }
  return problems;
}

/** What keeps news from being sent: every language of the campaign needs its subject and text. */
export function missingNews(content: NewsContent, spoken: readonly Language[]): Map<NewsField, NewsProblem> {
  const fields = spoken.flatMap((language) =>
    (['subject', 'text'] as const).map((part) => ({ part, language, typed: content[part][language] })),
  );
  return new Map(
    fields.flatMap(({ part, language, typed }) =>
      isVisible(typed) ? [] : [[`${part}.${language}` as NewsField, 'missing' as NewsProblem]],
    ),
  );
}

function subjectProblem(subject: string): NewsProblem | null {
  if (lengthOf(subject) > mostSubject) return 'long-subject';
  if (subject.includes('\n')) return 'one-line';
  return characterProblem(subject);
}

function textProblem(text: string): NewsProblem | null {
  // Before anything else: a long text would take long to read.
  if (text.length > 2 * mostText || lengthOf(text) > mostText) return 'too-long';
  const wrong = characterProblem(text);
  if (wrong) return wrong;
  if (htmlIn(text)) return 'html';
  const html = renderMarkdown(text);
  if (html.length > mostHtml) return 'too-long';
  if (hasPicture(text)) return 'image';
  if ([...html.matchAll(/<a href="([^"]*)"/g)].some(([, href = '']) => !isWholeAddress(href))) return 'link';
  return null;
}

/** Marks of direction can make an address or a number read otherwise than it is. */
function characterProblem(text: string): NewsProblem | null {
  if (/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text)) return 'direction';
  return isPlain(text.replaceAll('\t', ' ')) ? null : 'unreadable';
}

/** `<https://example.org>` is Markdown; in code everything is shown as it is. */
function htmlIn(text: string): boolean {
  const outside = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return /<(?:[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?|\/[a-z][^<>]*|!--)>?/i.test(
    outside.replace(/<(?:https?:\/\/|mailto:)?[^\s<>]*[.@:][^\s<>]*>/gi, ''),
  );
}

/** In a mail an address without its beginning leads nowhere. micromark leaves nothing of a dangerous one. */
function isWholeAddress(href: string): boolean {
  return /^(?:https?:\/\/[^/]|mailto:[^\s]+@)/i.test(href);
}
