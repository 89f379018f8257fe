import type { Campaign } from '../campaigns/rules.ts';
import { committeeQuery, type FoundCommittee } from '../councils/store.ts';
import type { Deps } from '../platform/deps.ts';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { campaignOfQuery } from './campaign-of.ts';
import { snapshotOfNowQuery } from './load-snapshot.ts';
import { type ReadablePart, readParts, storedQuery } from './readable.ts';
import type { DigestHead, DigestSnapshot } from './rules.ts';
import type { DigestCity, DigestSection, TallyHead } from './section.ts';
import {
  contentQuery,
  digestId,
  latestDigest,
  latestWeekQuery,
  linesQuery,
  type StoredLine,
} from './store.ts';
import { isWeek, laterThanAll, type Week } from './week-rules.ts';

/** The week to show (null: the latest), and the week before which older ones are listed. */
export type WeekAsked = { week: Week | null; before: Week | null };

export type NowPart = { section: DigestSection; all: TallyHead[] };

export type StaffPageLoaded = {
  city: DigestCity;
  shown: { head: DigestHead; parts: ReadablePart[] } | null;
  isLatest: boolean;
  list: { weeks: Week[]; lines: StoredLine[]; hasMore: boolean };
  before: Week | null;
  now: NowPart[];
};

/** Half a year: a page of the list does not grow with the weeks. */
const weeksListed = 26;

/** All that a staff page shows. `page` is null where there is no such week. */
export type StaffPageFound = {
  committee: FoundCommittee;
  campaign: Campaign | null;
  page: StaffPageLoaded | null;
};

/**
 * The committee, one week's digest with what of it may still be shown, a page of the list of weeks and the numbers of
 * now, in one batch. Null where there is no such committee.
 */
export async function loadStaffPage(
  deps: Deps,
  { committeeId, ...asked }: { committeeId: number; sections: readonly DigestSection[]; asked: WeekAsked },
  now: Date,
): Promise<StaffPageFound | null> {
  const found = await runQuery(deps.db, staffPageQuery(deps.db, committeeId, asked));
  const { committee, campaign } = found;
  return committee && { committee, campaign, page: await pageOf(deps, found, asked, now) };
}

type StaffPageRequest = { sections: readonly DigestSection[]; asked: WeekAsked };

function staffPageQuery(
  db: D1Database,
  committeeId: number,
  { sections, asked: { week, before } }: StaffPageRequest,
) {
  const digest = week === null ? latestDigest(committeeId) : knownValue(digestId(committeeId, week));
  return joinQueries({
    committee: committeeQuery(db, committeeId),
    campaign: campaignOfQuery(db, committeeId),
    content: contentQuery(db, committeeId, week),
    stored: storedQuery(db, sections, digest),
    latest: latestWeekQuery(db, committeeId),
    list: linesQuery(db, committeeId, { before: before ?? laterThanAll, most: weeksListed }),
    current: snapshotOfNowQuery(db, sections, committeeId, { use: 'staff-page' }),
  });
}

type Found = ReturnType<ReturnType<typeof staffPageQuery>['read']>;

async function pageOf(
  deps: Deps,
  { content, stored, latest, list, current }: Found,
  { sections, asked: { week, before } }: StaffPageRequest,
  now: Date,
): Promise<StaffPageLoaded | null> {
  if (before !== null && !isWeek(before)) return null;
  if (!current || (week !== null && !content)) return null;
  const [parts = []] = content ? await readParts(deps, sections, { contents: [content], stored }) : [];
  return {
    city: current.city,
    shown: content && { head: content, parts },
    isLatest: content === null || content.week === latest,
    list,
    before,
    now: nowParts(current, now),
  };
}

/** What stands at this moment, by section. */
export function nowParts({ parts, city, districts }: DigestSnapshot, at: Date): NowPart[] {
  return parts.map(({ section, snapshot }) => {
    return { section, all: section.now(snapshot, at, { city, districts }) };
  });
}
