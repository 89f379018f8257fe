import { env } from 'cloudflare:workers';
import { expect, test, vi } from 'vitest';
import { answer, surveyOfNovember } from './survey-weeks.ts';

test('a sentence that cannot be opened holds up no digest: mail and page say how many, and the log too', async () => {
  const { app, context, path } = await surveyOfNovember();
  for (let n = 0; n < 5; n += 1) {
    const answers = { fund: 'yes', own: `Sentence number ${n}` };
    await answer(app, context, `2026-11-24T1${n}:00:00Z`, { answers, shareWords: true });
  }
  await env.DB.batch([
    env.DB.prepare("UPDATE responses SET words_state = 'shown'"),
    env.DB.prepare(
      `UPDATE responses SET sealed = CAST(unhex('046c6f7374') || sealed AS BLOB)
      WHERE signature_id = (
        SELECT signature_id FROM responses WHERE action_id = ? ORDER BY words_at DESC LIMIT 1)`,
    ).bind(context.action.id),
  ]);
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  await app.cron('2026-11-30T12:15:00Z');
  const email = await env.DB.prepare('SELECT contact_email FROM committees WHERE id = ?')
    .bind(context.action.committee.id)
    .first<string>('contact_email');
  const [mail] = await app.mailTo(email ?? '');
  expect(mail?.text).toContain('1 more sentence was shared, but it cannot be opened at the moment.');
  expect(mail?.text).toContain('Sentence number 3');
  expect(mail?.text).not.toContain('Sentence number 4');
  expect(logged.mock.calls.flat().join()).toContain('"event":"sentences-not-opened","count":1');
  app.setNow('2026-12-01T12:00:00Z');
  expect(await (await app.request(path)).text()).toContain('1 more sentence was shared');
  expect(await (await app.request(`${path}?lang=es`)).text()).toContain('Se compartió 1 frase más');
  logged.mockRestore();
});
