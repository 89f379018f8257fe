import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { staffToken } from '../../worker/digests/links.ts';
import { renderDigestMails } from '../../worker/digests/render-mails.ts';
import { sections } from './stored.ts';
import { twoWeeks } from './two-weeks.ts';

const db = env.DB;

describe('the link to the staff page', () => {
  test('is refused when it is cut short, changed, of another purpose or of no committee', async () => {
    const { app, path, committeeId } = await twoWeeks();
    const delivery = await app.deps.keyring.token('delivery', String(committeeId));
    const nobody = await staffToken(app.deps.keyring, 987654, 1);
    const odd = await app.deps.keyring.token('staff', 'x.y');
    const wrong = [
      path.slice(0, -1),
      `${path}A`,
      `/tallies/${delivery}`,
      `/tallies/${nobody}`,
      `/tallies/${odd}`,
    ];
    for (const one of [...wrong, `${path}.pdf`, `${path}.csv.json`, '/tallies/x']) {
      expect((await app.request(one)).status).toBe(404);
    }
    expect((await app.post(`/tallies/${delivery}/replace`, {})).status).toBe(404);
  });

  test('can be replaced: the new one is mailed and not shown, the old one says so', async () => {
    const { app, path, contactEmail, committeeId } = await twoWeeks();
    const newPath = `/tallies/${await staffToken(app.deps.keyring, committeeId, 2)}`;
    expect((await app.request(newPath)).status).toBe(410);
    const replaced = await app.post(`${path}/replace`, {});
    expect(replaced.status).toBe(200);
    const said = await replaced.text();
    expect(said).toContain('The link has been replaced');
    expect(said).not.toContain(newPath);
    expect(said).not.toContain(contactEmail);

    for (const old of [path, `${path}.csv`, `${path}.json`])
      expect((await app.request(old)).status).toBe(410);
    expect(await (await app.request(path)).text()).toContain('organizers@example.org');
    expect((await app.post(`${path}/replace`, {})).status).toBe(410);

    const mails = (await app.mailTo(contactEmail)).filter(({ subject }) => subject.startsWith('New link'));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.links).toContain(`${app.deps.settings.publicUrl}${newPath}`);
    expect((await app.request(newPath)).status).toBe(200);
  });

  test('replaced by several at once moves on by one, with one mail', async () => {
    const { app, path, contactEmail, committeeId } = await twoWeeks();
    const answers = await Promise.all(Array.from({ length: 5 }, () => app.post(`${path}/replace`, {})));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const row = await db.prepare('SELECT staff_link FROM committees WHERE id = ?').bind(committeeId).first();
    expect(row).toEqual({ staff_link: 2 });
    const mails = await app.mailTo(contactEmail);
    expect(mails.filter(({ subject }) => subject.startsWith('New link'))).toHaveLength(1);
  });

  test('is mailed only in its newest version', async () => {
    const { app, path, committeeId } = await twoWeeks();
    await app.post(`${path}/replace`, {});
    const render = async (kind: string) => {
      const entry = { id: 'one', ref: `committee:${committeeId}`, kind };
      return (await renderDigestMails(app.deps, [entry], sections)).get('one');
    };
    expect(await render('staff-link:2')).not.toBeNull();
    await app.post(`/tallies/${await staffToken(app.deps.keyring, committeeId, 2)}/replace`, {});
    expect(await render('staff-link:2')).toBeNull();
    expect(await render('staff-link:3')).not.toBeNull();
  });
});
