/** What an organizer has decided about a text that its owner wants to show. */
export type Look = 'waiting' | 'shown' | 'hidden';

/** Why a text was hidden. Its owner is told in words. The first one is chosen unless a moderator chooses another. */
export const hiddenReasons = [
  'other',
  'insult',
  'personal',
  'advertising',
  'off-topic',
  'false-name',
] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

export function asHiddenReason(value: string | undefined): HiddenReason | null {
  return hiddenReasons.find((reason) => reason === value) ?? null;
}

/** The version of a text that the organizer saw. A decision about another version is not made. */
export function seenOf({ look, version }: { look: Look; version: string }): string {
  return `${look}.${version}`;
}
