import type { Term } from '../digests/week-rules.ts';
import type { Query } from '../platform/query.ts';
import type { Statement } from './rules/statement.ts';

/**
 * What a feature tells in the statements of actions, under names of its own. It must tell what was so at the end of the
 * week, because a statement may be made late.
 */
export type StatementPart = {
  /** Joins the batch that loads the digest. By the id of the action; those of which nothing is told are left out. */
  load(db: D1Database, committeeId: number, term: Term): Query<ReadonlyMap<number, Partial<Statement>>>;
};
