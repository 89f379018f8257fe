import { formatNumber, message } from '../../web/language.ts';
import { copy as shared } from '../../web/pages/tallies/copy.ts';
import { shortDay, writtenDay } from '../../web/pages/tallies/dates.ts';
import {
  accountRows,
  correctionLine,
  howCounted,
  inCity,
  isDistrict,
  nextLines,
  placeLabel,
  possibleLine,
  signed,
  sinceMailOf,
  summaryOf,
} from '../../web/pages/tallies/sentences.ts';
import type { Language } from '../platform/app-env.ts';
import { copy } from './copy.ts';
import type { TallyLinks } from './links.ts';
import type { PetitionTally, TallyContent } from './rules.ts';

export type DigestMail = {
  to: string;
  language: Language;
  accent: string;
  content: TallyContent;
  links: TallyLinks;
};

/** Numbers as they are shown; `share` of the largest district, 0 to 1, null where there is too little for a bar. */
export type NumberRow = { label: string; value: string; share?: number | null };

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
  const [first] = content.petitions;
  if (!first) throw new Error('a digest tells of a petition');
  const committee = content.committee.name[language];
  const contacts = [...new Set(content.petitions.map(({ campaign }) => campaign.contactEmail))];
  return {
    language,
    subject: subjectOf(content, first, language),
    masthead: message(
      words.masthead,
      {
        committee,
        council: content.council.name[language],
        date: writtenDay(content.weekEndsOn, language),
      },
      language,
    ),
    petitions: content.petitions.map((tally) => petitionWords(tally, content, language, links)),
    how: howCounted(content.city, language),
    questions: message(words.questions, { contact: contacts.join(', ') }, language),
    why: message(words.why, { committee }, language),
    contact: first.campaign.contactEmail,
    links,
  };
}

function subjectOf(content: TallyContent, first: PetitionTally, language: Language): string {
  const words = copy[language].digest;
  const title = first.title[language];
  const others = content.petitions.length - 1;
  return message(
    words.subject,
    {
      titles: others > 0 ? message(words.more, { title, n: others }, language) : title,
      confirmed: formatNumber(first.confirmed, language),
      change: signed(first.change, language),
      date: shortDay(content.weekEndsOn, language),
    },
    language,
  );
}

function petitionWords(
  tally: PetitionTally,
  { city }: TallyContent,
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
    account: accountRows(tally.account, language).map(({ label, value }) => row(label, value)),
    received: row(words.account.received, tally.account.received),
    corrections: tally.corrections.map((correction) => correctionLine(correction, language)),
    possible: possibleLine(tally.possibleDuplicates, language),
    next: nextLines(tally, city.timeZone, language),
    liveUrl: links.petitionUrl(tally.slug),
  };
}
