import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { recountDue } from '../../worker/signatures/recount.ts';
import { recountStatements } from '../../worker/statements/recount.ts';
import { problemsWithTrees, storedStatements } from '../statements/independent.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { historyOf } from './history.ts';
import { linesOf, statedWeeks, twoCommittees } from './moves.ts';

// Mondays at 07:15 in New York; the first digest is that of W48.
const mondays = [
  '2026-11-30T12:15:00Z',
  '2026-12-07T12:15:00Z',
  '2026-12-14T12:15:00Z',
  '2026-12-21T12:15:00Z',
  '2026-12-28T12:15:00Z',
  '2027-01-04T12:15:00Z',
] as const;
const weeks = ['2026-W48', '2026-W49', '2026-W50', '2026-W51', '2026-W52', '2026-W53'];

beforeEach(() => stopEarlierDigests(env.DB));

describe('an action that is addressed to another committee', () => {
  test.each(['petition', 'survey'] as const)(
    'and back: each week of the %s is told once, by its committee of then, and every digest goes out',
    async (kind) => {
      const scene = await twoCommittees();
      const { app, move } = scene;
      const moved = kind === 'petition' ? scene.petition : scene.survey.action;
      const stays = kind === 'petition' ? scene.survey.action : scene.petition;
      await app.cron(mondays[0]);
      await move(moved.slug, 'budget', '2026-12-02T15:00:00Z');
      await app.cron(mondays[1]);
      await app.cron(mondays[2]);
      await move(moved.slug, 'safety', '2026-12-16T15:00:00Z');
      for (const monday of mondays.slice(3)) await app.cron(monday);
      const lines = await linesOf(moved.slug, `${kind}s`);
      expect(lines.map(({ week, committee }) => [week, committee])).toEqual([
        ['2026-W48', 'safety'],
        ['2026-W49', 'budget'],
        ['2026-W50', 'budget'],
        ['2026-W51', 'safety'],
        ['2026-W52', 'safety'],
        ['2026-W53', 'safety'],
      ]);
      expect(await statedWeeks(moved.id)).toEqual(weeks);
      expect(await statedWeeks(stays.id)).toEqual(weeks);
      const mailed = async (committee: 'safety' | 'budget') =>
        (await scene.digestsOf(committee)).flatMap(({ content, isMailed }) => (isMailed ? content.week : []));
      expect(await mailed('safety')).toEqual(weeks);
      expect(await mailed('budget')).toEqual(['2026-W49', '2026-W50']);
      const [last] = await app.mailTo(scene.email('safety'));
      expect(last?.text).toContain('Week ending January 3, 2027');
    },
  );

  test('and back, where it is the only one: the first committee gets no old week, and its next one', async () => {
    const scene = await twoCommittees();
    const { app, petition, survey, move } = scene;
    await app.cron(mondays[0]);
    for (const { slug } of [petition, survey.action]) await move(slug, 'budget', '2026-12-02T15:00:00Z');
    await app.cron(mondays[1]);
    await app.cron(mondays[2]);
    for (const { slug } of [petition, survey.action]) await move(slug, 'safety', '2026-12-16T15:00:00Z');
    for (const monday of mondays.slice(3)) await app.cron(monday);
    const told = async (committee: 'safety' | 'budget') =>
      (await scene.digestsOf(committee)).map(({ content }) => content.week);
    expect(await told('safety')).toEqual(['2026-W48', '2026-W51', '2026-W52', '2026-W53']);
    expect(await told('budget')).toEqual(['2026-W49', '2026-W50']);
    for (const { id } of [petition, survey.action]) expect(await statedWeeks(id)).toEqual(weeks);
  });

  test('is counted on: the new committee is told the change since the last digest of all', async () => {
    const { app, petition, digestsOf, move, email } = await twoCommittees();
    const { sign, become } = historyOf(petition);
    const first = await sign('2026-11-24T12:00:00Z');
    for (let n = 0; n < 3; n += 1) await sign(`2026-11-24T1${n}:00:00Z`);
    await app.cron(mondays[0]);
    await move(petition.slug, 'budget', '2026-12-02T15:00:00Z');
    await become(first, 'withdrawn', '2026-12-03T12:00:00Z');
    for (let n = 0; n < 3; n += 1) await sign(`2026-12-04T1${n}:00:00Z`, { place: '2' });
    await app.cron(mondays[1]);
    await move(petition.slug, 'safety', '2026-12-09T15:00:00Z');
    await sign('2026-12-10T12:00:00Z');
    await app.cron(mondays[2]);
    expect(await linesOf(petition.slug)).toEqual([
      { week: '2026-W48', committee: 'safety', confirmed: 4, change: 4, corrected: 0 },
      { week: '2026-W49', committee: 'budget', confirmed: 6, change: 2, corrected: 1 },
      { week: '2026-W50', committee: 'safety', confirmed: 7, change: 1, corrected: 0 },
    ]);
    const [told] = (await digestsOf('budget')).map(({ content }) => content.petitions[0]);
    expect(told).toMatchObject({
      change: 2,
      changeSince: { week: '2026-W48', weekEndsOn: '2026-11-29' },
      sinceLastMail: null,
      corrections: [{ week: '2026-W48', what: 'withdrawn', count: 1 }],
    });
    expect(told?.byPlace.map(({ change }) => change)).toEqual([-1, 3, 0, 0]);
    const back = (await digestsOf('safety')).at(-1)?.content.petitions[0];
    expect(back).toMatchObject({
      change: 1,
      changeSince: { week: '2026-W49' },
      sinceLastMail: { week: '2026-W48', change: 3 },
    });
    const [mail] = await app.mailTo(email('budget'));
    expect(mail?.text?.replace(/\s+/g, ' ')).toContain(
      '6 people have signed and confirmed: 2 more than in the tally of the week ending November 29, 2026.',
    );
    expect(await problemsWithTrees(petition.id)).toEqual([]);
  });

  test('between the days of two digests: the week is told once, and none is lost', async () => {
    const { app, petition, survey, move } = await twoCommittees({ budgetDay: 3 });
    const { sign, become } = historyOf(petition);
    const first = await sign('2026-11-24T12:00:00Z');
    await app.cron(mondays[0]);
    // On Tuesday, after the digest of Monday and before that of Wednesday.
    await move(petition.slug, 'budget', '2026-12-01T15:00:00Z');
    await app.cron('2026-12-02T12:15:00Z');
    expect(await linesOf(petition.slug)).toHaveLength(1);
    await sign('2026-12-03T12:00:00Z');
    await app.cron(mondays[1]);
    await app.cron('2026-12-09T12:15:00Z');
    // W50 ends, the digest of Wednesday has not told of it, and that of Monday has passed.
    await become(first, 'withdrawn', '2026-12-10T12:00:00Z');
    await sign('2026-12-11T12:00:00Z', { place: '2' });
    await app.cron(mondays[2]);
    await move(petition.slug, 'safety', '2026-12-15T15:00:00Z');
    await app.cron('2026-12-16T12:15:00Z');
    await sign('2026-12-17T12:00:00Z', { place: '2' });
    await app.cron(mondays[3]);
    expect(await linesOf(petition.slug)).toEqual([
      { week: '2026-W48', committee: 'safety', confirmed: 1, change: 1, corrected: 0 },
      { week: '2026-W49', committee: 'budget', confirmed: 2, change: 1, corrected: 0 },
      { week: '2026-W51', committee: 'safety', confirmed: 3, change: 1, corrected: 1 },
    ]);
    const stated = await storedStatements(petition.id);
    expect(stated.map(({ week }) => week)).toEqual(['2026-W48', '2026-W49', '2026-W51']);
    expect(stated[2]).toMatchObject({
      account: { confirmed: 3 },
      corrections: [{ week: '2026-W48', became: 'withdrawn', n: 1 }],
      members: { size: 5, added: 4, removed: 1 },
      previous: { index: expect.any(Number) },
    });
    const places = await env.DB.prepare(
      `SELECT content -> '$.petitions[0].byPlace' AS places FROM digests
      WHERE week = '2026-W51' AND content ->> '$.petitions[0].slug' = ?`,
    )
      .bind(petition.slug)
      .first<string>('places');
    expect((JSON.parse(places!) as { change: number }[]).map(({ change }) => change)).toEqual([-1, 2, 0, 0]);
    expect(await problemsWithTrees(petition.id)).toEqual([]);
    expect(await statedWeeks(survey.action.id)).toEqual(['2026-W48', '2026-W49', '2026-W50', '2026-W51']);
  });

  test('keeps statements that a recount finds to agree with the digests of both', async () => {
    const { app, petition, move } = await twoCommittees();
    await historyOf(petition).sign('2026-11-24T12:00:00Z');
    await app.cron(mondays[0]);
    await move(petition.slug, 'budget', '2026-12-02T15:00:00Z');
    await app.cron(mondays[1]);
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await recountDue({ db: env.DB }, new Date('2026-12-08T12:00:00Z'), [recountStatements]);
    vi.restoreAllMocks();
    const differences = await env.DB.prepare('SELECT differences FROM recounts WHERE action_id = ?')
      .bind(petition.id)
      .first<string>('differences');
    expect(JSON.parse(differences ?? '[]')).toEqual([]);
  });
});

describe('a digest that cannot be made', () => {
  test('is named by /health with the reason, until it is made, and by the log', async () => {
    const { app, petition, idOf } = await twoCommittees();
    const spy = vi.spyOn(console, 'error').mockImplementation(() => {});
    // As a bug would leave it: the week is in the log, and no digest told of it.
    await env.DB.prepare(
      `CREATE TRIGGER digest_fails BEFORE INSERT ON digest_lines WHEN NEW.slug = '${petition.slug}'
      BEGIN SELECT RAISE(ABORT, 'a sentence of Ana Lopez'); END`,
    ).run();
    await expect(app.cron(mondays[0])).rejects.toThrow('make-digests');
    const failed = () =>
      spy.mock.calls.map(([line]) => JSON.parse(line)).filter(({ event }) => event === 'digest-failed');
    expect(failed()).toMatchObject([{ committee: await idOf('safety'), error: 'Error' }]);
    expect(JSON.stringify(spy.mock.calls)).not.toContain('Ana');
    await env.DB.prepare('DROP TRIGGER digest_fails').run();
    await env.DB.prepare(
      'CREATE UNIQUE INDEX one_line ON digest_lines (section) WHERE slug = ?1'.replace(
        '?1',
        `'${petition.slug}'`,
      ),
    ).run();
    await env.DB.prepare(
      `INSERT INTO digest_lines VALUES (?, '2026-W01', 'petitions', ?, 'open', 0, 0, 0, 0)`,
    )
      .bind(await idOf('safety'), petition.slug)
      .run();
    await expect(app.cron('2026-11-30T12:30:00Z')).rejects.toThrow('make-digests');
    expect(failed().at(-1)).toMatchObject({ error: 'UNIQUE constraint failed: digest_lines.section' });
    const degraded = async () => {
      const answer = await app.request('/health');
      expect(answer.status).toBe(200);
      return ((await answer.json()) as { degraded: string[] }).degraded.filter((one) =>
        one.includes('digest'),
      );
    };
    const [named, ...others] = await degraded();
    expect(others).toEqual([]);
    expect(named).toContain('safety');
    expect(named).toContain('2026-11-30T12:00:00.000Z');
    expect(named).toContain('UNIQUE constraint failed: digest_lines.section');
    expect(named).toContain('docs/deploying.md');
    await env.DB.prepare('DROP INDEX one_line').run();
    await app.cron('2026-11-30T12:45:00Z');
    expect(await degraded()).toEqual([]);
    vi.restoreAllMocks();
  });
});
