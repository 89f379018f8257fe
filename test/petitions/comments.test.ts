import { beforeEach, expect, test } from 'vitest';
import type { ActionContext } from '../../worker/actions/context.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { watchDb } from '../support/watched-db.ts';

const app = testApp();
const { db } = app.deps;
let context: ActionContext;

beforeEach(async () => {
  context = await openPetition(db, { looks: 'at-once' });
});

const read = async (path: string) => (await app.request(path)).text();
const commentsOn = (page: string) =>
  [...page.matchAll(/<blockquote class="comment"[^>]*>([^<]*)</g)].map(([, text = '']) => text.trim());

/** Commenters of different minutes, as if each had confirmed; the last one is the newest. */
async function commenters(count: number) {
  const { slug } = context.action;
  const { mine, id } = await confirmedAs(app, slug, { ...anaOf(slug), comment: 'The first comment.' });
  await db.prepare('UPDATE signatures SET confirmed_at = confirmed_at - 6000000 WHERE id = ?').bind(id).run();
  await db
    .prepare(
      `INSERT INTO signatures (id, action_id, text_version, state, place, source, language, keep_informed, sealed,
         receipt, inbox_slot, received_at, changed_at, changed_week)
       SELECT substr(hex(randomblob(11)), 1, 22), ?1, 1, 'unconfirmed', '1', 'direct', 'en', 0, x'00', randomblob(16), 1,
         value, value, '2026-W48' FROM generate_series(1, ?2)`.replace(
        'generate_series(1, ?2)',
        "json_each('[' || rtrim(replace(hex(zeroblob(?2)), '00', '1,'), ',') || ']')",
      ),
    )
    .bind(context.action.id, count)
    .run();
  await db
    .prepare(
      `UPDATE signatures SET state = 'confirmed', confirmed_at = ?2 + rowid, confirmed_on = '2026-11-25',
         confirmed_week = '2026-W48', shown_comment = 'Comment of ' || rowid, comment_look = 'shown', inbox_slot = 1,
         inbox_key = randomblob(16), person_key = randomblob(16)
       WHERE action_id = ?1 AND state = 'unconfirmed'`,
    )
    .bind(context.action.id, app.now().getTime() - 5_000_000)
    .run();
  return { mine };
}

test('three comments stand on the petition’s page, and all of them in pages, each once, the newest first', async () => {
  await commenters(44);
  const path = `/petitions/${context.action.slug}`;
  const page = await read(path);
  expect(commentsOn(page)).toHaveLength(3);
  expect(page).toContain(`${path}/comments`);
  let next: string | undefined = `${path}/comments`;
  const seen: string[] = [];
  const sizes: number[] = [];
  while (next) {
    const comments = await read(next);
    seen.push(...commentsOn(comments));
    sizes.push(commentsOn(comments).length);
    next = /rel="next" href="([^"]+)"/.exec(comments)?.[1]?.replaceAll('&amp;', '&');
  }
  expect(sizes).toEqual([20, 20, 5]);
  expect(new Set(seen).size).toBe(45);
  expect(seen.slice(0, 3)).toEqual(commentsOn(page));
  expect(seen.at(-1)).toBe('The first comment.');
  expect(await read(`${path}/comments?lang=es`)).toContain('Los más recientes van primero.');
});

test('up to three need no page of their own; without one there is no heading', async () => {
  const path = `/petitions/${context.action.slug}`;
  expect(await read(path)).not.toContain('id="comments"');
  await commenters(2);
  const page = await read(path);
  expect(commentsOn(page)).toHaveLength(3);
  expect(page).not.toContain(`${path}/comments`);
});

test.each(['withdraw', 'erase'])('a comment is gone as soon as its owner chooses to %s', async (verb) => {
  const { mine } = await commenters(1);
  await app.post(`${mine}/${verb}`, {});
  for (const path of ['', '/comments'])
    expect(await read(`/petitions/${context.action.slug}${path}`)).not.toContain('The first comment.');
});

test('a place in the list says nothing about when somebody confirmed, and cannot be made up', async () => {
  await commenters(30);
  const path = `/petitions/${context.action.slug}/comments`;
  const next = /rel="next" href="[^"]*after=([^"&]+)/.exec(await read(path))?.[1] ?? '';
  expect(Buffer.from(next, 'base64url').toString('latin1')).not.toMatch(/\d{5}|row/);
  for (const made of ['x', '1.2', `${next.slice(0, -2)}AA`, '']) {
    expect((await app.request(`${path}?after=${made}`)).status).toBe(404);
  }
  const other = await openPetition(db);
  expect((await app.request(`/petitions/${other.action.slug}/comments?after=${next}`)).status).toBe(404);
});

test('a page costs nothing while it is cached, else one batch that reads few rows', async () => {
  await commenters(60);
  const calls: string[][] = [];
  const watched = watchDb({
    call(work, those) {
      calls.push(those.map(({ sql }) => sql));
      return work();
    },
  });
  const cached = testApp({ rememberFor: 10_000 }, { db: watched });
  const path = `/petitions/${context.action.slug}`;
  expect((await cached.request(path)).status).toBe(200);
  calls.length = 0;
  expect((await cached.request(path)).status).toBe(200);
  expect(calls.filter((those) => those.some((sql) => sql.includes('shown_')))).toEqual([]);
  expect((await cached.request(`${path}/comments`)).status).toBe(200);
  const own = () => calls.filter((those) => those.some((sql) => sql.includes('shown_')));
  expect(own()).toHaveLength(1);
  expect((await cached.request(`${path}/comments`)).status).toBe(200);
  expect(own()).toHaveLength(1);
  const [sql = ''] = own()[0] ?? [];
  const { meta } = await db.prepare(sql).bind(context.action.id, Number.MAX_SAFE_INTEGER, 0, 21).all();
  expect(meta.rows_read).toBeLessThan(50);
});
