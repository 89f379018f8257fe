import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkActs } from '../../worker/organize/check-acts.ts';
import { commitWithAct } from '../../worker/organize/commit-with-act.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';

const db = env.DB;
const app = testApp();
let campaign = { id: 0, slug: '' };

beforeAll(async () => {
  ({ campaign } = await openPetition(db));
  for (const subject of ['one', 'two', 'three']) {
    const act = { campaign, actor: 'command', kind: 'put-off-erasing', subject };
    await commitWithAct(app.deps, { act, steps: [], now: aWednesday });
  }
});

const trigger = 'acts_are_not_changed';
const stored = db.prepare('SELECT sql FROM sqlite_master WHERE name = ?').bind(trigger).first<string>('sql');
afterAll(async () =>
  db
    .prepare((await stored) ?? '')
    .run()
    .catch(() => null),
);

test('a log that nobody touched is whole, and its page says so', async () => {
  expect(await checkActs(db, campaign, 0)).toMatchObject({ broken: null, next: null, missingHeads: 0 });
  const owner = await organizerIn(app, campaign, { role: 'owner' });
  const page = await (await owner.get('/log/check')).text();
  const { checked } = await checkActs(db, campaign, 0);
  expect(checked).toBeGreaterThan(1);
  expect(page).toContain(`Yes. All ${checked} acts were checked.`);
  const later = await (await owner.get('/log/check?after=1&before=2000')).text();
  expect(later).toMatch(/Yes\. All 2,00\d acts were checked\./);
  expect(await (await owner.get('/log/check?lang=es')).text()).toContain(
    `Se revisaron las ${checked} acciones`,
  );
  expect(await (await owner.get('/log')).text()).toContain('/log/check');
});

test('an act that was changed by hand is named, from wherever the step begins', async () => {
  await stored;
  const [, second] = (
    await db
      .prepare('SELECT id, seq FROM acts WHERE campaign_id = ? ORDER BY seq')
      .bind(campaign.id)
      .all<{ id: string; seq: number }>()
  ).results;
  await db.prepare(`DROP TRIGGER ${trigger}`).run();
  await db.prepare("UPDATE acts SET subject = 'other' WHERE id = ?").bind(second?.id).run();
  expect(await checkActs(db, campaign, 0)).toMatchObject({ broken: second?.id, checked: 1 });
  expect(await checkActs(db, campaign, second?.seq ?? 0)).toMatchObject({ broken: null });
  await db.prepare("UPDATE acts SET subject = 'two' WHERE id = ?").bind(second?.id).run();
  expect(await checkActs(db, campaign, 0)).toMatchObject({ broken: null });
});
