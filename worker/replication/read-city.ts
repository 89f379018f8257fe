import { err, ok, type Result } from '../platform/result.ts';
import { day } from '../platform/time/clock.ts';
import { areEqual, base64, fromUtf8, hex } from '../statements/rules/bytes.ts';
import { signerOf } from '../statements/rules/checkpoint.ts';
import { leafHash } from '../statements/rules/hashes.ts';
import { isIncluded } from '../statements/rules/proofs.ts';
import { imbalancesIn, readStatement, type Statement } from '../statements/rules/statement.ts';
import { entryBytesAtMost } from '../statements/rules/tiles.ts';
import { parseTlogProof } from '../statements/rules/tlog-proof.ts';
import type { Get } from './get.ts';
import { type LogRefusal, mostOf, textOf, type VerifiedHead } from './read-log.ts';
import type { CityReason } from './rules.ts';
import { type WellKnown, wellKnownPath, wellKnownSchema } from './well-known-rules.ts';

/** The latest statement of an action that is kept. */
export type KeptStatement = { action: string; week: string; index: number; leaf: string };

export type WantedCity = { campaign: string; kept: readonly KeptStatement[] };

/** A statement that was verified just now. */
export type NewStatement = {
  campaign: string;
  action: string;
  kind: string;
  week: string;
  n: number;
  trained: number;
  index: number;
  leaf: string;
  size: number;
  root: string;
};

export type ReadCity = {
  statements: NewStatement[];
  /** Verifier keys that the statements name. */
  vkeys: string[];
  refusal: CityReason | null;
};

/** A statement is refused, or something is wrong with the whole log. */
type Refusal = { city: CityReason } | { log: LogRefusal };

const documentBytes = 200_000;
/** Petitions and surveys of one campaign. */
export const mostActions = 20;
/** How far the clock of a deployment may be ahead. */
const mostAhead = day;

type Reading = { get: Get; head: VerifiedHead; now: Date };

/**
 * Reads the statements of a campaign's petitions and surveys that are newer than those that are kept. What it says of
 * itself only names them: each is verified by its own proof. A wrong one does not hinder the others.
 */
export async function readCity(
  reading: Reading,
  { campaign, kept }: WantedCity,
): Promise<Result<ReadCity, LogRefusal>> {
  const described = await describe(reading.get, campaign);
  if (!described.ok) return described;
  const found = described.value.campaigns.find(({ slug }) => slug === campaign);
  if (!found) return ok(nothing('no-campaign'));
  const told = found.actions.flatMap(({ slug, kind, week }) =>
    week !== null && isCounted(kind) ? [{ action: slug, week }] : [],
  );
  if (told.length === 0 && kept.length === 0) return ok(nothing('no-statement'));
  if (told.length > mostActions) return ok(nothing('too-many-actions'));
  const city: ReadCity = { statements: [], vkeys: [], refusal: null };
  for (const { action, week } of told) {
    const before = kept.find((one) => one.action === action);
    if (before && week <= before.week) continue;
    const read = await readStatementOf(reading, { campaign, action, week, before });
    if (read.ok) {
      city.statements.push(read.value.statement);
      city.vkeys.push(...read.value.vkeys);
    } else if ('log' in read.error) return err(read.error.log);
    else city.refusal ??= read.error.city;
  }
  return ok(city);
}

const nothing = (refusal: CityReason): ReadCity => ({ statements: [], vkeys: [], refusal });

const isCounted = (kind: string) => kind === 'petition' || kind === 'survey';

async function describe(get: Get, campaign: string): Promise<Result<WellKnown, LogRefusal>> {
  const path = `${wellKnownPath}?campaign=${encodeURIComponent(campaign)}`;
  const answer = await get(path, { type: 'json', most: documentBytes });
  if (!answer.ok) return err({ reason: answer.error });
  try {
    const told = wellKnownSchema.safeParse(JSON.parse((answer.value && fromUtf8(answer.value)) ?? ''));
    return told.success ? ok(told.data) : err({ reason: 'unreadable' });
  } catch {
    return err({ reason: 'unreadable' });
  }
}

type Asked = { campaign: string; action: string; week: string; before: KeptStatement | undefined };
type Verified = { statement: NewStatement; vkeys: string[] };

async function readStatementOf(reading: Reading, asked: Asked): Promise<Result<Verified, Refusal>> {
  const path = `/statements/${asked.action}/${asked.week}`;
  const entry = await reading.get(`${path}.json`, { type: 'json', most: entryBytesAtMost });
  if (!entry.ok) return err({ log: { reason: entry.error } });
  const statement = entry.value && readStatement(entry.value);
  if (!entry.value || !statement) return refused('not-a-statement');
  const wrong = wrongIn(statement, asked, reading.now);
  if (wrong) return refused(wrong);
  const place = await placeOf(reading, path, entry.value);
  if (!place.ok) return place;
  const leaf = hex(leafHash(entry.value));
  if (contradicts(statement, place.value, asked.before)) return refused('contradicts');
  const { head } = reading.head;
  return ok({
    statement: {
      ...{ campaign: asked.campaign, action: asked.action, kind: statement.kind, week: statement.week },
      ...{ n: statement.account.confirmed, trained: statement.campaign?.trained ?? 0 },
      ...{ index: place.value, leaf, size: head.size, root: base64(head.root) },
    },
    vkeys: statement.log_keys ?? [],
  });
}

const refused = (city: CityReason) => err({ city });

/** What a statement says of itself. The name of its campaign is signed with it. */
function wrongIn(statement: Statement, { campaign, action, week }: Asked, now: Date): CityReason | null {
  if (statement.action !== action || statement.week !== week || !isCounted(statement.kind)) {
    return 'not-a-statement';
  }
  if (statement.campaign?.slug !== campaign) return 'other-campaign';
  if (imbalancesIn(statement).length > 0) return 'wrong-sums';
  return Date.parse(statement.as_of) > now.getTime() + mostAhead ? 'from-the-future' : null;
}

/** Where the log holds the entry, by a proof against the head that was verified. */
async function placeOf(
  { get, head: { head, keys } }: Reading,
  path: string,
  entry: Uint8Array,
): Promise<Result<number, Refusal>> {
  const text = await textOf(get, `${path}.tlog-proof`, mostOf.proof);
  if (!text.ok)
    return text.error.reason === 'unreadable' ? refused('not-included') : err({ log: text.error });
  const proof = parseTlogProof(text.value);
  if (!proof || !(await signerOf(proof.signed, keys))) return refused('not-included');
  const { checkpoint } = proof.signed;
  if (checkpoint.size !== head.size) {
    // The log grew while it was read, or a cache is behind: the next reading sees one of the two.
    return err({ log: { reason: 'unproven' } });
  }
  if (!areEqual(checkpoint.root, head.root)) {
    return err({ log: { reason: 'equivocates', evidence: proof.checkpoint } });
  }
  const { index, hashes } = proof;
  const holds = isIncluded(leafHash(entry), { index, size: head.size, hashes }, head.root);
  return holds ? ok(index) : refused('not-included');
}

/** A later week stands later in the log, and names the one before it. */
function contradicts({ previous }: Statement, index: number, before: KeptStatement | undefined): boolean {
  if (!before) return false;
  if (index <= before.index || previous === null) return true;
  return previous.index === before.index ? previous.leaf !== before.leaf : previous.index < before.index;
}
