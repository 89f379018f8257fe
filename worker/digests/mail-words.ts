import { formatNumber, type Language, message } from '../../web/language.ts';
import { surveyWords } from '../surveys/digest/mail-surveys.ts';
import { howAllCounted } from '../surveys/digest/pages/survey-sentences.ts';
import type { ToldSurvey } from '../surveys/digest/read-words.ts';
import { copy } from './copy.ts';
import type { TallyLinks } from './links.ts';
import { partnerTable } from './mail-partners.ts';
import type { NumberRow, NumberTable } from './mail-rows.ts';
import { copy as shared } from './pages/copy.ts';
import { shortDay, writtenDay } from './pages/dates.ts';
import {
  accountRows,
  correctionLine,
  inCity,
  isDistrict,
  nextLines,
  placeLabel,
  possibleLine,
  signed,
  sinceMailOf,
  summaryOf,
} from './pages/sentences.ts';
import type { PetitionTally, TallyContent } from './rules.ts';

/** Content with the sentences that may still be told. */
export type MailContent = Omit<TallyContent, 'surveys'> & { surveys?: ToldSurvey[] };

export type DigestMail = {
  to: string;
  language: Language;
  accent: string;
  content: MailContent;
  links: TallyLinks;
};

export type PetitionWords = {
  title: string;
  summary: string;
  confirmed: string;
  change: string;
  /** A fall in words, and what a monthly reader has missed. */
  notes: string[];
  districts: NumberRow[];
  places: NumberRow[];
  total: NumberRow;
  account: NumberRow[];
  received: NumberRow;
  partners: NumberTable | null;
  corrections: string[];
  possible: string;
  next: string[];
  liveUrl: string;
};

export type DigestWords = ReturnType<typeof digestWords>;

// Fewer than this in all, and bars would claim more than there is.
const enoughForBars = 10;

/** Everything the digest says, once, for its HTML and its plain text alike. */
export function digestWords({ content, language, links }: Omit<DigestMail, 'to' | 'accent'>) {
  const words = copy[language].digest;
  const { petitions, surveys = [] } = content;
  const told = [...petitions, ...surveys];
  const [first] = told;
  if (!first) throw new Error('a digest tells of a petition or a survey');
  const committee = content.committee.name[language];
  const contacts = [...new Set(told.map(({ campaign }) => campaign.contactEmail))];
  const { subject, why } = templatesOf(content, language);
  return {
    language,
    subject: subjectOf(subject, { content, first, others: told.length - 1 }, language),
    masthead: message(
      words.masthead,
      {
        committee,
        council: content.council.name[language],
        date: writtenDay(content.weekEndsOn, language),
      },
      language,
    ),
    petitions: petitions.map((tally) => petitionWords(tally, content.city, language, links)),
    surveys: surveys.map((tally) => surveyWords(tally, content.city, language, links)),
    how: howAllCounted(content.city, language, { petitions: petitions.length, surveys: surveys.length }),
    questions: message(words.questions, { contact: contacts.join(', ') }, language),
    why: message(why, { committee }, language),
    contact: first.campaign.contactEmail,
    links,
  };
}

function templatesOf({ petitions, surveys = [] }: MailContent, language: Language) {
  const words = copy[language].digest;
  if (surveys.length === 0) return words;
  const which = petitions.length > 0 ? 'both' : 'survey';
  return { subject: words.subjects[which], why: words.whys[which] };
}

function subjectOf(
  subject: string,
  { content, first, others }: { content: MailContent; first: PetitionTally; others: number },
  language: Language,
): string {
  const title = first.title[language];
  const titles = others > 0 ? message(copy[language].digest.more, { title, n: others }, language) : title;
  return message(
    subject,
    {
      titles,
      confirmed: formatNumber(first.confirmed, language),
      change: signed(first.change, language),
      date: shortDay(content.weekEndsOn, language),
    },
    language,
  );
}

function petitionWords(
  tally: PetitionTally,
  city: TallyContent['city'],
  language: Language,
  links: TallyLinks,
): PetitionWords {
  const words = shared[language];
  const number = (n: number) => formatNumber(n, language);
  const row = (label: string, value: number): NumberRow => ({ label, value: number(value) });
  const place = (one: PetitionTally['byPlace'][number]) =>
    row(placeLabel(one, city.name, language), one.confirmed);
  const districts = tally.byPlace.filter(isDistrict).toSorted((a, b) => b.confirmed - a.confirmed);
  const most = inCity(tally) < enoughForBars ? 0 : (districts[0]?.confirmed ?? 0);
  const sinceMail = sinceMailOf(tally, language);
  return {
    title: tally.title[language],
    summary: summaryOf(tally, city.name, language),
    confirmed: number(tally.confirmed),
    change: signed(tally.change, language),
    notes: [
      ...(tally.state === 'open' ? [] : [`${words.state[tally.state]}.`]),
      ...(tally.change < 0 ? [words.fall] : []),
      ...(sinceMail ? [sinceMail] : []),
    ],
    districts: districts.map((one) => ({ ...place(one), share: most > 0 ? one.confirmed / most : null })),
    places: [
      row(message(words.places.inCity, { city: city.name }, language), inCity(tally)),
      ...tally.byPlace.filter((one) => !isDistrict(one)).map(place),
    ],
    total: row(words.places.total, tally.confirmed),
    account: accountRows(tally.account, words).map(({ label, value }) => row(label, value)),
    received: row(words.account.received, tally.account.received),
    partners: partnerTable(tally, words, language),
    corrections: tally.corrections.map((correction) => correctionLine(correction, language)),
    possible: possibleLine(tally.possibleDuplicates, language),
    next: nextLines(tally, city.timeZone, language),
    liveUrl: links.petitionUrl(tally.slug),
  };
}
