import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { ActionContext } from '../actions/context.ts';
import type { SupporterWords } from '../actions/kind.ts';
import type { ActionKind } from '../actions/rules.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import type { FormToConfirm } from './confirm-forms.ts';
import type { SupporterLinkEnv } from './supporter-link.tsx';

/** What a feature stores about a supporter in addition to the signature. */
export type SupporterSection = {
  /**
   * Its part of the confirm page: everything in the form that will count, such as answers. A change of it must change
   * the signature too (`belongingsChangeStatement`), because a press counts only for what was shown. Null if it stores
   * nothing. In a list each form has its own heading, and the heading of the part is under it.
   */
  toConfirm?: (c: PageContext, form: FormToConfirm, place: { isListed: boolean }) => Promise<Child | null>;
  /** Its part of the supporter's page; null if it stores nothing about them. `words` are those of the action's kind. */
  shown?: (c: Context<SupporterLinkEnv>, words: SupporterWords) => Promise<Child | null>;
  /** Its keys in the file that the supporter can download. */
  data?: (c: Context<SupporterLinkEnv>) => Promise<Record<string, unknown>>;
};

/** A section that stores something about those who took part in one kind of action. It is imported for them alone. */
export function onlyFor(kind: ActionKind, load: () => Promise<SupporterSection>): SupporterSection {
  const sectionFor = async ({ context }: { context: ActionContext }) =>
    context.action.kind === kind ? load() : null;
  return {
    toConfirm: async (c, form, place) => (await sectionFor(form))?.toConfirm?.(c, form, place) ?? null,
    shown: async (c, words) => (await sectionFor(c.var.link))?.shown?.(c, words) ?? null,
    data: async (c) => (await sectionFor(c.var.link))?.data?.(c) ?? {},
  };
}
