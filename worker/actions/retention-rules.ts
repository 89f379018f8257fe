import { day } from '../platform/time/clock.ts';
import type { ActionKind, ActionState } from './rules.ts';

/** An action with what decides how long it takes signatures and how long it keeps them. */
export type ActionLife = {
  id: number;
  kind: ActionKind;
  slug: string;
  state: ActionState;
  timeZone: string;
  closesAt: Date | null;
  closedAt: Date | null;
  retentionDays: number;
  /** Erasure was postponed until then. */
  keptUntil: Date | null;
  erasingToldAt: Date | null;
  erasedAt: Date | null;
};

/** Erasing is announced this long before. */
export const announcedBefore = 7 * day;

type Kept = Pick<ActionLife, 'closedAt' | 'retentionDays' | 'keptUntil' | 'erasingToldAt'>;

/**
 * When retention ends: counted from the actual closing, or as late as somebody has postponed it. Null while the action
 * is open.
 */
export function retentionEndsAt({
  closedAt,
  retentionDays,
  keptUntil,
}: Omit<Kept, 'erasingToldAt'>): Date | null {
  if (!closedAt) return null;
  return new Date(Math.max(closedAt.getTime() + retentionDays * day, keptUntil?.getTime() ?? 0));
}

export function isToAnnounce(life: Kept, now: Date): boolean {
  const end = retentionEndsAt(life);
  return end !== null && life.erasingToldAt === null && now.getTime() >= end.getTime() - announcedBefore;
}

/** At least a week after the announcement, however late that was; null if it was not announced. */
export function erasesAt(life: Kept): Date | null {
  const end = retentionEndsAt(life);
  if (!end || !life.erasingToldAt) return null;
  return new Date(Math.max(end.getTime(), life.erasingToldAt.getTime() + announcedBefore));
}
