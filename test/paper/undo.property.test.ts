import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expectBalance } from '../signatures/account.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { lineFields, type PaperLine, paperCounts, startedSheet } from './support.ts';

const app = testApp();

/** Names that meet: on one sheet, on several, with an address and without. */
const line: fc.Arbitrary<PaperLine> = fc
  .record({
    name: fc.constantFrom('Ana', 'ANA', 'Ben', '?', '-'),
    email: fc.constantFrom('', '', 'one', 'two'),
  })
  .map(({ name, email }) => [name, name.length > 1 ? 'Lopez' : '', '28202', email]);
const step = fc.record({ sheet: fc.nat(2), is: fc.constantFrom('count', 'count', 'take back') });

async function rowsOf(actionId: number): Promise<Record<string, number>> {
  const { results } = await env.DB.prepare(
    'SELECT counts_as AS key, count(*) AS n FROM paper_lines WHERE action_id = ? AND counts_as IS NOT NULL GROUP BY 1',
  )
    .bind(actionId)
    .all<{ key: string; n: number }>();
  return Object.fromEntries(results.map(({ key, n }) => [key, n]));
}

test('sheets counted and taken back in any order: the account of paper is that of its lines, and ends as it began', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
      fc.array(step, { minLength: 3, maxLength: 5 }),
      async (sheets, steps) => {
        const petition = await openPetition(env.DB);
        const organizer = await organizerIn(app, petition.campaign, { role: 'moderator' });
        const paths: string[] = [];
        for (const lines of sheets) {
          const path = await startedSheet(organizer);
          const addressed = lines.map(([given, family, zip, email]): PaperLine => {
            return [given, family, zip, email ? `${email}@${petition.action.slug}.example` : ''];
          });
          await organizer.post(`${path}/lines`, { decision: 'save', ...lineFields(addressed) });
          paths.push(path);
        }
        const acts = new Map<string, string>();
        const takeBack = async (path: string) => {
          const act = acts.get(path);
          if (act) expect((await organizer.post(`/acts/${act}/undo`, { back: '' })).status).toBe(303);
          acts.delete(path);
        };
        for (const { sheet, is } of steps) {
          const path = paths[sheet] ?? '';
          if (is === 'take back') await takeBack(path);
          else if (!acts.has(path)) {
            const done = await organizer.post(`${path}/lines`, { decision: 'finish' });
            const location = new URL(done.headers.get('location') ?? '', 'http://x');
            acts.set(path, location.searchParams.get('done') ?? '');
          }
          const counts = await paperCounts(petition.action.id);
          expect(counts).toEqual(await rowsOf(petition.action.id));
          const counted = paths.flatMap((one, index) => (acts.has(one) ? (sheets[index] ?? []) : []));
          expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(counted.length);
        }
        await expectBalance(app, petition);
        for (const path of paths) await takeBack(path);
        expect(await paperCounts(petition.action.id)).toEqual({});
        await expectBalance(app, petition);
      },
    ),
    { numRuns: 2 },
  );
});
