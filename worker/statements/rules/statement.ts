import { fromUtf8, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { doesRollupFit, isRollup, type StatementRollup } from './rollup.ts';
import {
  exactly,
  isCount,
  isHex,
  isRoot,
  isSlug,
  isText,
  isWeekText,
  listOf,
  orLeftOut,
  orNone,
  recordOf,
  shaped,
} from './shapes.ts';
import { isEndOfWeek } from './week-end.ts';

export type StatementAccount = {
  received: number;
  confirmed: number;
  unconfirmed: number;
  duplicate: number;
  flagged: number;
  withdrawn: number;
  invalidated: number;
};

/** How the counted signatures are spread. What has fewer than five stands together in `fewer`. */
export type Spread = {
  /** By the code of a place or source; each has five or more. */
  by: Record<string, number>;
  /** Confirmed signatures of all others together. */
  fewer: number;
};

/** A sample of the people who signed, drawn by chance and asked by mail whether they signed. */
export type StatementSample = {
  /** Its number on this site. */
  id: number;
  announced_at: string;
  /** Where the seed comes from, as it was announced. */
  source: string;
  /** The day on which the seed was to be known, after the week's end. */
  seed_on: string;
  /** The week in whose member tree it is drawn: that of the announcement. */
  week: string;
  /** How many were to be drawn. */
  size: number;
  state: 'announced' | 'drawn' | 'asking' | 'closed' | 'cancelled';
  seed: string | null;
  draw: {
    /** The size of the member tree. */
    tree_size: number;
    drawn: number;
    /** How many numbers the seed made, and how many leaves were drawn that do not count. */
    numbers: number;
    passed_over: number;
    /** SHA-256 in hex of the leaves in decimal, in the order of the drawing, with a newline between them. */
    leaves_sha256: string;
  } | null;
  /** Null until the answers are counted. `asked` + `not_asked` = `drawn`. */
  result: {
    asked: number;
    /** Withdrawn or erased before the mail, or the address rejected it. */
    not_asked: number;
    answered: number;
    /** Null if fewer than twenty answered, with the interval. */
    yes: number | null;
    no: number | null;
    /** Of the share of yes among the answers: Clopper-Pearson at 95%, in ten-thousandths. */
    low: number | null;
    high: number | null;
  } | null;
};

/**
 * An entry of the log: what was true of one action (a petition or a survey) at the end of one week. The entry's bytes
 * are this as canonical JSON (RFC 8785) in UTF-8. All numbers count signatures (responses, for a survey), unless they
 * say otherwise. Instants are ISO 8601 in UTC.
 */
export type Statement = {
  /** The version of this format. */
  v: 1;
  /** The slug of the action. */
  action: string;
  /** `petition` or `survey`. */
  kind: string;
  /** The name of its log, so that it counts in no other one. Older statements do not tell it. */
  log?: string;
  /** The ISO week that had ended, in the city's time zone: `2026-W48`. */
  week: string;
  /** The instant at which that week ended. The account is of this instant. */
  as_of: string;
  /** Each version of the text that could be signed: its number, and SHA-256 in hex of its canonical JSON. */
  texts: { version: number; sha256: string }[];
  /** What decides who counts, from the kit. */
  rules: {
    asks_street: boolean;
    /** Instants; null if there is none. */
    opens_at: string;
    closes_at: string | null;
    /** Signatures at which something happens, ascending. */
    thresholds: number[];
  };
  /** SHA-256 in hex of `rules` as canonical JSON. */
  rules_sha256: string;
  /** `received` is the sum of the other six. */
  account: StatementAccount;
  /** Lines on paper sheets by what became of them, in no other number. Null if there are none. */
  paper: Record<string, number> | null;
  /** A sample of the lines on paper that somebody compared with a list: what they found. Left out if nobody did. */
  paper_check?: {
    /** The state whose formula was used. */
    method: string;
    /** Who compared: `clerk` or `campaign`. */
    by: string;
    /** Lines in all, and how many valid ones the petition needs (0 if that was not asked). */
    lines: number;
    required: number;
    /** Lines drawn, valid ones among them, and people found twice. */
    first: { sampled: number; valid: number; pairs: number };
    second: { sampled: number; valid: number; pairs: number } | null;
  };
  /** Samples that were announced, drawn, asked or counted in this week. Left out if there is none. */
  samples?: StatementSample[];
  /** Of an action that is addressed to the committee of a state. Left out elsewhere. */
  rollup?: StatementRollup;
  /** Of the confirmed. Districts by their code, `outside` the city, `unknown`. */
  places: Spread;
  /** Of the confirmed, by the source that brought them. */
  sources: Spread;
  /** What this week changed in what earlier weeks had told: signatures, by their week of confirmation and what they became. */
  corrections: { week: string; became: string; n: number }[];
  /** The member tree of the action at the end of this week. */
  members: {
    /** Leaves: `added` + `removed`. */
    size: number;
    /** The root hash (RFC 6962), 32 bytes in base64. */
    root: string;
    /** Leaves of signatures that started to count, ever. `added` - `removed` = `account.confirmed`. */
    added: number;
    /** Leaves of signatures that stopped counting, ever. */
    removed: number;
  };
  /** The last hash of the log of what organizers did, in hex: of the campaign and of the whole site. */
  acts: { campaign: string | null; site: string | null };
  /** The statement before this one of the same action: its index in the log, and its leaf hash in hex. Null if it is the first. */
  previous: { index: number; leaf: string } | null;
  /** The slug of its campaign, and how many had finished the campaign’s training. Older statements do not tell it. */
  campaign?: { slug: string; trained: number };
  /**
   * The verifier keys that had signed a head of the log by then, oldest first: the word of those that are known for those
   * that are new. Left out while there is one.
   */
  log_keys?: string[];
};

export function statementEntry(statement: Statement): Uint8Array<ArrayBuffer> {
  return utf8(canonicalJson(statement));
}

/** Null if the bytes are no statement, or not in their canonical form. Unknown members are allowed outside `account`. */
export function readStatement(entry: Uint8Array): Statement | null {
  const text = fromUtf8(entry);
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isStatement(value) && canonicalJson(value) === text ? value : null;
  } catch {
    return null;
  }
}

/** What does not fit together, in words for a report; empty if everything does. */
export function imbalancesIn(statement: Statement): string[] {
  const { week, as_of, account, members, places, sources, rollup } = statement;
  const { received, ...states } = account;
  const checks: [string, boolean][] = [
    ['received is not the sum of the states', received !== sum(Object.values(states))],
    ['confirmed is not the sum of the places', account.confirmed !== spreadTotal(places)],
    ['confirmed is not the sum of the sources', account.confirmed !== spreadTotal(sources)],
    ['added - removed is not confirmed', members.added - members.removed !== account.confirmed],
    ['added + removed is not the size of the tree', members.added + members.removed !== members.size],
    ['as_of is not the end of the week', !isEndOfWeek(as_of, week)],
  ];
  const wrong = checks.flatMap(([what, isWrong]) => (isWrong ? [what] : []));
  return rollup && !doesRollupFit(rollup) ? [...wrong, 'the roll-up does not fit its cities'] : wrong;
}

/** Places and sources with fewer stand together. */
export const foldedBelow = 5;

export function spreadOf(counts: Record<string, number>, most = 500): Spread {
  const all = Object.entries(counts).filter(([, n]) => n > 0);
  const named = all
    .filter(([, n]) => n >= foldedBelow)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, most);
  return { by: Object.fromEntries(named), fewer: sum(all.map(([, n]) => n)) - sum(named.map(([, n]) => n)) };
}

function spreadTotal({ by, fewer }: Spread): number {
  return sum(Object.values(by)) + fewer;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

export const isSample = shaped({
  id: isCount,
  announced_at: isText,
  source: isText,
  seed_on: isText,
  week: isWeekText,
  size: isCount,
  state: isText,
  seed: orNone(isText),
  draw: orNone(
    shaped({
      tree_size: isCount,
      drawn: isCount,
      numbers: isCount,
      passed_over: isCount,
      leaves_sha256: isHex,
    }),
  ),
  result: orNone(
    shaped({
      asked: isCount,
      not_asked: isCount,
      answered: isCount,
      yes: orNone(isCount),
      no: orNone(isCount),
      low: orNone(isCount),
      high: orNone(isCount),
    }),
  ),
});

const isSpread = shaped({ by: recordOf(isCount), fewer: isCount });

const isStatementLike = shaped({
  v: (value) => value === 1,
  action: isSlug,
  kind: isText,
  week: isWeekText,
  as_of: isText,
  texts: listOf(shaped({ version: isCount, sha256: isHex })),
  rules: shaped({
    asks_street: (value) => typeof value === 'boolean',
    opens_at: isText,
    closes_at: orNone(isText),
    thresholds: listOf(isCount),
  }),
  rules_sha256: isHex,
  // Another state with a number below zero would make wrong sums fit.
  account: exactly({
    received: isCount,
    confirmed: isCount,
    unconfirmed: isCount,
    duplicate: isCount,
    flagged: isCount,
    withdrawn: isCount,
    invalidated: isCount,
  }),
  paper: orNone(recordOf(isCount)),
  samples: orLeftOut(listOf(isSample)),
  log: orLeftOut(isText),
  rollup: orLeftOut(isRollup),
  places: isSpread,
  sources: isSpread,
  corrections: listOf(shaped({ week: isWeekText, became: isText, n: isCount })),
  members: shaped({ size: isCount, root: isRoot, added: isCount, removed: isCount }),
  acts: shaped({ campaign: orNone(isHex), site: orNone(isHex) }),
  previous: orNone(shaped({ index: isCount, leaf: isHex })),
  campaign: orLeftOut(shaped({ slug: isSlug, trained: isCount })),
  log_keys: orLeftOut(listOf(isText)),
});

function isStatement(value: unknown): value is Statement {
  return isStatementLike(value);
}
