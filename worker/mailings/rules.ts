export const mailingStates = [
  'draft',
  'dropped',
  'counting',
  'ready',
  'sending',
  'paused',
  'done',
  'stopped',
] as const;
export type MailingState = (typeof mailingStates)[number];

/** `news` is written by an organizer, `answers` tells what a committee answered. */
export type MailingKind = 'news' | 'answers';

export type PausedBy = 'bounces' | 'complaints';

/** A mail of a campaign to the supporters who checked the box for news. */
export type Mailing = {
  id: number;
  campaignId: number;
  kind: MailingKind;
  /** Null: all petitions and surveys of the campaign. */
  actionId: number | null;
  /** Null: everywhere. */
  place: string | null;
  /** As the feature that wrote it reads it. */
  content: unknown;
  version: number;
  state: MailingState;
  pausedBy: PausedBy | null;
  /** Who last saved it. */
  madeBy: string;
  changedAt: Date;
  sendsAt: Date | null;
  begunAt: Date | null;
  endedAt: Date | null;
  round: number;
  atAction: number;
  atRow: number;
  people: number;
  leftOut: number;
  passed: number;
  queued: number;
  unsubscribed: number;
  bouncedBefore: number;
  complainedBefore: number;
  hasList: boolean;
  figures: Figures;
};

/** How the mails fare. `waiting` is what is in the outbox and not sent yet. */
export type Figures = {
  sent: number;
  delivered: number;
  bounced: number;
  complained: number;
  failed: number;
  uncertain: number;
  cancelled: number;
  waiting: number;
};

/** Shares of what was sent above which a mailing pauses by itself, if they are at least so many people. */
export const tooManyBounced = { share: 0.05, least: 5 };
export const tooManyComplained = { share: 0.002, least: 3 };

/** Why a mailing must pause, if it must. What somebody has seen when they resumed it does not pause it again. */
export function mustPause({
  figures: { sent, bounced, complained },
  bouncedBefore,
  complainedBefore,
}: Pick<Mailing, 'figures' | 'bouncedBefore' | 'complainedBefore'>): PausedBy | null {
  const isMore = (n: number, before: number, { share, least }: typeof tooManyBounced) =>
    n - before >= least && n > share * sent;
  if (isMore(complained, complainedBefore, tooManyComplained)) return 'complaints';
  if (isMore(bounced, bouncedBefore, tooManyBounced)) return 'bounces';
  return null;
}

/**
 * The next step waits until fewer than this wait in the outbox. So a pause holds almost everybody, and a confirmation
 * that somebody waits for goes out after two requests at most.
 */
export const mostWaiting = 100;

/** What the buttons of a page name, so that nothing is decided about a mailing that has changed. */
export function seenOf({ id, state, version }: Pick<Mailing, 'id' | 'state' | 'version'>): string {
  return `${id} ${state} ${version}`;
}
