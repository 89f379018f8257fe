import { expect, test } from 'vitest';
import { endOf, nextWeek } from '../../worker/digests/week-rules.ts';
import { utf8 } from '../../worker/statements/rules/bytes.ts';
import { canonicalJson } from '../../worker/statements/rules/canonical-json.ts';
import {
  imbalancesIn,
  readStatement,
  type Statement,
  spreadOf,
  statementEntry,
} from '../../worker/statements/rules/statement.ts';

const someHash = 'a'.repeat(64);

const statement: Statement = {
  v: 1,
  action: 'arrest-traffickers',
  kind: 'petition',
  week: '2026-W48',
  as_of: '2026-11-30T05:00:00.000Z',
  texts: [{ version: 1, sha256: someHash }],
  rules: {
    asks_street: false,
    opens_at: '2026-11-01T05:00:00.000Z',
    closes_at: null,
    thresholds: [100, 500],
  },
  rules_sha256: someHash,
  account: {
    received: 12,
    confirmed: 9,
    unconfirmed: 1,
    duplicate: 0,
    flagged: 0,
    withdrawn: 2,
    invalidated: 0,
  },
  paper: null,
  places: { by: { '4': 6 }, fewer: 3 },
  sources: { by: { website: 9 }, fewer: 0 },
  corrections: [{ week: '2026-W47', became: 'withdrawn', n: 1 }],
  members: { size: 11, root: `${'A'.repeat(43)}=`, added: 10, removed: 1 },
  acts: { campaign: someHash, site: null },
  previous: { index: 3, leaf: someHash },
};

test('a statement is read back from its entry', () => {
  expect(readStatement(statementEntry(statement))).toEqual(statement);
  expect(imbalancesIn(statement)).toEqual([]);
});

test('what is not canonical, or lacks something, is no statement', () => {
  expect(readStatement(utf8(JSON.stringify(statement)))).toBeNull();
  expect(readStatement(utf8(` ${canonicalJson(statement)}`))).toBeNull();
  expect(readStatement(Uint8Array.of(255))).toBeNull();
  for (const key of Object.keys(statement)) {
    expect(readStatement(utf8(canonicalJson({ ...statement, [key]: undefined })))).toBeNull();
  }
  expect(readStatement(utf8(canonicalJson({ ...statement, later: 1 })))).not.toBeNull();
});

test('a wrong sum is named', () => {
  const account = { ...statement.account, confirmed: 10 };
  expect(imbalancesIn({ ...statement, account })).toEqual([
    'received is not the sum of the states',
    'confirmed is not the sum of the places',
    'confirmed is not the sum of the sources',
    'added - removed is not confirmed',
  ]);
});

test('an account has the six states and nothing else, with no number below zero', () => {
  const hidden = { ...statement.account, received: 3, zzz: -9 };
  expect(readStatement(utf8(canonicalJson({ ...statement, account: hidden })))).toBeNull();
  const below = { ...statement.account, received: 11, flagged: -1 };
  expect(readStatement(utf8(canonicalJson({ ...statement, account: below })))).toBeNull();
});

test('the numbers are of the end of a week that exists, in some time zone', () => {
  const isOf = (week: string, as_of: string) => imbalancesIn({ ...statement, week, as_of }).length === 0;
  for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'Etc/GMT+12', 'America/Santiago']) {
    for (let week = '2019-W50'; week < '2027-W03'; week = nextWeek(week)) {
      expect(isOf(week, endOf(week, zone).toISOString())).toBe(true);
      expect(isOf(week, endOf(nextWeek(week), zone).toISOString())).toBe(false);
    }
  }
  expect(isOf('2026-W53', endOf('2026-W53', 'UTC').toISOString())).toBe(true);
  expect(isOf('2025-W53', endOf('2026-W01', 'UTC').toISOString())).toBe(false);
  expect(isOf('2026-W00', endOf('2025-W52', 'UTC').toISOString())).toBe(false);
  for (const [week, as_of] of [
    ['2026-W99', '2027-11-29T05:00:00.000Z'],
    ['2026-W48', '1970-01-01T00:00:00.000Z'],
    ['2026-W48', 'November 30, 2026'],
  ] as const) {
    expect(imbalancesIn({ ...statement, week, as_of })).toEqual(['as_of is not the end of the week']);
  }
});

test('places with fewer than five stand together', () => {
  expect(spreadOf({ '1': 5, '2': 4, '3': 1, '4': 0 })).toEqual({ by: { '1': 5 }, fewer: 5 });
});
