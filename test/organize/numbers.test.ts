import { beforeAll, expect, test } from 'vitest';
import { countedByWeekQuery } from '../../worker/actions/week-numbers-store.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { signAndConfirm, signByForm } from '../support/people.ts';

const app = testApp();
const { db } = app.deps;
let viewer: OrganizerClient;
let actionId: number;
let campaignId: number;

/** The cells of the table's row that begins with this text. */
function row(page: string, label: string): string[] {
  const found = page.split('<tr').find((part) => part.includes(`>${label}</th>`)) ?? '';
  return [...found.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text ?? '');
}

beforeAll(async () => {
  const { campaign, action } = await openPetition(db);
  viewer = await organizerIn(app, campaign, { role: 'viewer' });
  actionId = action.id;
  campaignId = campaign.id;
  await signAndConfirm(app, action.slug, anaOf(action.slug));
  await signByForm(app, action.slug, { ...anaOf(action.slug), email: 'bo@numbers.example' });
});

test('the first page says what this week and the last one brought, and how many wait', async () => {
  await db
    .prepare("INSERT INTO signature_changes VALUES (?, '2026-W47', 'state', 'confirmed', 12)")
    .bind(actionId)
    .run();
  for (const path of ['/organize', '']) {
    const page = await viewer.read(path);
    expect(page).toContain('Numbers of the week');
    expect(row(page, 'Confirmed signatures')).toEqual(['+1', '+12', '13']);
    expect(row(page, 'Waiting for their confirmation')).toEqual(['–', '–', '1']);
    expect(page).toContain('Confirmed signatures, week by week');
    expect(page).toContain('Week of Nov 16');
    // No survey, no line about surveys.
    expect(page).not.toContain('Confirmed survey responses');
  }
  const spanish = await viewer.read('/organize?lang=es');
  expect(row(spanish, 'Firmas confirmadas')).toEqual(['+1', '+12', '13']);
  expect(spanish).toContain('Semana del 16 nov');
});

test('a week in which people took their names back is a fall', async () => {
  const change = (week: string, n: number) =>
    db
      .prepare(
        `INSERT INTO signature_changes VALUES (?1, ?2, 'state', 'confirmed', ?3)
         ON CONFLICT DO UPDATE SET n = excluded.n`,
      )
      .bind(actionId, week, n);
  await db.batch([change('2026-W46', 20), change('2026-W47', -4)]);
  expect(row(await viewer.read(''), 'Confirmed signatures')).toEqual(['+1', '−4', '17']);
});

test('the numbers read a row for each action and week, whatever there is', async () => {
  await db
    .prepare(
      `WITH RECURSIVE old (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM old WHERE n < 1000)
       INSERT INTO signature_changes SELECT ?, '2020-W' || n, 'state', 'confirmed', 1 FROM old`,
    )
    .bind(actionId)
    .run();
  const weeks = ['2026-W48', '2026-W47'];
  const { statements } = countedByWeekQuery(db, { campaignId, kind: 'petition', weeks });
  const [read] = await db.batch(statements as D1PreparedStatement[]);
  expect(read?.results).toHaveLength(1);
  expect(read?.meta.rows_read).toBeLessThan(20);
});
