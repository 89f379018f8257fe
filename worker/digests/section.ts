import type { Child } from 'hono/jsx';
import type { Language, Text } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import type { District } from '../places/rules.ts';
import type { Deps } from '../platform/deps.ts';
import type { Query, Subquery } from '../platform/query.ts';
import type { ActionCounts } from './counts-rules.ts';
import type { TrendWords } from './pages/week-by-week.tsx';
import type { Term, Week } from './week-rules.ts';

/** Digests from before this was asked do not say whether there are districts; there were. */
export type DigestCity = { slug: string; name: string; timeZone: string; hasDistricts?: boolean };
export type DigestPlaces = { city: DigestCity; districts: District[] };

/** A digest needs the changes since the week, the JSON needs the counts of days; the staff page needs neither. */
/** The days to list in the JSON: those of so many weeks before one. */
export type DaysAsked = { before: Week; weeks: number };

export type SnapshotUse = 'digest' | 'staff-page' | 'json';

/** What every section stores for each of its tallies in a digest's frozen content. */
export type TallyHead = { slug: string; title: Text };

/** A short line about one tally of one digest; lists of weeks are made of these. */
export type DigestLine = {
  slug: string;
  state: string;
  confirmed: number;
  change: number;
  /** How many signatures of earlier weeks were corrected. */
  corrected: number;
};

export type SectionWords = {
  /** "the petition" in "because the petition and the survey are for the committee". */
  named: string;
  /** "the petition is addressed to the {committee}" after "because", where it stands alone. */
  reason: string;
  /** "signed" in "of the people who signed or answered". Left out where it counts nobody. */
  did?: string;
  /** The heading of a staff page that shows only this section. */
  page?: { title: string; intro: string };
  /** Where each of its tallies has a file: the label of the link, with its {title}, and what its columns mean. */
  csv?: { label: string; explained: string; columns: Record<string, string> };
};

/** `problems` go to the log; if there are any, the digest is not made. */
export type MadePart<Tally> = { tallies: Tally[]; problems: string[] };

/** Something that happened: in one clause for the subject, and in a sentence. The heaviest of a mail is its subject. */
export type MailNews = { weight: number; subject: string; line: string };

/**
 * What stands together in a mail, in both its forms. Where not all of a mail fits, blocks of the lowest rank stay: 0
 * is what nobody may miss.
 */
export type MailBlock = { rank: 0 | 1 | 2; html: (accent: string) => Child; text: string | null };

/** The part of a mail about one tally. */
export type MailPart = {
  campaign: { slug: string; contactEmail: string };
  title: string;
  summary: string;
  /** Of the mail, in one clause, if nothing happened. The first part in which a number changed comes first. */
  subject: string;
  hasChanged?: boolean;
  news: MailNews[];
  blocks: MailBlock[];
};

export type MailSurroundings = {
  city: DigestCity;
  language: Language;
  publicUrl: string;
  staffUrl: string;
};

export type PageSurroundings = { city: DigestCity; shell: Shell };

export type WeekOnPage<Now> = PageSurroundings & {
  /** The end of the week, in words. */
  asOf: string;
  /** The numbers of now; null while an earlier week is shown. */
  now: { asOf: Date; of: Now } | null;
  /** The trend, and each week as its digest told it. */
  weekByWeek: (words: TrendWords) => Child;
};

/**
 * A feature's part of the weekly digest: of its mail, of the staff page and of the downloads. The types are the
 * section's own: the digest only stores them and hands them back. A tally is frozen as JSON; a readable tally is the
 * part that may still be shown, for instance without sentences that were withdrawn later.
 */
export type DigestSection<
  Snapshot = unknown,
  Tally extends TallyHead = TallyHead,
  Readable extends TallyHead = TallyHead,
  Now extends TallyHead = TallyHead,
> = {
  /** The name of its part in the frozen content, in the JSON and in addresses, such as `pledges`. It never changes. */
  key: string;
  words: Record<Language, SectionWords>;
  /**
   * Where it has a tally, its part stands first in the mail and on the staff page, and the subject of each mail is its
   * own, whatever else happened. So a committee knows such mails by their subject.
   */
  leads?: true;

  /** Its statements join the one batch that loads a digest. */
  snapshot(
    db: D1Database,
    committeeId: number,
    of: { section: string; week: Week; use: SnapshotUse; days?: DaysAsked },
  ): Query<Snapshot>;
  /** Its tallies of a week, which may be none, and what does not add up in them. `at`: when the digest is made. */
  make(snapshot: Snapshot, term: Term, places: DigestPlaces, at: Date): MadePart<Tally>;
  /**
   * Left out, like `csv`, where it counts nothing: such a part accompanies those of others, makes no digest and is not
   * named as its reason.
   */
  line?(tally: Tally): DigestLine;
  /** Whether a week with nothing else gets a digest for this tally. Left out if it always does. */
  isWorthADigest?(tally: Tally): boolean;
  /** What stands at this moment. */
  now(snapshot: Snapshot, at: Date, places: DigestPlaces): Now[];
  /** Left out if everything that was frozen may always be shown. */
  readable?: {
    /** What is stored today about the frozen tallies that `told` selects as `tallies`, one digest a row. */
    stored(db: D1Database, told: Subquery): Query<unknown>;
    /** For several weeks at once. */
    weeks(deps: Deps, weeks: Tally[][], stored: unknown): Promise<Readable[][]>;
  };

  /** `isFirst` if no earlier section has explained how people are counted. */
  howCounted(city: DigestCity, language: Language, isFirst: boolean): string[];
  mail(tally: Readable, surroundings: MailSurroundings): MailPart;
  weekOnPage(tally: Readable, props: WeekOnPage<Now>): Child;
  /** Before there is a week to show. */
  nowOnPage(now: Now, props: PageSurroundings & { asOf: Date }): Child;
  /** Every tally has a row with its total in the file of all weeks. */
  csv?: {
    /** What its tallies are of, such as `pledge`. */
    kind: string;
    /** For rows of places, sources and partners. Left out if a tally is one number. */
    counts?(tally: Tally | Now): ActionCounts;
    /** A file for each of its tallies, at KEY/SLUG.csv. */
    own?: {
      columns: readonly string[];
      /** The beginning of the file's name; the slug of the tally and a day follow. */
      fileName: string;
      rows(
        tally: Tally,
        week: { week: Week; weekEndsOn: string; city: DigestCity },
        language: Language,
      ): object[];
    };
  };
  json: {
    /** The key of what stands now. */
    nowKey: string;
    week(tally: Readable, city: DigestCity, language: Language): object;
    now(now: Now, city: DigestCity, language: Language): object;
  };
};

/** A section whose tallies are numbers of its own. */
export type CountingSection = DigestSection & Required<Pick<DigestSection, 'line' | 'csv'>>;
