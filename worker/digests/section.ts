import type { Child } from 'hono/jsx';
import type { Language, Text } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import type { District } from '../places/rules.ts';
import type { Deps } from '../platform/deps.ts';
import type { Query } from '../platform/query.ts';
import type { TrendWords } from './pages/week-by-week.tsx';
import type { Term, Week } from './week-rules.ts';

export type DigestCity = { slug: string; name: string; timeZone: string };
export type DigestPlaces = { city: DigestCity; districts: District[] };

/** A digest needs what has changed since the week, the JSON the counts of days; the staff page needs neither. */
export type SnapshotUse = 'digest' | 'staff-page' | 'json';

/** What every section says in a digest's frozen content of each petition, survey or the like. */
export type TallyHead = { slug: string; title: Text };

/** What a digest told of one of them, in short: lists of weeks are made of these. */
export type DigestLine = {
  slug: string;
  state: string;
  confirmed: number;
  change: number;
  /** How many of earlier weeks were corrected. */
  corrected: number;
};

export type SectionWords = {
  /** "the petition" in "because the petition and the survey are for the committee". */
  named: string;
  /** "the petition is addressed to the {committee}" after "because", where it stands alone. */
  reason: string;
  /** "signed" in "of the people who signed or answered". */
  did: string;
  /** Heads a staff page that shows nothing else. */
  page?: { title: string; intro: string };
  /** The label of a link to a file, and what its columns mean. A file of one has its {title}. */
  csv: { label: string; explained: string; columns: Record<string, string> };
};

/** `problems` are words for the log: where there are any, the digest is not made. */
export type MadePart<Tally> = { tallies: Tally[]; problems: string[] };

/** Something that happened: in one clause for the subject, and in a sentence. The heaviest of a mail is its subject. */
export type MailNews = { weight: number; subject: string; line: string };

/**
 * What stands together in a mail, in both its forms. Where not all of a mail fits, blocks of the lowest rank stay: 0
 * is what nobody may miss.
 */
export type MailBlock = { rank: 0 | 1 | 2; html: (accent: string) => Child; text: string | null };

/** What a mail says of one of its tallies. */
export type MailPart = {
  campaign: { slug: string; contactEmail: string };
  title: string;
  summary: string;
  /** Of the mail, in one clause, where nothing happened. */
  subject: string;
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
  /** The trend, and each week as it was told. */
  weekByWeek: (words: TrendWords) => Child;
};

/**
 * A feature's part of the weekly digest: of its mail, of the staff page and of the downloads. The types are the
 * section's own: the digest only keeps them and hands them back. A tally is what is frozen as JSON, a readable tally
 * what may still be read of it, such as without sentences that were taken back since.
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

  /** Its statements join the one batch that loads a digest. */
  snapshot(
    db: D1Database,
    committeeId: number,
    of: { section: string; week: Week; use: SnapshotUse },
  ): Query<Snapshot>;
  /** What it has to tell of a week, an empty list where that is nothing; and what in it does not add up. */
  make(snapshot: Snapshot, term: Term, places: DigestPlaces): MadePart<Tally>;
  line(tally: Tally): DigestLine;
  /** What stands at this moment. */
  now(snapshot: Snapshot, at: Date, places: DigestPlaces): Now[];
  /** Of several weeks at once. Left out where all that was frozen may be read for good. */
  readable?(deps: Deps, weeks: Tally[][]): Promise<Readable[][]>;

  /** `isFirst` where no other section has explained how people are counted. */
  howCounted(city: DigestCity, language: Language, isFirst: boolean): string[];
  mail(tally: Readable, surroundings: MailSurroundings): MailPart;
  weekOnPage(tally: Readable, props: WeekOnPage<Now>): Child;
  /** Before there is a week to show. */
  nowOnPage(now: Now, props: PageSurroundings & { asOf: Date }): Child;
  csv: {
    columns: readonly string[];
    /** One file for the whole committee, at KEY.csv, or a file for each of its tallies, at KEY/SLUG.csv. */
    filePer: 'committee' | 'tally';
    /** The beginning of the file's name; the slug of the committee or of the tally and a day follow. */
    fileName: string;
    rows(
      tally: Tally,
      week: { week: Week; weekEndsOn: string; city: DigestCity },
      language: Language,
    ): object[];
  };
  json: {
    /** The key of what stands now. */
    nowKey: string;
    week(tally: Readable, city: DigestCity, language: Language): object;
    now(now: Now, city: DigestCity, language: Language): object;
  };
};
