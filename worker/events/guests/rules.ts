import type { Text } from '../../../web/language.ts';

/** What may be told of what is said there. */
export const quotings = ['on-record', 'chatham-house', 'no-press'] as const;
export type Quoting = (typeof quotings)[number];

/** Whom an event is for, such as a workshop for policymakers, and what they get there. */
export type Guests = {
  /** Offices. */
  forWhom: Text | null;
  isByInvitation: boolean;
  takeHome: Text | null;
  materials: { label: Text; url: string }[];
  quoting: Quoting | null;
};
