import { accountOf } from '../actions/account-rules.ts';
import { checkOfCounts } from '../actions/paper-check-rules.ts';
import { changesUntil, countsAtEndOf } from '../digests/counts-rules.ts';
import type { Term } from '../digests/week-rules.ts';
import { sha256 } from '../platform/crypto/bytes.ts';
import type { ClosingAction } from './closing-store.ts';
import { base64, hex, utf8 } from './rules/bytes.ts';
import { canonicalJson } from './rules/canonical-json.ts';
import { type Hash, leafHash } from './rules/hashes.ts';
import { type Statement, spreadOf } from './rules/statement.ts';

/** The statement of an action at the end of a week. It depends on what is stored alone, so a repetition is the same. */
export function statementOf(
  action: ClosingAction,
  { term, root, siteActs }: { term: Term; root: Hash; siteActs: string | null },
): Statement {
  const counts = countsAtEndOf(term.week, action.counts, action.changes);
  const isOfCheck = (key: string) => key.startsWith('check ');
  const paper = Object.fromEntries(
    Object.entries(counts.paper).filter(([key, n]) => n !== 0 && !isOfCheck(key)),
  );
  const check = checkOfCounts(counts.paper);
  const rules = rulesOf(action);
  const { tree, previous } = action;
  return {
    v: 1,
    action: action.slug,
    kind: action.kind,
    week: term.week,
    as_of: term.until.toISOString(),
    texts: action.texts,
    rules,
    rules_sha256: sha256(canonicalJson(rules)),
    account: accountOf(counts.state),
    paper: Object.keys(paper).length > 0 ? paper : null,
    ...(check && { paper_check: check }),
    places: spreadOf(counts.place),
    sources: spreadOf(counts.source),
    corrections: correctionsOf(action, term.week),
    members: { size: tree.built, root: base64(root), added: tree.builtAdded, removed: tree.builtRemoved },
    acts: { campaign: action.acts, site: siteActs },
    previous: previous && { index: previous.index, leaf: hex(leafHash(utf8(previous.entry))) },
  };
}

function rulesOf({ asksStreet, opensAt, closesAt, thresholds }: ClosingAction): Statement['rules'] {
  return {
    asks_street: asksStreet,
    opens_at: opensAt.toISOString(),
    closes_at: closesAt?.toISOString() ?? null,
    thresholds,
  };
}

/** Keys are 'WEEK STATE'. */
function correctionsOf({ changes }: ClosingAction, week: string): Statement['corrections'] {
  return changesUntil(week, changes)
    .filter((change) => change.kind === 'correction' && change.n > 0)
    .map(({ key, n }) => {
      const [of = '', became = ''] = key.split(' ');
      return { week: of, became, n };
    })
    .toSorted((a, b) => (`${a.week} ${a.became}` < `${b.week} ${b.became}` ? -1 : 1));
}
