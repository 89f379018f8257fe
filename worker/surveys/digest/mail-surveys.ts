import { changeLabel } from '../../../web/components/change-label.ts';
import type { NumberTableProps } from '../../../web/components/number-table.tsx';
import { placeLabel } from '../../../web/components/place-label.ts';
import { formatNumber, type Language, message } from '../../../web/language.ts';
import type { DigestCity } from '../../digests/section.ts';
import { tallyWords } from '../../digests/tally-words.ts';
import { tallyPageOf } from '../kinds/pages/page-of.ts';
import { surveyCopy } from './pages/survey-copy.ts';
import { findingsOf, limitsOf, quoted, suggestionLines } from './pages/survey-sentences.ts';
import type { ReadableSurvey } from './survey-tally-rules.ts';

/** A digest's part about a survey, shorter than on the staff page. */
export type SurveyWords = ReturnType<typeof surveyWords>;

export function surveyWords(tally: ReadableSurvey, city: DigestCity, language: Language) {
  const words = surveyCopy[language];
  const action = tallyWords(tally, { wording: words.tally, city, language });
  const { partners } = action.counts;
  const row = (label: string, { n, change }: { n: number; change: number }) => ({
    label: message(label, { n }, language),
    value: formatNumber(n, language),
    change: changeLabel(change, language),
  });
  return {
    title: action.title,
    summary: action.summary,
    subject: action.subject,
    news: action.news,
    empty: message(words.empty, { title: action.title }, language),
    numbers: [
      row(words.here, { n: tally.confirmed, change: tally.change }),
      ...(tally.sends
        ? [row(words.opened, tally.sends.opened), row(words.reported, tally.sends.reported)]
        : []),
    ],
    overlap: tally.sends ? words.overlap : null,
    notes: [...action.notes, ...limitsOf(tally, language)],
    findings: { heading: words.findings.heading, lines: findingsOf(tally, language) },
    suggestions: { heading: words.suggestions.heading, lines: suggestionLines(tally, language) },
    tables: [
      ...tally.questions.flatMap((question) => tableOf(question, tally, city, language) ?? []),
      ...(partners ? [partners] : []),
    ],
    texts: {
      heading: words.texts,
      lines: tally.questions.flatMap((question) => textLine(question, language) ?? []),
    },
    words: {
      heading: words.words.heading,
      lines: [
        ...tally.words.map((one) => wordsLine(one, city, language)),
        ...(tally.unread ? [message(words.words.unread, { n: tally.unread }, language)] : []),
      ],
    },
    corrections: { heading: action.corrections.heading, lines: action.corrections.lines },
  };
}

type Question = ReadableSurvey['questions'][number];

function tableOf(
  question: Question,
  { earlier }: ReadableSurvey,
  city: DigestCity,
  language: Language,
): NumberTableProps | null {
  const { heads } = surveyCopy[language];
  const { mail } = tallyPageOf(question);
  if (!mail || question.answered === 0) return null;
  return {
    caption: question.title[language],
    heads: [heads.answer, mail.head(language)],
    rows: mail.rows({ question, earlier, city: city.name, language }),
    total: { label: heads.answered, value: formatNumber(question.answered, language) },
  };
}

function textLine(question: Question, language: Language): string | null {
  const { answered, mail } = tallyPageOf(question);
  if (mail || question.isTooFew) return null;
  return `${quoted(question.title[language], language)} ${answered(question, language)}`;
}

function wordsLine(
  { text, place, name }: ReadableSurvey['words'][number],
  city: DigestCity,
  language: Language,
): string {
  const said = quoted(text, language);
  return place ? `${said} ${placeLabel({ place, name }, city.name, language)}` : said;
}
