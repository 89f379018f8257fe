import { changeStateStatements, listStates, type StateOfAction } from '../actions/decide-store.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ActKind, ConsoleCampaign } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';

type State = StateOfAction['state'];

/** From which states each decision leads where. */
export const decisions = {
  open: { from: ['draft', 'submitted'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  reject: { from: ['draft', 'submitted'], to: 'rejected' },
  remove: { from: ['open', 'closed', 'rejected'], to: 'removed' },
} as const satisfies Record<string, { from: readonly State[]; to: State }>;

export type Decision = keyof typeof decisions;

export function asDecision(typed: string | undefined): Decision | null {
  return typed !== undefined && Object.hasOwn(decisions, typed) ? (typed as Decision) : null;
}

export function decisionsFrom({ state, erasedAt }: Pick<StateOfAction, 'state' | 'erasedAt'>): Decision[] {
  const all = Object.keys(decisions) as Decision[];
  return all.filter((one) => erasedAt === null && (decisions[one].from as readonly State[]).includes(state));
}

export function decideAction(
  deps: Deps,
  {
    campaign,
    action,
    decision,
    reason,
    rejection,
    actor,
    now,
  }: {
    campaign: Pick<ConsoleCampaign, 'id' | 'slug'>;
    /** As the organizer saw it. */
    action: StateOfAction;
    decision: Decision;
    reason: string;
    rejection?: { en: string; es: string };
    actor: string;
    now: Date;
  },
) {
  const { id, slug, state, closesAt, closedAt } = action;
  const { to } = decisions[decision];
  const change = { id, from: state, to, closesAt, now, ...(rejection && { rejection }) };
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: `${decision}-action`,
      subject: slug,
      reason,
      before: { state, closed: closedAt?.getTime() ?? null },
      after: { state: to },
    },
    steps: stepsOf(changeStateStatements(deps.db, change)),
    now,
  });
}

/** The last statement has to change the row; if not, somebody else was faster. */
function stepsOf(statements: readonly D1PreparedStatement[]) {
  return statements.map((statement, at) =>
    at === statements.length - 1 ? { statement, changes: 1 } : statement,
  );
}

export const undoDecision: NonNullable<ActKind['undo']> = async (
  { db },
  { subject, before, after },
  { campaign, now },
) => {
  const action = (await listStates(db, campaign.id)).find(({ slug }) => slug === subject);
  if (!action || action.state !== after.state || action.erasedAt) return null;
  const closedAt = typeof before.closed === 'number' ? new Date(before.closed) : null;
  const { id, state: from, closesAt } = action;
  const change = { id, from, to: before.state as State, closesAt, now, closedAt };
  return { steps: stepsOf(changeStateStatements(db, change)), count: 1, left: 0 };
};
