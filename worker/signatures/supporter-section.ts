import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { SupporterLinkEnv } from './supporter-link.tsx';

/** What a feature holds of a supporter beside the signature. */
export type SupporterSection = {
  /** Its part of the supporter's page; null where it holds nothing of them. */
  shown?: (c: Context<SupporterLinkEnv>) => Promise<Child | null>;
  /** Its keys in the file that the supporter can download. */
  data?: (c: Context<SupporterLinkEnv>) => Promise<Record<string, unknown>>;
};
