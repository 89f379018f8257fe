import { endOf } from '../../worker/digests/week-rules.ts';
import { createKeyring, type Keyring } from '../../worker/platform/crypto/keyring.ts';
import { wellKnownPath } from '../../worker/replication/well-known-rules.ts';
import { currentKeys, originOf, signHead } from '../../worker/statements/log-keys.ts';
import { base64, concat, hex, utf8 } from '../../worker/statements/rules/bytes.ts';
import { leafHash } from '../../worker/statements/rules/hashes.ts';
import { type Statement, statementEntry } from '../../worker/statements/rules/statement.ts';
import { tilePath } from '../../worker/statements/rules/tiles.ts';
import { formatTlogProof } from '../../worker/statements/rules/tlog-proof.ts';
import {
  consistencyParts,
  inclusionParts,
  nodesOf,
  proofOf,
  rootOf,
} from '../../worker/statements/rules/tree.ts';
import type { NeighborAnswers } from '../support/neighbor-server.ts';

const someHash = 'a'.repeat(64);

export type Told = {
  action?: string;
  kind?: string;
  campaign?: string;
  week: string;
  n: number;
  trained?: number;
  more?: Partial<Statement>;
};

export const keyringOf = (...ids: string[]): Keyring =>
  createKeyring(ids.map((id) => ({ id, secret: utf8(id.padEnd(32, '.')) })));

/** The statements of a log of fewer than 256, each naming the one before it of its action. */
export function statementsOf(told: readonly Told[]): Statement[] {
  const all: Statement[] = [];
  for (const {
    action = 'ask',
    kind = 'petition',
    campaign = 'city',
    week,
    n,
    trained = 0,
    more = {},
  } of told) {
    const index = all.findLastIndex((one) => one.action === action);
    all.push({
      ...{ v: 1, action, kind, week, as_of: endOf(week, 'America/New_York').toISOString() },
      texts: [{ version: 1, sha256: someHash }],
      rules: { asks_street: false, opens_at: '2026-01-01T05:00:00.000Z', closes_at: null, thresholds: [] },
      rules_sha256: someHash,
      account: {
        ...{
          received: n,
          confirmed: n,
          unconfirmed: 0,
          duplicate: 0,
          flagged: 0,
          withdrawn: 0,
          invalidated: 0,
        },
      },
      paper: null,
      places: { by: {}, fewer: n },
      sources: { by: {}, fewer: n },
      corrections: [],
      members: { size: n, root: `${'A'.repeat(43)}=`, added: n, removed: 0 },
      acts: { campaign: null, site: null },
      previous: index < 0 ? null : { index, leaf: hex(leafHash(statementEntry(all[index]!))) },
      campaign: { slug: campaign, trained },
      ...more,
    });
  }
  return all;
}

/** All that a deployment with these statements answers. */
export async function answersOf(
  url: string,
  { keyring, statements }: { keyring: Keyring; statements: readonly Statement[] },
): Promise<NeighborAnswers> {
  const origin = originOf(url);
  const entries = statements.map(statementEntry);
  const leaves = entries.map((entry) => leafHash(entry));
  const read = nodesOf(leaves);
  const size = leaves.length;
  const checkpoint = await signHead(keyring, origin, { size, root: rootOf(size, read) });
  const text = (value: string) => ({ text: value });
  const lines = (hashes: Uint8Array[]) => text(hashes.map((hash) => `${base64(hash)}\n`).join(''));
  const keys = await currentKeys(keyring, origin);
  const answers: NeighborAnswers = {
    '/log/checkpoint': text(checkpoint),
    '/log/keys': text(keys.map((key) => `${key}\n`).join('')),
    [`/log/tile/${tilePath({ holds: 'hashes', level: 0, index: 0, width: size })}`]: {
      type: 'application/octet-stream',
      base64: base64(concat(...leaves)),
    },
  };
  for (let to = 0; to <= size; to += 1) {
    for (let from = 0; from <= to; from += 1) {
      answers[`/log/consistency?from=${from}&to=${to}`] = lines(proofOf(consistencyParts(from, to), read));
    }
  }
  for (const [index, { action, week }] of statements.entries()) {
    const at = `/statements/${action}/${week}`;
    answers[`${at}.json`] = { type: 'application/json', base64: base64(entries[index]!) };
    const hashes = proofOf(inclusionParts(index, size), read);
    answers[`${at}.tlog-proof`] = text(formatTlogProof({ index, hashes, checkpoint }));
  }
  for (const slug of new Set(statements.map(({ campaign }) => campaign?.slug ?? ''))) {
    answers[`${wellKnownPath}?campaign=${slug}`] = described(url, { slug, keys, statements });
  }
  return answers;
}

function described(
  url: string,
  { slug, keys, statements }: { slug: string; keys: string[]; statements: readonly Statement[] },
) {
  const own = statements.filter(({ campaign }) => campaign?.slug === slug);
  const both = { en: slug, es: slug };
  const actions = [...new Set(own.map(({ action }) => action))].map((action) => {
    const last = own.findLast((one) => one.action === action);
    return {
      slug: action,
      kind: last?.kind,
      title: both,
      url: `${url}/petitions/${action}`,
      week: last?.week,
    };
  });
  const campaign = {
    ...{ slug, title: both, url: `${url}/campaigns/${slug}`, city: { name: slug, region: 'North Carolina' } },
    ...{ template: null, actions, network: [] },
  };
  const whole = { undersigned: 1, log: { address: `${url}/log`, keys }, campaigns: [campaign] };
  return { type: 'application/json', text: JSON.stringify(whole) };
}
