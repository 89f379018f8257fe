import { countsOfCheck, type PaperCheck } from '../actions/paper-check-rules.ts';
import { readStates } from '../actions/store.ts';
import type { ActFacts } from '../organize/act-rules.ts';
import { commitWithAct, type Step } from '../organize/commit-with-act.ts';
import type { ActKind } from '../organize/console-section.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { cityTimeOf } from '../signatures/city-time.ts';
import { addToAccountStatement, findPaperAction } from './sheet-store.ts';

export const checkSubject = 'check ';
/** Each saved check has another number, so that a form and an undo know whether it still stands. */
const version = 'check version';

type Counts = Record<string, number>;

/** The rows of the account that are about the check. */
export async function storedCheck(db: D1Database, actionId: number): Promise<Counts> {
  const { paper } = await readStates(db, actionId);
  return Object.fromEntries(Object.entries(paper).filter(([key, n]) => key.startsWith('check ') && n !== 0));
}

export function versionOf(counts: Counts): number {
  return counts[version] ?? 0;
}

type By = {
  campaign: { id: number; slug: string; timeZone: string };
  action: { id: number; slug: string };
  actor: string;
  now: Date;
};

/** Null takes the check away. `seen` is the version that the organizer saw. */
export async function saveCheck(
  deps: Deps,
  check: PaperCheck | null,
  { campaign, action, actor, now, seen }: By & { seen: number },
) {
  const stored = await storedCheck(deps.db, action.id);
  const counts = countsOfCheck(check);
  const number = 1 + (new DataView(randomBytes(4).buffer).getUint32(0) >>> 4);
  const to = check ? { ...counts, [version]: number } : {};
  return commitWithAct(deps, {
    act: {
      ...{ campaign, actor, kind: check ? 'enter-check' : 'remove-check' },
      subject: `${checkSubject}${action.slug}`,
      before: stored,
      after: to,
    },
    steps: [replaceStep(deps.db, { action, campaign, now, from: { ...stored, [version]: seen }, to })],
    now,
  });
}

/** Only while the version that `from` has is the one that stands. */
function replaceStep(
  db: D1Database,
  { action, campaign, now, from, to }: Pick<By, 'action' | 'campaign' | 'now'> & { from: Counts; to: Counts },
): Step {
  const rows = [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .map((key) => ({ key, n: (to[key] ?? 0) - (from[key] ?? 0) }))
    .filter(({ key, n }) => n !== 0 || key === version);
  const { week } = cityTimeOf(campaign.timeZone, now);
  const onlyIf = { key: version, n: versionOf(from) };
  return {
    statement: addToAccountStatement(db, { actionId: action.id, week, rows, onlyIf }),
    changes: rows.length,
  };
}

/** Puts back the check that stood before, or none. */
export const undoCheck: NonNullable<ActKind['undo']> = async ({ db }, act, { campaign, now }) => {
  const slug = act.subject.slice(checkSubject.length);
  const action = await findPaperAction(db, { slug, campaignId: campaign.id });
  if (!action) return null;
  const stored = await storedCheck(db, action.id);
  const [from, to] = [numbersOf(act.after), numbersOf(act.before)];
  if (versionOf(stored) !== versionOf(from)) return null;
  const step = replaceStep(db, { action, campaign, now, from: stored, to });
  return { steps: [step], count: 1, left: 0, before: act.after, after: act.before };
};

function numbersOf(facts: ActFacts): Counts {
  return Object.fromEntries(Object.entries(facts).map(([key, n]) => [key, Number(n)]));
}
