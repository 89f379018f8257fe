import { type CampaignTerm, type Consent, type Story, whyNotShown } from './rules.ts';

export type StoryNow =
  | 'invited'
  | 'begun'
  | 'draft'
  | 'public'
  | 'used'
  | 'later'
  | 'over'
  | 'closed'
  | 'paused'
  | 'stopped'
  | 'ended';

/** How a story stands now, for organizers. `from`: when its first use begins, where none has begun yet. */
export function nowOf(
  story: Story,
  consents: readonly Consent[],
  at: { campaign: CampaignTerm; now: Date },
): { state: StoryNow; from: Date | null } {
  const { state, version, agreedAt, stoppedAt } = story;
  if (state !== 'begun') return { state, from: null };
  if (stoppedAt) return { state: 'stopped', from: null };
  if (version === 0) return { state: 'begun', from: null };
  if (!agreedAt) return { state: 'draft', from: null };
  const why = consents.map((consent) => ({ consent, why: whyNotShown(story, consent, at) }));
  const shown = why.filter((one) => one.why === null);
  if (shown.some(({ consent }) => consent.use === 'page')) return { state: 'public', from: null };
  if (shown.length > 0) return { state: 'used', from: null };
  const held = (['closed', 'paused'] as const).find((one) => why.some((found) => found.why === one));
  if (held) return { state: held, from: null };
  const begins = why.filter((one) => one.why === 'not-yet').map(({ consent }) => consent.from.getTime());
  return begins.length > 0
    ? { state: 'later', from: new Date(Math.min(...begins)) }
    : { state: 'over', from: null };
}
