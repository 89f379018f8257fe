import * as z from 'zod';
import { signatureStates } from '../actions/account-rules.ts';
import { fromUtf8, hex, utf8 } from '../statements/rules/bytes.ts';
import { canonicalJson } from '../statements/rules/canonical-json.ts';
import { sha256Of } from '../statements/rules/hashes.ts';
import { isSample, type Statement, type StatementSample } from '../statements/rules/statement.ts';
import { compareShown } from './check-samples.ts';
import { expect, type Site } from './site-report.ts';

/*
 * What the site shows by its API, compared with the statements.
 */

/** A statement names the newest ones only. */
const textsAtMost = 300;

/** Each version of the text keeps its hash in all later statements, and none of them is left out. */
export function keepsTexts({ texts: before }: Statement, { texts }: Statement): boolean {
  const hashes = new Map(texts.map(({ version, sha256 }) => [version, sha256]));
  const oldest = texts.length < textsAtMost ? 0 : Math.min(...hashes.keys());
  const isKept = before.every(({ version, sha256 }) => version < oldest || hashes.get(version) === sha256);
  return isKept && hashes.size === texts.length;
}

const text = z.record(z.string(), z.string());
const shownTexts = z.object({
  texts: z.array(z.object({ version: z.int(), title: text, ask: text, body: text })),
});

/** `statements`: all of one action. */
export async function checkTexts(
  site: Site,
  action: string,
  statements: readonly Statement[],
): Promise<void> {
  const path = `/api/v1/actions/${action}/texts`;
  const answer = await site.get(path);
  if (answer === null) {
    site.report.notes.push(`${action}: the site no longer shows its texts, so they were not compared.`);
    return;
  }
  const shown = readJson(shownTexts, answer);
  if (!shown) {
    expect(site, false, `${action}: ${path} answers with its texts`);
    return;
  }
  const hashes = new Map(
    shown.texts.map(({ version, title, ask, body }) => [
      version,
      hex(sha256Of(utf8(canonicalJson({ title, ask, body })))),
    ]),
  );
  const signed = new Map<number, Set<string>>();
  for (const { version, sha256 } of statements.flatMap(({ texts }) => texts))
    signed.set(version, (signed.get(version) ?? new Set()).add(sha256));
  for (const [version, all] of signed) {
    const isSame = all.size === 1 && all.has(hashes.get(version) ?? '');
    expect(site, isSame, `${action}: text ${version} is the one that was signed`);
  }
}

const shownSamples = z.object({ samples: z.array(z.custom<StatementSample>(isSample)) });

/** `statements`: all of one action. A site that has never had a sample of it may have no such address. */
export async function checkSamplesShown(
  site: Site,
  action: string,
  statements: readonly Statement[],
): Promise<void> {
  const path = `/api/v1/actions/${action}/samples`;
  const answer = await site.get(path);
  const shown = answer && readJson(shownSamples, answer);
  if (shown) {
    for (const { what, holds } of compareShown(statements, shown.samples)) expect(site, holds, what);
  } else if (answer !== null || statements.some(({ samples = [] }) => samples.length > 0)) {
    expect(site, false, `${action}: ${path} answers with its samples`);
  }
}

const count = z.int().nonnegative();
const byPart = z.array(z.object({ confirmed: count }));
const shownNow = z.object({
  // Another state would let a negative number or an invented one balance the sum.
  counts: z.record(z.enum(['received', ...signatureStates]), count),
  by_district: byPart,
  outside: count,
  unknown: count,
  by_day: byPart,
});

/** The account of this moment has to balance too. Surveys have no such address. */
export async function checkNow(site: Site, { action, kind, account }: Statement): Promise<void> {
  const answer = kind === 'petition' ? await site.get(`/api/v1/petitions/${action}`) : null;
  if (answer === null) return;
  const now = readJson(shownNow, answer);
  expect(site, now !== null && isBalanced(now), `${action}: the numbers that the site shows now add up`);
  if (now)
    site.report.notes.push(
      `${action}: the site shows ${now.counts.confirmed} confirmed now; the last statement says ${account.confirmed}.`,
    );
}

function isBalanced({ counts, by_district, outside, unknown, by_day }: z.infer<typeof shownNow>): boolean {
  const sum = (list: readonly number[]) => list.reduce((all, n) => all + n, 0);
  const { received, ...states } = counts;
  const places = sum(by_district.map(({ confirmed }) => confirmed)) + outside + unknown;
  const days = sum(by_day.map(({ confirmed }) => confirmed));
  return received === sum(Object.values(states)) && counts.confirmed === places && counts.confirmed === days;
}

/** Null if the answer has another form. */
function readJson<Value>(schema: z.ZodType<Value>, answer: Uint8Array): Value | null {
  try {
    return schema.safeParse(JSON.parse(fromUtf8(answer) ?? '')).data ?? null;
  } catch {
    return null;
  }
}
