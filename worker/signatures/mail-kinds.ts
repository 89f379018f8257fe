import { newLinkKind } from './new-link.ts';

/** The kinds of mail about a signature. */
export const supporterMailKinds = [
  'confirm',
  'again',
  'invite',
  'remind-1',
  'remind-2',
  newLinkKind,
] as const;
