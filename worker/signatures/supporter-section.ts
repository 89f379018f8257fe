import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { PageContext } from '../platform/http/app-env.ts';
import type { FormToConfirm } from './confirm-forms.ts';
import type { SupporterLinkEnv } from './supporter-link.tsx';

/** What a feature holds of a supporter beside the signature. */
export type SupporterSection = {
  /**
   * Its part of the confirm page: everything of the form that will count, such as answers. What is changed has to
   * change the signature with it (`belongingsChangeStatement`), because a press counts only for what it was shown.
   * Null where it holds nothing.
   */
  toConfirm?: (c: PageContext, form: FormToConfirm) => Promise<Child | null>;
  /** Its part of the supporter's page; null where it holds nothing of them. */
  shown?: (c: Context<SupporterLinkEnv>) => Promise<Child | null>;
  /** Its keys in the file that the supporter can download. */
  data?: (c: Context<SupporterLinkEnv>) => Promise<Record<string, unknown>>;
};
