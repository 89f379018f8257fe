import { beforeAll, expect, test } from 'vitest';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { testApp } from '../support/app.ts';
import { type Coalition, openCoalition, partnerPath } from '../support/coalition.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
let coalition: Coalition;
let editor: OrganizerClient;

beforeAll(async () => {
  coalition = await openCoalition(db);
  editor = await organizerIn(app, coalition.context.campaign, { role: 'editor', hasPasskey: true });
});

const acts = () => runQuery(db, actsQuery(db, coalition.context.campaign.id, { most: 5 }));
const seenIn = (page: string) => /name="seen" value="([^"]+)"/.exec(page)?.[1] ?? '';
const linkIn = (page: string) => /\/partners\/[\w-]+(?=<\/code>)/.exec(page)?.[0] ?? '';

test('the partners of a campaign, with their sources and whether they agreed', async () => {
  await db
    .prepare("UPDATE sources SET name = ? WHERE slug = 'church-flyer' AND campaign_id = ?")
    .bind(
      JSON.stringify({ en: 'Flyers after Mass', es: 'Volantes después de misa' }),
      coalition.context.campaign.id,
    )
    .run();
  const page = await editor.read('/partners');
  expect(page).toContain('The church');
  expect(page).toContain('Flyers after Mass, church-form');
  expect(await editor.read('/partners?lang=es')).toContain('Volantes después de misa, ');
  expect(page).toContain('has agreed to the norms; may ask whether it may write');
  expect(page).toContain('has not agreed to the norms yet');
  const late = await organizerIn(app, coalition.context.campaign, { role: 'editor' });
  expect((await late.get('/partners/church')).headers.get('location')).toContain('/organize/passkey');
});

test('a replaced link ends at once, and the new one is in the answer and in no act', async () => {
  const old = await partnerPath(app, coalition.partners.church);
  expect((await app.request(old)).status).toBe(200);
  const seen = seenIn(await editor.read('/partners/church'));
  const answer = await editor.post('/partners/church', { seen, decision: 'link' });
  const page = await answer.text();
  const link = linkIn(page);
  expect((await app.request(old)).status).toBe(410);
  expect((await app.request(link)).status).toBe(200);
  const [act] = await acts();
  expect(act).toMatchObject({
    kind: 'replace-partner-link',
    subject: 'church',
    before: { link: 1, key: 1 },
    after: { link: 2, key: 1 },
  });
  expect(JSON.stringify(act)).not.toContain(link.slice(10));
  // What was ended, because somebody else had it, never holds again.
  expect((await editor.post(`/acts/${act?.id}/undo`)).status).toBe(409);
  expect((await app.request(old)).status).toBe(410);

  const again = await editor.post('/partners/church', { seen, decision: 'link' });
  expect(again.status).toBe(409);
  expect(await again.text()).not.toContain('</code>');

  const shown = await editor.post('/partners/church', { seen, decision: 'show-link' });
  expect(linkIn(await shown.text())).toBe(link);
  expect((await acts())[0]).toMatchObject({ kind: 'show-partner-link', subject: 'church' });
});

test('a key is made and shown once, and ended without another one being told', async () => {
  const seen = seenIn(await editor.read('/partners/clinic'));
  const made = await (await editor.post('/partners/clinic', { seen, decision: 'key' })).text();
  expect(made).toContain('The new key. It is not shown again');
  expect(/<code class="address">([\w-]{20,})<\/code>/.exec(made)?.[1]).toBeTruthy();
  expect(await editor.read('/partners/clinic')).not.toContain('<code class="address">');
  const ended = await editor.post('/partners/clinic', { seen: seenIn(made), decision: 'end-key' });
  expect(await ended.text()).toContain('The key was ended');
  expect((await acts())[0]).toMatchObject({ kind: 'end-partner-key', after: { link: 1, key: 3 } });
  expect((await editor.post('/partners/clinic', { seen, decision: 'burn' })).status).toBe(400);
  expect((await editor.get('/partners/nobody')).status).toBe(404);
});
