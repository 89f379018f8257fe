import { changeLabel } from '../../web/components/change-label.ts';
import { formatNumber, type Language, message } from '../../web/language.ts';
import { copy } from './copy.ts';
import { shortDay, writtenDay } from './dates.ts';
import type { CommitteeLinks } from './links.ts';
import { howAllIsCounted, type ReadablePart } from './readable.ts';
import type { DigestHead } from './rules.ts';
import type { MailPart, SectionWords } from './section.ts';

export type DigestWords = NonNullable<ReturnType<typeof digestWords>>;

export type DigestToSay = {
  head: DigestHead;
  /** What each section has to tell, as far as it may still be read. */
  parts: ReadablePart[];
  language: Language;
  links: CommitteeLinks;
};

/** Everything the digest says, once, for its HTML and its plain text alike. Null where nothing may be read any more. */
export function digestWords({ head, parts, language, links }: DigestToSay) {
  const { city } = head;
  const surroundings = { city, language, publicUrl: links.publicUrl, staffUrl: links.staffUrl };
  const told = parts.filter(({ tallies }) => tallies.length > 0);
  const mailParts = told.flatMap(({ section, tallies }) =>
    tallies.map((tally) => section.mail(tally, surroundings)),
  );
  const [first] = mailParts;
  if (!first) return null;
  const sections = told.map(({ section }) => section.words[language]);
  const committee = head.committee.name[language];
  return {
    language,
    links,
    subject: subjectOf(sections, mailParts, { head, language }),
    masthead: message(
      copy[language].digest.masthead,
      { committee, council: head.council.name[language], date: writtenDay(head.weekEndsOn, language) },
      language,
    ),
    parts: mailParts,
    preheader: first.summary,
    /** Whose colours it wears. */
    campaign: first.campaign.slug,
    contacts: [...new Set(mailParts.map(({ campaign }) => campaign.contactEmail))],
    how: { heading: copy[language].digest.how, lines: howAllIsCounted(told, city, language) },
    why: whyMailed(sections, committee, language),
  };
}

/** "Petition and survey tally: A title and 1 more: 412 verified (+38), week ending 8 Nov". */
function subjectOf(
  sections: SectionWords[],
  parts: MailPart[],
  { head, language }: { head: DigestHead; language: Language },
): string {
  const words = copy[language].digest;
  const [first] = parts;
  const title = first?.title ?? '';
  const kinds = joined(
    sections.map(({ kind }) => kind),
    'conjunction',
    language,
  );
  return message(
    words.subject,
    {
      kinds: language === 'en' ? capitalized(kinds) : kinds,
      titles: parts.length > 1 ? message(words.more, { title, n: parts.length - 1 }, language) : title,
      confirmed: formatNumber(first?.confirmed ?? 0, language),
      counted: sections[0]?.counted ?? '',
      change: changeLabel(first?.change ?? 0, language),
      date: shortDay(head.weekEndsOn, language),
    },
    language,
  );
}

/** Why a committee gets a mail that tells of these sections. */
export function whyMailed(sections: SectionWords[], committee: string, language: Language): string {
  const words = copy[language].digest;
  const [first, ...others] = sections;
  const named = joined(
    sections.map((section) => section.named),
    'conjunction',
    language,
  );
  const did = joined(
    sections.map((section) => section.did),
    'disjunction',
    language,
  );
  const reason = first && others.length === 0 ? first.reason : words.reasons;
  return message(words.why, { reason: message(reason, { named, committee }, language), did }, language);
}

function joined(words: string[], type: 'conjunction' | 'disjunction', language: Language): string {
  return new Intl.ListFormat(language, { type }).format(words);
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
