import { expect, test } from 'vitest';
import { findCampaignBySlug, findKitVersion } from '../../worker/kits/version-store.ts';
import { readDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { valuesIn } from '../support/form-values.ts';
import { openKit } from '../support/kits.ts';
import { organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;

test('an owner without a passkey publishes a version, and My access says that this needs none', async () => {
  const kit = smallKit();
  expect((await openKit(db, kit, app.now())).ok).toBe(true);
  const { slug } = kit.campaign;
  const id = (await findCampaignBySlug(db, slug)) ?? 0;
  const owner = await organizerIn(app, { id, slug }, { role: 'owner' });
  const path = '/write/edit?page=petitions&entry=petitions.0';
  const shown = valuesIn((await owner.read(path)).split('id="form"')[1] ?? '');
  const { form_token: _, ...values } = Object.fromEntries(
    Object.entries(shown).map(([key, [value = '']]) => [key, value]),
  );
  expect((await owner.post(path, { ...values, 'ask.en': 'An ask of the owner.' })).status).toBe(303);
  const seen = String((await readDraft(db, id))?.version);
  const published = await owner.post('/write/publish', { seen, decision: 'now', note: 'Mine' });
  expect(published.status).toBe(303);
  expect(published.headers.get('location')).not.toContain('/passkey');
  expect(await findKitVersion(db, id)).toMatchObject({ number: 2, note: 'Mine', actor: owner.id });
  expect(await (await app.request(`/petitions/${kit.petitions[0]?.slug}`)).text()).toContain(
    'An ask of the owner.',
  );
  const access = await owner.read('/organize/passkey');
  expect(access).toContain('You have no passkey. You can look, write, publish and moderate');
  expect(/You need one to [^.]*/.exec(access)?.[0]).toMatch(/^You need one to (?!.*publish)/);
  expect(await owner.read('/organize/passkey?lang=es')).toContain(
    'Usted no tiene llave de acceso. Puede mirar, escribir, publicar y moderar',
  );
});
