import type { Child } from 'hono/jsx';
import type * as z from 'zod';
import type { Step } from '../../web/components/timeline.tsx';
import type { Language } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import type { Query, Subquery } from '../platform/query.ts';
import type { ActionContext } from './context.ts';

/**
 * A feature's part of the page of a petition and of its public JSON. The query joins the one batch that loads the
 * page's figures, and what it reads is kept in the same short cache.
 */
export type ActionPart<Loaded = unknown> = {
  query(db: D1Database, action: Subquery): Query<Loaded>;
  /**
   * What stands after the text, and the last steps of the timeline in the place of the usual one; null where there is
   * nothing to say.
   */
  page(loaded: Loaded, view: PartView): { section: Child; steps: Step[] } | null;
  json: {
    shape: z.ZodRawShape;
    of(loaded: Loaded, view: { context: ActionContext; language: Language; now: Date }): object;
  };
};

export type PartView = { context: ActionContext; shell: Shell; now: Date };

/** What was loaded, in the order of the parts. */
export type LoadedParts = readonly { part: ActionPart; loaded: unknown }[];
