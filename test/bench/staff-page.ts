import { staffToken } from '../../worker/digests/links.ts';
import type { Keyring } from '../../worker/platform/crypto/keyring.ts';
import { day } from '../../worker/platform/time/clock.ts';
import { makeDigests } from './digest.ts';
import type { Load } from './load.ts';
import { petition } from './people.ts';
import type { Plan } from './plan.ts';
import { type Figure, figureOf } from './report.ts';
import { get } from './requests.ts';
import { runRound } from './rounds.ts';
import type { Manned } from './stations.ts';
import { hello, same } from './steps.ts';

const week = 7 * day;
/** Half a year and three years of digests. */
const [fewWeeks, manyWeeks] = [26, 156];
const connections = 64;

type Seen = { rates: number[]; ofHello: number[]; floors: number[]; bytes: number };

/** Compares the page of a committee with three years of weekly digests with the page of one with half a year. */
export async function staffPageFigures(
  load: Load,
  manned: Manned,
  { keyring, plan }: { keyring: Keyring; plan: Plan },
): Promise<Figure[]> {
  const few = await look(load, manned, { keyring, plan, weeks: fewWeeks });
  const many = await look(load, manned, { keyring, plan, weeks: manyWeeks });
  const name = (what: string) => `staff-page/${connections}/${manyWeeks} weeks${what}`;
  const over = (one: number[], other: number[]) =>
    one.map((value, index) => value / (other[index] ?? Number.NaN));
  return [
    figureOf(name(''), '1/s', { values: many.rates, floors: many.floors }),
    figureOf(
      name(` over ${fewWeeks}, of hello`),
      '1/s',
      { values: many.rates, floors: few.rates, ratios: over(many.ofHello, few.ofHello) },
      { of: 'ratio', is: 'at least', bound: 0.9 },
    ),
    figureOf(
      name(` over ${fewWeeks}, sent`),
      'bytes',
      { values: [many.bytes], floors: [few.bytes] },
      { of: 'ratio', is: 'at most', bound: 1.1 },
    ),
  ];
}

async function look(
  load: Load,
  manned: Manned,
  { keyring, plan, weeks }: { keyring: Keyring; plan: Plan; weeks: number },
): Promise<Seen> {
  const { db, port } = manned.station.server;
  const path = await openWeeks(db, keyring, weeks);
  const page = await fetch(`http://127.0.0.1:${port}${path}`);
  const bytes = (await page.arrayBuffer()).byteLength;
  if (page.status !== 200) throw new Error(`the staff page answered ${page.status}`);
  const steps = [hello, same('staff-page', get(path), 200), hello];
  const seen: Seen = { rates: [], ofHello: [], floors: [], bytes };
  for (let round = 0; round <= plan.rounds; round += 1) {
    const measured = await runRound(load, manned, { ...plan, connections }, steps);
    const { slice, floors } = measured[1]!;
    // The first round only warms up.
    if (round === 0 || !floors.hello) continue;
    seen.rates.push(slice.rate);
    seen.floors.push(floors.hello.rate);
    seen.ofHello.push(slice.rate / floors.hello.rate);
  }
  return seen;
}

/** Gives the petition's committee a digest in each of so many weeks, and returns the path of its page. */
async function openWeeks(db: D1Database, keyring: Keyring, weeks: number): Promise<string> {
  const committee = await db
    .prepare(
      `SELECT committees.id, staff_link FROM committees JOIN actions ON committee_id = committees.id
      WHERE actions.slug = ?`,
    )
    .bind(petition)
    .first<{ id: number; staff_link: number }>();
  if (!committee) throw new Error('the petition has no committee');
  const from = Date.now() - weeks * week;
  await db.batch([
    db
      .prepare('UPDATE actions SET opens_at = min(opens_at, ?2) WHERE committee_id = ?1')
      .bind(committee.id, from - week),
    db.prepare('UPDATE committees SET next_digest_at = ?2 WHERE id = ?1').bind(committee.id, from),
  ]);
  while ((await makeDigests(db, new Date())).made > 0);
  return `/tallies/${await staffToken(keyring, committee.id, committee.staff_link)}`;
}
