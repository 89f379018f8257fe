import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { deliveryToken } from '../../worker/digests/links.ts';
import { renderThresholdMails } from '../../worker/petitions/render-mails.ts';
import { campaignOfAugust, historyOf } from '../digests/history.ts';
import { committeeOf } from '../digests/two-weeks.ts';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { ownPath, publicCounts, signAndConfirm } from '../support/people.ts';

const db = env.DB;

describe('a threshold', () => {
  test('is mailed once, with the number of now, and to nobody who has stopped', async () => {
    const app = testApp();
    const { action: petition } = await campaignOfAugust();
    const committee = await committeeOf(petition.id);
    const path = `/digests/${await deliveryToken(app.deps.keyring, committee.id, 1)}`;
    const { sign } = historyOf(petition);
    for (let n = 0; n < 4; n += 1) await sign('2026-09-02T12:00:00Z');
    await db.batch([
      db
        .prepare('UPDATE thresholds SET reached_at = ? WHERE action_id = ? AND signatures = 3')
        .bind(Date.parse('2026-09-03T02:00:00Z'), petition.id),
      db
        .prepare(
          `INSERT INTO outbox (id, ref, kind, state, due_at, created_at) VALUES (?, ?, 'threshold', 'waiting', 0, 0)`,
        )
        .bind(`threshold of ${petition.id}`, `${petition.id}:3`),
    ]);
    const render = async (ref: string) =>
      (await renderThresholdMails(app.deps, [{ id: 'one', ref, kind: 'threshold' }])).get('one');
    const mail = await render(`${petition.id}:3`);
    expect(mail).toMatchObject({
      to: committee.contact_email,
      subject: 'Petition reached 3 signatures: A small petition',
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    });
    expect(mail?.text.replace(/\s+/g, ' ')).toContain(
      'reached 3 verified signatures on September 2, 2026: 3 signatures.',
    );
    expect(mail?.text).toContain('4 signatures count');
    expect(mail?.text).toContain(`/petitions/${petition.slug}`);
    expect(await render(`${petition.id}:10`)).toBeNull();
    expect(await render('987654:3')).toBeNull();
    await app.post(path, { frequency: 'thresholds' });
    expect(await render(`${petition.id}:3`)).not.toBeNull();
    await app.post(path, { frequency: 'stopped' });
    expect(await render(`${petition.id}:3`)).toBeNull();
  });

  test('that is passed, lost and passed again by people who sign and withdraw is told once', async () => {
    const app = testApp();
    const { action: petition } = await openPetition(db, { thresholds: [2], closesOn: null });
    const committee = await db
      .prepare('SELECT contact_email FROM committees WHERE id = ?')
      .bind(petition.committee.id)
      .first<{ contact_email: string }>();
    const told = async () =>
      (await app.mailTo(committee?.contact_email ?? '')).filter(({ subject }) => subject.includes('reached'));
    const signer = (given_name: string) => ({
      given_name,
      email: `${given_name}@${petition.slug}.example.org`,
    });
    await signAndConfirm(app, petition.slug, signer('ana'));
    expect(await told()).toHaveLength(0);
    await signAndConfirm(app, petition.slug, signer('ben'));
    expect(await told()).toHaveLength(1);
    await app.post(`${await ownPath(app, signer('ben').email)}/withdraw`, {});
    await signAndConfirm(app, petition.slug, signer('cleo'));
    expect(await publicCounts(app, petition.slug)).toMatchObject({ confirmed: 2, withdrawn: 1 });
    expect(await told()).toHaveLength(1);
  });
});
