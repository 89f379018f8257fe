import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NeighborAnswer, NeighborAnswers } from '../support/neighbor-server.ts';
import { keyringOf, type Told } from './log-of.ts';
import { neighborSite, openState, read, readingOf } from './support.ts';
import { keyring, later, monday, week47, week48 } from './weeks.ts';

const paths = [
  '/log/checkpoint',
  '/log/keys',
  '/log/consistency?from=2&to=3',
  '/log/tile/0/000.p/3',
  '/.well-known/undersigned.json?campaign=city',
  '/statements/ask/2026-W48.json',
  '/statements/ask/2026-W48.tlog-proof',
];

type Change = (answer: NeighborAnswer, others: NeighborAnswers) => NeighborAnswer;

const bytesOf = ({ text = '', base64 }: NeighborAnswer) =>
  base64 === undefined ? [...new TextEncoder().encode(text)] : [...atob(base64)].map((c) => c.charCodeAt(0));
const withBytes = (answer: NeighborAnswer, bytes: number[]): NeighborAnswer => ({
  ...answer,
  base64: btoa(String.fromCharCode(...bytes)),
});

const place = fc.nat({ max: 100_000 });
const change: fc.Arbitrary<Change> = fc.oneof(
  // A byte is another one, is taken out, or is put in.
  fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(
    ([at, by]): Change =>
      (answer) => {
        const bytes = bytesOf(answer);
        const i = at % Math.max(1, bytes.length);
        return withBytes(answer, bytes.with(i, ((bytes[i] ?? 0) + by) % 256));
      },
  ),
  place.map(
    (at): Change =>
      (answer) => {
        const bytes = bytesOf(answer);
        return withBytes(answer, bytes.toSpliced(at % Math.max(1, bytes.length), 1));
      },
  ),
  // A digit is another one.
  fc.tuple(place, fc.integer({ min: 1, max: 9 })).map(
    ([at, by]): Change =>
      (answer) => {
        const bytes = bytesOf(answer);
        const digits = bytes.flatMap((byte, i) => (byte >= 48 && byte <= 57 ? [i] : []));
        const i = digits[at % Math.max(1, digits.length)] ?? 0;
        return withBytes(answer, bytes.with(i, (((((bytes[i] ?? 48) - 48 + by) % 10) + 10) % 10) + 48));
      },
  ),
  place.map(
    (at): Change =>
      (answer) =>
        withBytes(answer, bytesOf(answer).slice(0, at % 2000)),
  ),
  // The answer of another address, or none.
  fc.constantFrom(...paths).map(
    (path): Change =>
      (_, others) =>
        others[path] ?? { status: 404 },
  ),
  fc.json({ maxDepth: 4 }).map(
    (text): Change =>
      ({ type = 'text/plain' }) => ({ type, text }),
  ),
  fc.constantFrom(204, 301, 403, 404, 500).map(
    (status): Change =>
      (answer) => ({ ...answer, status }),
  ),
);
const changes = fc.uniqueArray(fc.tuple(fc.constantFrom(...paths), change), {
  minLength: 1,
  maxLength: 4,
  selector: ([path]) => path,
});

/** What a city may show: what its key has signed, before or after. */
const honest = [
  { week: '2026-W47', signatures: 120, answers: 30, trained: 9 },
  { week: '2026-W48', signatures: 150, answers: 30, trained: 11 },
];

test('nothing that was altered on its way is ever stored as verified, nor is anybody accused by it', async () => {
  const site = await neighborSite();
  await fc.assert(
    fc.asyncProperty(changes, async (altered) => {
      const { id } = await openState([site], monday);
      await site.show(keyring, week47);
      await read(monday);
      const answers = await site.answers(keyring, week48);
      const changed = { ...answers };
      for (const [path, alter] of altered) changed[path] = alter(answers[path] ?? { status: 404 }, answers);
      await site.answer(changed);
      await read(later(7));
      const { week, signatures, answers: told, trained, reason, head } = await readingOf(id, later(7));
      expect(honest).toContainEqual({ week, signatures, answers: told, trained });
      expect(['equivocates', 'rewritten']).not.toContain(reason);
      expect(head?.size).toBeOneOf([2, 3]);
      // Whatever it was, the next honest answers are verified.
      await site.answer(answers);
      await read(later(8));
      expect(await readingOf(id, later(8))).toMatchObject({ state: 'verified', ...honest[1] });
    }),
    { numRuns: 60 },
  );
});

test('a log that tells something else than before never takes the place of what was verified', async () => {
  const site = await neighborSite();
  const told: fc.Arbitrary<Told[]> = fc.array(
    fc.record({
      week: fc.constantFrom('2026-W45', '2026-W46', '2026-W47', '2026-W48', '2026-W49'),
      n: fc.nat({ max: 400 }),
      action: fc.constantFrom('ask', 'survey', 'third'),
      campaign: fc.constantFrom('city', 'city', 'other'),
    }),
    { minLength: 1, maxLength: 5 },
  );
  await fc.assert(
    fc.asyncProperty(told, fc.constantFrom('first', 'second'), async (other, key) => {
      const { id } = await openState([site], monday);
      await site.show(keyring, week48);
      await read(later(7));
      await site.show(keyringOf(key), other);
      await read(later(8));
      const found = await readingOf(id, later(8));
      expect(found).toMatchObject({ counts: false, ...honest[1] });
      expect(['equivocates', 'rewritten', 'shrank', 'key-changed']).toContain(found.reason);
    }),
    { numRuns: 40 },
  );
});
