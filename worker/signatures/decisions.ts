import type { CountedHooks } from '../actions/counted-hooks.ts';
import { effects } from './decision-rules.ts';
import {
  decisionStatements,
  endDecisionStatements,
  type NewDecision,
  type TakenBack,
} from './decision-store.ts';
import { erasedUnconfirmedAfter } from './rules.ts';

/** Decides about any number of signatures of one action; see `decisionStatements`. */
export function decideStatements(
  db: D1Database,
  decision: NewDecision,
  hooks: CountedHooks,
): D1PreparedStatement[] {
  const byRules = { effect: effects[decision.kind], erasedAfter: erasedUnconfirmedAfter };
  return decisionStatements(db, { ...decision, ...byRules }, hooks);
}

/** Undoes decisions; see `endDecisionStatements`. */
export function takeBackStatements(
  db: D1Database,
  taken: TakenBack,
  hooks: CountedHooks,
): D1PreparedStatement[] {
  return endDecisionStatements(db, { ...taken, effect: effects[taken.kind] }, hooks);
}
