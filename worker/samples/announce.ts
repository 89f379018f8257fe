import { datesOf } from '../digests/week-rules.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { Deps } from '../platform/deps.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { isPlain, isVisible, lengthOf, tidyLine } from '../platform/text/text-rules.ts';
import { dayIn, weekIn } from '../platform/time/clock.ts';
import { findLastStatement } from '../statements/log-store.ts';
import { dayChoices, longestSource, type Sample, sizeAtLeast, sizeAtMost } from './rules.ts';
import { insertSampleStatement, nextSampleId } from './store.ts';

export type Announcement = Pick<Sample, 'size' | 'days' | 'source' | 'seedOn' | 'week'>;

/** Over a year away, a seed is a mistake. */
const mostDaysAhead = 60;

/** The seed has to be known after the end of this week, so that nobody knows it while signatures still come in. */
export function parseAnnouncement(
  values: Record<string, string>,
  { timeZone, now }: { timeZone: string; now: Date },
): Result<Announcement, FieldError[]> {
  const week = weekIn(timeZone, now);
  const { endsOn } = datesOf(week);
  const size = Number((values.size ?? '').replace(/[\s,.]/g, ''));
  const days = Number(values.days);
  const source = tidyLine(values.source ?? '');
  const seedOn = (values.seed_on ?? '').trim();
  const day = dayIn(timeZone, seedOn);
  const isFar = day !== null && day.from.getTime() > now.getTime() + mostDaysAhead * 86_400_000;
  const isText = isVisible(source) && isPlain(source) && lengthOf(source) <= longestSource;
  const checks: [string, string, boolean][] = [
    ['size', 'size', Number.isInteger(size) && size >= sizeAtLeast && size <= sizeAtMost],
    ['source', 'source', isText],
    ['seed_on', 'day', day !== null && !isFar],
    ['seed_on', 'early', day === null || seedOn > endsOn],
    ['days', 'days', dayChoices.some((choice) => choice === days)],
  ];
  const errors = checks.flatMap(([field, code, holds]) => (holds ? [] : [{ field, code }]));
  return errors.length > 0 ? err(errors) : ok({ size, days, source, seedOn, week });
}

type By = { campaign: { id: number; slug: string }; actor: string; now: Date };

export type AnnounceRefusal = { reason: 'taken' | 'told-already' };

/** Refused while another sample of the same action is not over, and once the week has its statement. */
export async function announce(
  deps: Deps,
  announcement: Announcement,
  { action, campaign, actor, now }: By & { action: { id: number } },
): Promise<Result<{ id: number; act: string }, AnnounceRefusal>> {
  const id = await nextSampleId(deps.db);
  const sample = { ...announcement, campaignId: campaign.id, actionId: action.id, announcedAt: now };
  const { size, week } = announcement;
  const done = await commitWithAct(deps, {
    act: {
      ...{ campaign, actor, kind: 'announce-sample', subject: subjectOf(id) },
      after: { 'sample size': size, week },
    },
    steps: [{ statement: insertSampleStatement(deps.db, id, sample), changes: 1 }],
    now,
  });
  if (done.ok) return ok({ id, act: done.value.id });
  const last = await findLastStatement(deps.db, action.id);
  return err({ reason: last && last.week >= week ? 'told-already' : 'taken' });
}

const subjectBegin = 'sample ';

export function subjectOf(id: number): string {
  return `${subjectBegin}${id}`;
}

export function idIn(subject: string): number | null {
  const id = Number(subject.startsWith(subjectBegin) ? subject.slice(subjectBegin.length) : Number.NaN);
  return Number.isInteger(id) ? id : null;
}
