import type { Language, Text } from '../../web/language.ts';
import { day, monthsAfter } from '../platform/time/clock.ts';

/** For what a teller can allow a story. Each needs a consent of its own. */
export const uses = ['page', 'digest', 'hearing', 'press', 'training', 'other-city'] as const;
export type Use = (typeof uses)[number];

/** Uses outside of these pages: an organizer takes a sheet for them, and each sheet is an act. */
export const sheetUses = ['hearing', 'press', 'training', 'other-city'] as const satisfies Use[];
export type SheetUse = (typeof sheetUses)[number];

/** How the teller is named. The name is one that they chose for the story. */
export const namings = ['none', 'initial', 'name'] as const;
export type Naming = (typeof namings)[number];

/** The questions of the form. None asks for what was done to the teller. */
export const topics = ['police', 'training', 'city'] as const;
export type Topic = (typeof topics)[number];

/** What was told. It is sealed wherever it is stored. */
export type StoryTexts = { answers: Record<Topic, string>; name: string };

export type StoryState = 'invited' | 'begun' | 'ended';

export const pays = ['none', 'offered', 'declined', 'paid'] as const;
export type Pay = (typeof pays)[number];

export const stopReasons = ['recognizable', 'names-others', 'not-safe-now', 'asked', 'other'] as const;
export type StopReason = (typeof stopReasons)[number];

export type Story = {
  id: string;
  campaignId: number;
  partnerId: number;
  number: number;
  state: StoryState;
  invitedAt: Date;
  begunBy: string | null;
  language: Language;
  sealed: Uint8Array | null;
  version: number;
  lookedVersion: number;
  agreedAt: Date | null;
  pausedAt: Date | null;
  stoppedAt: Date | null;
  stopReason: StopReason | null;
  isExample: boolean;
  pay: Pay;
  payCents: number;
  keptUntil: Date | null;
};

export type Consent = {
  use: Use;
  version: number;
  named: Naming;
  language: Language;
  mayTranslate: boolean;
  from: Date;
  until: Date;
  agreedAt: Date;
  endedAt: Date | null;
};

/** How long an invitation holds. */
export const invitationKept = 30 * day;
/** How long a text is kept that nobody may show: not agreed to yet, taken down, or after its last consent has ended. */
export const unusedKept = 90 * day;
/** Between a yes and showing. */
export const coolingOff = 7 * day;
/** So long before a consent ends its renewal is asked for. */
export const renewalAsked = 30 * day;

export const monthsOffered = [3, 6, 12, 24, 36] as const;
export const usualMonths = 12;
/** In characters, of one answer. */
export const mostAnswer = 1500;
export const mostName = 40;
/** The most that one campaign can have, invitations included. */
export const mostStories = 500;

export type NotShown =
  | 'no-consent'
  | 'not-yet'
  | 'expired'
  | 'withdrawn'
  | 'other-text'
  | 'paused'
  | 'stopped'
  | 'closed'
  | 'erased';

/** `openUntil`: when the last of its open actions closes, in milliseconds; null if none is open. */
export type CampaignTerm = { isPublic: boolean; openUntil: number | null; hasClosed: boolean };

/** False once all actions of a campaign are closed, it is not public, or its kit has no stories. */
export function goesOn({ isPublic, openUntil, hasClosed }: CampaignTerm, now: Date): boolean {
  return isPublic && (openUntil === null ? !hasClosed : now.getTime() < openUntil);
}

type ShowableStory = Pick<Story, 'sealed' | 'version' | 'pausedAt' | 'stoppedAt'>;

/**
 * Why a story is not shown for the use of this consent; null while it is. Every place that shows a story asks this, and
 * asks it again each time.
 */
export function whyNotShown(
  story: ShowableStory,
  consent: Consent | null,
  { campaign, now }: { campaign: CampaignTerm; now: Date },
): NotShown | null {
  if (story.sealed === null) return 'erased';
  if (!consent) return 'no-consent';
  if (consent.endedAt !== null) return 'withdrawn';
  if (consent.version !== story.version) return 'other-text';
  if (now >= consent.until) return 'expired';
  if (story.stoppedAt !== null) return 'stopped';
  if (!goesOn(campaign, now)) return 'closed';
  if (story.pausedAt !== null) return 'paused';
  // Last, so that nobody reads when it begins while something else holds it back.
  return now < consent.from ? 'not-yet' : null;
}

/** What the teller agreed to for one use. */
export type Agreed = { use: Use; named: Naming; months: number; mayTranslate: boolean };

/** From seven days after the yes, for so many months of the calendar. */
export function termOf(now: Date, months: number, timeZone: string): { from: Date; until: Date } {
  const from = new Date(now.getTime() + coolingOff);
  return { from, until: monthsAfter(from, months, timeZone) };
}

/**
 * Until when a consent goes on after another yes to the same: as before, or less long if less time was chosen. Null
 * where it has to be agreed to like new.
 */
export function goesOnUntil(
  consent: Consent,
  agreed: Agreed,
  { story, timeZone, now }: { story: Pick<Story, 'version'>; timeZone: string; now: Date },
): Date | null {
  if (consent.until <= now || !isSameConsent(consent, agreed, story)) return null;
  const chosen = monthsAfter(beginOf(consent, now), agreed.months, timeZone);
  return new Date(Math.min(chosen.getTime(), consent.until.getTime()));
}

/** The least time to choose with which a consent goes on as long as it would: the form leaves it as it is. */
export function monthsLeft(consent: Pick<Consent, 'from' | 'until'>, timeZone: string, now: Date): number {
  const begins = beginOf(consent, now);
  const enough = monthsOffered.find((months) => monthsAfter(begins, months, timeZone) >= consent.until);
  return enough ?? usualMonths;
}

/** When the time begins that is chosen for what is agreed to already. */
function beginOf({ from }: Pick<Consent, 'from'>, now: Date): Date {
  return new Date(Math.max(now.getTime(), from.getTime()));
}

/** The same text, named in the same way, is not agreed to again. */
function isSameConsent(consent: Consent, agreed: Agreed, { version }: Pick<Story, 'version'>): boolean {
  return (
    consent.version === version &&
    consent.named === agreed.named &&
    consent.mayTranslate === agreed.mayTranslate
  );
}

/** How the teller is called; null where they want no name. */
export function namedAs(named: Naming, { name }: Pick<StoryTexts, 'name'>): string | null {
  if (named === 'none' || name === '') return null;
  if (named === 'name') return name;
  const [first = ''] = name.normalize('NFC');
  return `${first.toLocaleUpperCase()}.`;
}

/** What waits for the teller's guide: a consent that ends soon, and that the teller may want to renew. */
export function isToRenew({ endedAt, until }: Consent, now: Date): boolean {
  return endedAt === null && until.getTime() - renewalAsked <= now.getTime();
}

/** Until when a text is kept: some time after its last consent, or after now. */
export function keptUntilOf(consents: readonly Pick<Consent, 'endedAt' | 'until'>[], now: Date): Date {
  const last = consents.filter(({ endedAt }) => endedAt === null).map(({ until }) => until.getTime());
  return new Date(Math.max(now.getTime(), ...last) + unusedKept);
}

/** What a kit says of stories. */
export type StoriesOfKit = {
  /** The slugs of the partners that invite. */
  invitedBy: string[];
  /** What the campaign says about them itself, and what readers are told before they read; null for the usual words. */
  about: Text | null;
  contentNote: Text | null;
};
