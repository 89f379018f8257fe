import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answersOf,
  byKind,
  bytesARound,
  intakeName,
  resultOf,
  roundLength,
  rowsARound,
  troubleOf,
  type Write,
} from '../../../worker/platform/commit/writes.ts';
import { brokenErrors, overloadErrors, retryableErrors } from '../../faults/d1-errors.ts';

const sizes = fc.array(fc.oneof(fc.nat(3000), fc.nat(2 * bytesARound), fc.constant(bytesARound / 3)), {
  minLength: 1,
  maxLength: 1200,
});

describe('a round', () => {
  test('takes from the front as many as fit, at least one, and no fewer than it could', () => {
    fc.assert(
      fc.property(sizes, (all) => {
        const length = roundLength(all);
        const bytes = (count: number) => all.slice(0, count).reduce((sum, size) => sum + size, 0);
        expect(length).toBeGreaterThanOrEqual(1);
        expect(length).toBeLessThanOrEqual(rowsARound);
        if (length > 1) expect(bytes(length)).toBeLessThanOrEqual(bytesARound);
        const isFull = length === all.length || length === rowsARound;
        if (!isFull) expect(bytes(length + 1)).toBeGreaterThan(bytesARound);
      }),
    );
  });

  test('of nothing is nothing', () => {
    expect(roundLength([])).toBe(0);
  });

  test('runs its kinds in their order, and the writes of a kind in the order they came in', () => {
    const kinds = ['sign', 'confirm', 'erase'];
    const rounds = fc.array(fc.record({ kind: fc.constantFrom(...kinds), ref: fc.string(), data: fc.nat() }));
    fc.assert(
      fc.property(rounds, (round) => {
        const grouped = byKind(round, kinds);
        expect(grouped.map(([kind]) => kind)).toEqual(
          kinds.filter((kind) => grouped.some(([k]) => k === kind)),
        );
        for (const [kind, data] of grouped) {
          expect(data).toEqual(round.filter((write) => write.kind === kind).map((write) => write.data));
        }
        expect(grouped.flatMap(([, data]) => data)).toHaveLength(round.length);
      }),
    );
  });

  test('with a kind that nobody knows is refused', () => {
    const round: Write[] = [{ kind: 'sing', ref: 'a', data: {} }];
    expect(() => byKind(round, ['sign'])).toThrow('nobody knows');
  });

  test('answers each write with what stands in its own row, and with null where there is none', () => {
    const names = fc.uniqueArray(fc.string(), { maxLength: 20 });
    fc.assert(
      fc.property(names, fc.array(fc.nat(19)), (present, asked) => {
        const rows = present.map((ref, n) => ({
          ref,
          state: `s${n}`,
          reason: null,
          contentVersion: null,
        }));
        const refs = asked.map((n) => present[n] ?? 'nowhere at all');
        const answers = answersOf(
          refs.map((ref) => ({ kind: 'put', ref, data: {} })),
          rows,
        );
        expect(answers.map((one) => one?.state ?? null)).toEqual(
          refs.map((ref) => (present.includes(ref) ? `s${present.indexOf(ref)}` : null)),
        );
      }),
    );
  });
});

describe('an intake', () => {
  test('is the same for one key, is one of its group, and no group shares one', () => {
    const hex = fc.stringMatching(/^[0-9a-f]{8,32}$/);
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), hex, fc.integer({ min: 1, max: 64 }), (a, b, key, shards) => {
        const name = intakeName({ group: a, key }, shards);
        expect(intakeName({ group: a, key }, shards)).toBe(name);
        const [group, shard] = name.split(':').map(Number);
        expect(group).toBe(a);
        expect(shard).toBeGreaterThanOrEqual(0);
        expect(shard).toBeLessThan(shards);
        if (a !== b) expect(intakeName({ group: b, key }, shards)).not.toBe(name);
      }),
    );
  });

  test('gets its even share of the keys', () => {
    const random = Array.from({ length: 4000 }, (_, n) =>
      ((n * 2654435761) >>> 0).toString(16).padStart(8, '0'),
    );
    const loads = Map.groupBy(random, (key) => intakeName({ group: 1, key }, 8));
    expect(loads.size).toBe(8);
    for (const keys of loads.values()) expect(keys.length).toBeGreaterThan(400);
  });
});

describe('an error of the database', () => {
  test.each(retryableErrors)('is worth another try: %s', (message) => {
    expect(troubleOf(new Error(message))).toBe('retry');
    expect(troubleOf(new Error('D1_ERROR', { cause: new Error(message.slice('D1_ERROR: '.length)) }))).toBe(
      'retry',
    );
  });

  test.each(overloadErrors)('is an overload, which another try would increase: %s', (message) => {
    expect(troubleOf(new Error(message))).toBe('overloaded');
  });

  test.each(brokenErrors)('stays: %s', (message) => {
    expect(troubleOf(new Error(message))).toBe('broken');
  });

  test.each([undefined, null, 'no Error at all', {}])('can be any value: %s', (thrown) => {
    expect(troubleOf(thrown)).toBe('broken');
  });

  test('comes back from an intake as a refusal where the write may be sent again, else as a throw', () => {
    expect(resultOf({ ok: true, stored: null })).toEqual({ ok: true, value: null });
    expect(resultOf({ ok: false, reason: 'overloaded' })).toEqual({
      ok: false,
      error: { reason: 'overloaded' },
    });
    expect(() => resultOf({ ok: false, reason: 'broken' })).toThrow('refused');
  });
});
