import { type Addressee, addressee } from '../../web/addressee.ts';
import { type Language, message } from '../../web/language.ts';
import { copy } from './copy.ts';
import { writtenDay } from './dates.ts';
import type { CommitteeLinks } from './links.ts';
import { howAllIsCounted, leadingFirst, type ReadablePart } from './readable.ts';
import { type DigestHead, isCounting } from './rules.ts';
import type { MailPart, SectionWords } from './section.ts';

const mostNews = 10;
/** Of a number that changed, among the weights of news. */
const changedWeight = 0.35;

export type DigestWords = NonNullable<ReturnType<typeof digestWords>>;

export type DigestToSay = {
  head: DigestHead;
  /** The tallies of each section, as far as they may still be shown. */
  parts: ReadablePart[];
  language: Language;
  links: CommitteeLinks;
};

/** All texts of a digest, shared by its HTML and its plain text. Null if nothing may be shown anymore. */
export function digestWords({ head, parts, language, links }: DigestToSay) {
  const { city } = head;
  const surroundings = { city, language, publicUrl: links.publicUrl, staffUrl: links.staffUrl };
  const told = parts.filter(({ tallies }) => tallies.length > 0);
  const inOrder = leadingFirst(told);
  const items = inOrder.flatMap(({ section, tallies }) =>
    tallies.map((tally) => ({ section, part: section.mail(tally, surroundings) })),
  );
  const mailParts = items.map(({ part }) => part);
  const [first] = mailParts;
  if (!first) return null;
  const isLed = inOrder[0]?.section.leads ?? false;
  const { news, top, changed, others } = said(items, isLed);
  const main = (isLed ? null : changed) ?? first;
  const lines = news.slice(0, mostNews).map(({ line }) => line);
  const counting = told.filter(({ section }) => isCounting(section));
  const sections = (counting.length > 0 ? counting : told).map(({ section }) => section.words[language]);
  const names = addressee(
    { committee: head.committee.name[language], council: head.council.name[language] },
    language,
  );
  return {
    language,
    links,
    subject: isLed ? main.subject : withOthers((top ?? main).subject, others, language),
    // What the subject says stands first.
    news: !top && lines.length > 0 ? [main.summary, ...lines] : lines,
    masthead: message(
      copy[language].digest.masthead,
      {
        ...names,
        date: writtenDay(head.weekEndsOn, language),
      },
      language,
    ),
    parts: mailParts,
    preheader: top?.line ?? main.summary,
    /** The campaign whose colors it has. */
    campaign: first.campaign.slug,
    contacts: [...new Set(mailParts.map(({ campaign }) => campaign.contactEmail))],
    how: { heading: copy[language].digest.how, lines: howAllIsCounted(told, city, language) },
    records: recordsOf(head, links, language),
    why: whyMailed(sections, names, language),
  };
}

type Item = { section: ReadablePart['section']; part: MailPart };

/**
 * All news, and what the subject says: the heaviest of them, or else the part whose number changed. `others`: the
 * sections beside that one that have news.
 */
function said(items: readonly Item[], isLed: boolean) {
  const news = items
    .flatMap(({ section, part }) => part.news.map((one) => ({ ...one, section })))
    .sort((a, b) => b.weight - a.weight);
  const changed = items.find(({ part }) => part.hasChanged);
  const [heaviest] = isLed ? [] : news;
  const top = heaviest && (heaviest.weight > changedWeight || !changed) ? heaviest : null;
  const newIn = new Set(news.map(({ section }) => section));
  const subject = top ?? changed;
  if (subject) newIn.delete(subject.section);
  return { news, top, changed: changed?.part, others: newIn.size };
}

/** A subject is no sentence with a period. It counts the other sections that have news. */
function withOthers(subject: string, n: number, language: Language): string {
  const said = subject.replace(/\.$/, '');
  return n === 0 ? said : message(copy[language].digest.andMore, { subject: said, n }, language);
}

/** A longer mail would be cut off; the others are on the pages of their petitions. */
const mostRecords = 20;

/** Where the numbers can be checked against the public log. Null for a digest without signed records. */
function recordsOf({ records = [] }: DigestHead, { publicUrl }: CommitteeLinks, language: Language) {
  const words = copy[language].digest.records;
  if (records.length === 0) return null;
  return {
    heading: words.heading,
    lead: words.lead,
    links: records.slice(0, mostRecords).map(({ slug, page, proof }) => ({
      label: records.length > 1 ? `${words.page} (${slug})` : words.page,
      href: publicUrl + page,
      proofLabel: words.proof,
      proofHref: publicUrl + proof,
    })),
  };
}

/** The reason a committee gets a mail with these sections. */
export function whyMailed(sections: SectionWords[], names: Addressee, language: Language): string {
  const words = copy[language].digest;
  const [first, ...others] = sections;
  const named = joined(
    sections.map((section) => section.named),
    'conjunction',
    language,
  );
  const did = joined(
    sections.flatMap((section) => section.did ?? []),
    'disjunction',
    language,
  );
  const reason = first && others.length === 0 ? first.reason : words.reasons;
  return message(
    words.why,
    { reason: message(reason, { named, ...names }, language), did: did || words.did },
    language,
  );
}

function joined(words: string[], type: 'conjunction' | 'disjunction', language: Language): string {
  return new Intl.ListFormat(language, { type }).format(words);
}
