import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { staffToken } from '../../worker/digests/links.ts';
import { decided, takenBack } from '../signatures/strike-off.ts';
import { confirmedAs } from '../signatures/support.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';

test('a digest says how many were struck off and why, explains the fall, and tells what counts again', async () => {
  const app = testApp();
  const { action } = await openPetition(env.DB);
  const ids: string[] = [];
  for (const name of ['Ana', 'Eva', 'Luis']) {
    const fields = {
      given_name: name,
      family_name: 'Lopez',
      email: `${name}@${action.slug}.example`,
      zip: '28202',
    };
    ids.push((await confirmedAs(app, action.slug, fields)).id);
  }
  await app.cron('2026-11-30T13:00:00Z');
  for (const [index, id] of ids.slice(0, 2).entries()) {
    const code = index === 0 ? 'automated' : 'made-up';
    await decided(env.DB, id, { kind: 'struck-off', at: app.now(), code });
  }
  await app.cron('2026-12-07T13:00:00Z');
  const token = await staffToken(app.deps.keyring, action.committee.id, 1);
  const page = await (await app.request(`/tallies/${token}`)).text();
  expect(page).toContain(': withdrawn, corrected, set aside or struck off');
  expect(page).toContain(
    'This week organizers struck off 2: Made by a program (1); Name or address made up (1).',
  );
  expect(page).toContain('In all, organizers have struck off 2, which are among those not valid');
  expect(page).toContain('2 were found not valid.');

  await takenBack(env.DB, ids[0] ?? '', { kind: 'struck-off', at: app.now() });
  await app.cron('2026-12-14T13:00:00Z');
  const later = await (await app.request(`/tallies/${token}`)).text();
  expect(later).toContain('1 that had been taken out counts again.');
  expect(later).toContain('In all, organizers have struck off 1');
  expect(later).not.toContain('This week organizers struck off');
  expect(await (await app.request(`/tallies/${token}?lang=es`)).text()).toContain(
    'En total, la organización ha anulado 1, que están entre las no válidas: Nombre o dirección inventados (1).',
  );
});
