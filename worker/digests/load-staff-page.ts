import type { Deps } from '../platform/deps.ts';
import { joinQueries, runQuery } from '../platform/query.ts';
import { snapshotOfNowQuery } from './load-snapshot.ts';
import { type ReadablePart, readParts } from './readable.ts';
import type { DigestHead, DigestSnapshot } from './rules.ts';
import type { DigestCity, DigestSection, TallyHead } from './section.ts';
import { contentQuery, latestWeekQuery, linesQuery, type StoredLine } from './store.ts';
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

/** One week's digest, a page of the list of weeks and the numbers of now, in one batch. Null where there is no such week. */
export async function loadStaffPage(
  deps: Deps,
  {
    committeeId,
    sections,
    asked,
    now,
  }: { committeeId: number; sections: readonly DigestSection[]; asked: WeekAsked; now: Date },
): Promise<StaffPageLoaded | null> {
  const { db } = deps;
  if (asked.before !== null && !isWeek(asked.before)) return null;
  const { content, latest, list, current } = await runQuery(
    db,
    joinQueries({
      content: contentQuery(db, committeeId, asked.week),
      latest: latestWeekQuery(db, committeeId),
      list: linesQuery(db, committeeId, { before: asked.before ?? laterThanAll, most: weeksListed }),
      current: snapshotOfNowQuery(db, sections, committeeId, { use: 'staff-page' }),
    }),
  );
  if (!current || (asked.week !== null && !content)) return null;
  const [parts = []] = content ? await readParts(deps, sections, [content]) : [];
  return {
    city: current.city,
    shown: content && { head: content, parts },
    isLatest: content === null || content.week === latest,
    list,
    before: asked.before,
    now: nowParts(current, now),
  };
}

/** What stands at this moment, by section. */
export function nowParts({ parts, city, districts }: DigestSnapshot, at: Date): NowPart[] {
  return parts.map(({ section, snapshot }) => {
    return { section, all: section.now(snapshot, at, { city, districts }) };
  });
}
