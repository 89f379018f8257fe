import { previousWeek } from '../digests/week-rules.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { minute } from '../platform/time/clock.ts';
import { areEqual, base64, fromUtf8, hex } from '../statements/rules/bytes.ts';
import { signerOf } from '../statements/rules/checkpoint.ts';
import { leafHash } from '../statements/rules/hashes.ts';
import { isIncluded } from '../statements/rules/proofs.ts';
import { imbalancesIn, readStatement, type Statement } from '../statements/rules/statement.ts';
import { entryBytesAtMost } from '../statements/rules/tiles.ts';
import { parseTlogProof } from '../statements/rules/tlog-proof.ts';
import type { Get } from './get.ts';
import { type LogRefusal, mostOf, textOf, type VerifiedHead } from './read-log.ts';
import type { CityReason, LogReason } from './rules.ts';
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
  /** Whether it names the log in which it was read; earlier ones name none. */
  namesLog: boolean;
};

export type ReadCity = {
  statements: NewStatement[];
  /** Verifier keys that the statements name. */
  vkeys: string[];
  refusal: CityRefusal | null;
};

/** A bad answer to a question about one campaign says nothing of the others. */
const ofOneCampaign = ['redirects', 'too-long', 'wrong-type', 'unreadable', 'bad-status'] as const;
export type CityRefusal = CityReason | (typeof ofOneCampaign)[number];

/** A statement is refused, or something is wrong with the whole log. */
type Refusal = { city: CityRefusal } | { log: LogRefusal };

const documentBytes = 200_000;
/** Petitions and surveys of one campaign, those that it no longer names among them. */
const mostActions = 20;
/** What one city may need: its description, and two files for each action. */
export const mostOfCity = {
  requests: 1 + 2 * mostActions,
  bytes: documentBytes + mostActions * (entryBytesAtMost + mostOf.proof),
};
/** How far the clock of a deployment may be ahead. */
const mostAhead = 5 * minute;

type Reading = { get: Get; head: VerifiedHead; origin: string; now: Date };

/**
 * Reads the statements of a campaign's petitions and surveys that are newer than those that are kept. What it says of
 * itself only names them: each is verified by its own proof. A wrong one does not hinder the others.
 */
export async function readCity(
  reading: Reading,
  { campaign, kept }: WantedCity,
): Promise<Result<ReadCity, LogRefusal>> {
  const actions = await actionsOf(reading.get, campaign);
  if (!actions.ok) return 'log' in actions.error ? err(actions.error.log) : ok(nothing(actions.error.city));
  const told = actions.value;
  if (told.length === 0 && kept.length === 0) return ok(nothing('no-statement'));
  const named = withoutExcess(told, kept);
  const city: ReadCity = {
    ...{ statements: [], vkeys: [] },
    refusal: named.length < told.length ? 'too-many-actions' : null,
  };
  for (const { action, week } of named) {
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

export const nothing = (refusal: CityRefusal): ReadCity => ({ statements: [], vkeys: [], refusal });

/** A site that names others each time must not make the list of what is kept longer and longer. */
function withoutExcess(told: readonly ToldAction[], kept: readonly KeptStatement[]): ToldAction[] {
  let room = mostActions - kept.length;
  return told.filter(({ action }) => {
    const isKept = kept.some((one) => one.action === action);
    if (!isKept) room -= 1;
    return isKept || room >= 0;
  });
}

const isCounted = (kind: string) => kind === 'petition' || kind === 'survey';

type ToldAction = { action: string; week: string };

async function actionsOf(get: Get, campaign: string): Promise<Result<ToldAction[], Refusal>> {
  const path = `${wellKnownPath}?campaign=${encodeURIComponent(campaign)}`;
  const answer = await get(path, { type: 'json', most: documentBytes });
  if (!answer.ok) return unanswered(answer.error);
  const found = described(answer.value)?.campaigns;
  if (!found) return refused('unreadable');
  const actions = found.find(({ slug }) => slug === campaign)?.actions;
  if (!actions) return refused('no-campaign');
  const told = actions.flatMap(({ slug, kind, week }) =>
    week !== null && isCounted(kind) ? [{ action: slug, week }] : [],
  );
  return told.length > mostActions ? refused('too-many-actions') : ok(told);
}

function described(answer: Uint8Array | null): WellKnown | null {
  try {
    return wellKnownSchema.parse(JSON.parse((answer && fromUtf8(answer)) ?? ''));
  } catch {
    return null;
  }
}

function unanswered(reason: LogReason): Result<never, Refusal> {
  const own = ofOneCampaign.find((one) => one === reason);
  return own ? refused(own) : err({ log: { reason } });
}

type Asked = { campaign: string; action: string; week: string; before: KeptStatement | undefined };
type Verified = { statement: NewStatement; vkeys: string[] };

async function readStatementOf(reading: Reading, asked: Asked): Promise<Result<Verified, Refusal>> {
  const answer = await statementAt(reading, asked);
  if (!answer.ok) return answer;
  if (!answer.value) return refused('not-a-statement');
  const { statement, leaf } = answer.value;
  const place = await placeOf(reading, answer.value);
  if (!place.ok) return place;
  const follows = await doesFollow(reading, { statement, index: place.value, asked });
  if (!follows.ok) return follows;
  if (!follows.value) return refused('contradicts');
  const { head } = reading.head;
  return ok({
    statement: {
      ...{ campaign: asked.campaign, action: asked.action, kind: statement.kind, week: statement.week },
      ...{ n: statement.account.confirmed, trained: statement.campaign?.trained ?? 0 },
      ...{ index: place.value, leaf, size: head.size, root: base64(head.root) },
      namesLog: statement.log === reading.origin,
    },
    vkeys: statement.log_keys ?? [],
  });
}

const refused = (city: CityRefusal) => err({ city });

type Found = { path: string; entry: Uint8Array; statement: Statement; leaf: string };
type OfWeek = Pick<Asked, 'campaign' | 'action' | 'week'>;

/** Null where there is none. */
async function statementAt({ get, now }: Reading, asked: OfWeek): Promise<Result<Found | null, Refusal>> {
  const path = `/statements/${asked.action}/${asked.week}`;
  const answer = await get(`${path}.json`, { type: 'json', most: entryBytesAtMost });
  if (!answer.ok) return unanswered(answer.error);
  const entry = answer.value;
  if (!entry) return ok(null);
  const statement = readStatement(entry);
  const wrong = statement ? wrongIn(statement, asked, now) : 'not-a-statement';
  if (!statement || wrong) return refused(wrong ?? 'not-a-statement');
  return ok({ path, entry, statement, leaf: hex(leafHash(entry)) });
}

/** What a statement says of itself. The name of its campaign is signed with it. */
function wrongIn(statement: Statement, { campaign, action, week }: OfWeek, now: Date): CityReason | null {
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
  { path, entry }: Found,
): Promise<Result<number, Refusal>> {
  const text = await textOf(get, `${path}.tlog-proof`, mostOf.proof);
  if (!text.ok)
    return text.error.reason === 'unreadable' ? refused('not-included') : unanswered(text.error.reason);
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

/**
 * A later week stands later in the log and names the one before it, back to the one that was kept. Those between, which
 * were never read, are found by their hashes: a log cannot tell two things of one week.
 */
async function doesFollow(
  reading: Reading,
  { statement, index, asked }: { statement: Statement; index: number; asked: Asked },
): Promise<Result<boolean, Refusal>> {
  const { before } = asked;
  if (!before) return ok(true);
  let [{ week, previous }, at] = [statement, index];
  while (previous && previous.index < at && previous.index > before.index) {
    const between = await weekBetween(reading, { ...asked, week }, before.week);
    if (!between.ok) return between;
    if (between.value?.leaf !== previous.leaf) return ok(false);
    at = previous.index;
    ({ week, previous } = between.value.statement);
  }
  return ok(previous?.index === before.index && previous.leaf === before.leaf && before.index < at);
}

/** The last statement before that of `week`, and after that of `first`. In some weeks nothing is told. */
async function weekBetween(
  reading: Reading,
  asked: OfWeek,
  first: string,
): Promise<Result<Found | null, Refusal>> {
  for (let week = previousWeek(asked.week); week > first; week = previousWeek(week)) {
    const found = await statementAt(reading, { ...asked, week });
    if (!found.ok || found.value) return found;
  }
  return ok(null);
}
