import { addressedTo } from '../../web/addressee.ts';
import { formatDate, formatNumber, type Language, message } from '../../web/language.ts';
import { dateIn, daysBetween } from '../platform/time/clock.ts';
import { asksCopy } from './pages/asks-copy.ts';
import { type Ask, type AskedCommittee, commitmentOf, type OfficialAnswer } from './rules.ts';

/** Days of what is asked and answered, on the city's calendar. */
export type Calendar = { timeZone: string; today: string; language: Language };

/** An answer in words, for pages, mails and lists. */
export type AnswerWords = {
  /** "Committee on Safe Communities: Yes" */
  said: string;
  /** Says that an organizer replaced the committee's own answer. */
  replaced: string | null;
  text: string;
  language: Language;
  /** When it was answered and how, one sentence each. */
  lines: string[];
  commitment: { text: string; isOverdue: boolean; source: string | null } | null;
  document: string | null;
  /** How many earlier versions there are. */
  earlier: number;
};

/** One ask of one committee: `status` is said where there is no answer. */
export type AskedWords = { status: string | null; answer: AnswerWords | null };

export function isWaiting({ askedAt, answer }: AskedCommittee): boolean {
  return askedAt !== null && answer === null;
}

/** How many asks wait for an answer, in a sentence. */
export function waitingWords(asks: readonly Ask[], language: Language): string {
  const words = asksCopy[language];
  const all = asks.flatMap(({ asked }) => asked);
  const waiting = all.filter(isWaiting).length;
  if (waiting > 0) return message(words.waiting, { n: waiting }, language);
  if (all.some(({ askedAt, answer }) => askedAt !== null || answer !== null)) return words.nothing;
  // A board or a council as a whole is no committee.
  const [to = '', ...others] = new Set(all.map(({ committee }) => committee.name[language]));
  const isWhole = others.length === 0 && all.some(({ committee }) => committee.council[language] === to);
  return isWhole ? message(words.noneTo, { to: addressedTo(to, language) }, language) : words.none;
}

/** Whole days that an ask waited for its first answer, or has waited until today; null where it was not asked. */
export function daysWaited(
  { askedAt, firstAnsweredOn }: AskedCommittee,
  { timeZone, today }: Calendar,
): number | null {
  if (!askedAt) return null;
  return Math.max(0, daysBetween(dateIn(timeZone, askedAt), firstAnsweredOn ?? today));
}

export function askedWords(asked: AskedCommittee, calendar: Calendar): AskedWords {
  const { language, timeZone } = calendar;
  if (asked.answer) return { status: null, answer: answerWords(asked, asked.answer, calendar) };
  const words = asksCopy[language];
  const to = addressedTo(asked.committee.name[language], language);
  if (!asked.askedAt) {
    return {
      status: message(words.later, { to, count: formatNumber(asked.signatures, language) }, language),
      answer: null,
    };
  }
  const days = daysWaited(asked, calendar) ?? 0;
  const date = formatDate(dateIn(timeZone, asked.askedAt), language);
  const template = days === 0 ? words.today : words.unanswered;
  return { status: message(template, { to, date, days }, language), answer: null };
}

/** A committee can answer of its own accord before it is asked. */
function isBeforeAsked({ askedAt, firstAnsweredOn }: AskedCommittee, { timeZone }: Calendar): boolean {
  return askedAt !== null && firstAnsweredOn !== null && firstAnsweredOn < dateIn(timeZone, askedAt);
}

function answerWords(asked: AskedCommittee, answer: OfficialAnswer, calendar: Calendar): AnswerWords {
  const { language } = calendar;
  const words = asksCopy[language];
  const days = daysWaited(asked, calendar);
  const isFirst = asked.firstAnsweredOn === answer.answeredOn && !isBeforeAsked(asked, calendar);
  const date = formatDate(answer.answeredOn, language);
  const answered =
    days !== null && isFirst
      ? message(words.answered, { date, days }, language)
      : message(words.answeredUnasked, { date }, language);
  return {
    said: message(
      words.said,
      { committee: asked.committee.name[language], answer: words.answers[answer.answer] },
      language,
    ),
    replaced: answer.replacesOwn ? words.replaced : null,
    text: answer.text,
    language: answer.language,
    lines: [answered, ...givenLines(answer, language)],
    commitment: commitmentWords(answer, calendar),
    document: answer.document,
    earlier: answer.version - 1,
  };
}

export function givenLines(answer: OfficialAnswer, language: Language): string[] {
  const words = asksCopy[language];
  return [
    ...(answer.givenBy === 'link'
      ? []
      : [message(words.given[answer.givenBy], { place: answer.place ?? '' }, language)]),
    ...(answer.language === language || answer.text === ''
      ? []
      : [message(words.written, { language: words.language[answer.language] }, language)]),
  ];
}

export function commitmentWords(
  answer: OfficialAnswer,
  { today, language }: Pick<Calendar, 'today' | 'language'>,
): AnswerWords['commitment'] {
  const commitment = commitmentOf(answer, today);
  if (!commitment || answer.dueOn === null) return null;
  const words = asksCopy[language];
  const date = formatDate(answer.dueOn, language);
  if ('days' in commitment) {
    const { state, days } = commitment;
    const text = message(words.commitment[state], { date, days }, language);
    return { text, isOverdue: state === 'overdue', source: null };
  }
  const { state, on, source } = commitment;
  const text = message(words.commitment[state], { date, on: formatDate(on, language) }, language);
  return { text, isOverdue: false, source };
}
