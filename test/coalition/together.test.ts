import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { actsQuery } from '../../worker/organize/act-store.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { turnSwitch } from '../../worker/platform/switches.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { someCare } from '../support/care.ts';
import { type Coalition, coalitionKit, openedCoalition, partnerPath } from '../support/coalition.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

let app: TestApp;
let coalition: Coalition;
let organizer: OrganizerClient;

beforeEach(async () => {
  app = testApp();
  const kit = coalitionKit();
  const [church, ...others] = kit.campaign.partners;
  const said = {
    brings: { en: 'A hall', es: 'Una sala' },
    decides: { en: 'Nothing alone', es: 'Nada sola' },
  };
  kit.campaign.partners = [{ ...church!, ...said }, ...others];
  Object.assign(kit.campaign, { care: someCare });
  coalition = await openedCoalition(env.DB, kit);
  organizer = await organizerIn(app, coalition.context.campaign, { role: 'moderator' });
});

const pageOf = async (slug: string) => `${await partnerPath(app, coalition.partners[slug])}/coalition`;
const read = async (slug: string, query = '') => (await app.request((await pageOf(slug)) + query)).text();
const press = async (slug: string, fields: Record<string, string>) => app.post(await pageOf(slug), fields);
const item = (agenda: string, more = {}) => ({ step: 'add-agenda', agenda, who: '', on: '', ...more });
const idea = (text: string) => ({ step: 'add-idea', idea: text });
const idsIn = (html: string) => [...html.matchAll(/id="entry-(\w{26})"/g)].map(([, id = '']) => id);
const kinds = async () =>
  (await runQuery(env.DB, actsQuery(env.DB, coalition.context.campaign.id, { most: 9 }))).map(
    ({ kind }) => kind,
  );

describe('what all partners share', () => {
  test('is the same on the page of each, apart from the buttons to what is its own', async () => {
    await press('church', item('Book the hall', { who: 'The church', on: '2026-12-09' }));
    await press('clinic', idea('A poster in each waiting room'));
    await organizer.post('/coalition/notes', { notes: 'We met.', on: '2026-11-20' });
    const shared = async (slug: string) => {
      const path = await partnerPath(app, coalition.partners[slug]);
      const main = /<main.*<\/main>/s.exec(await read(slug))?.[0] ?? '';
      const without = main.replaceAll(/<form[^>]* data-own.*?<\/form>/gs, '').replaceAll(path, 'LINK');
      return without;
    };
    const church = await shared('church');
    for (const words of [
      'Book the hall',
      'A poster in each waiting room',
      'We met.',
      'A hall',
      'Nothing alone',
    ])
      expect(church).toContain(words);
    expect(await shared('clinic')).toBe(church);
    expect(await shared('club')).toBe(church);
  });

  test('names who brings what and who decides what, by sector', async () => {
    const page = await read('club');
    for (const words of [
      'A hall',
      'Nothing alone',
      'Faith',
      'Healthcare',
      'Does what a clinic does.',
      'not said yet',
    ])
      expect(page).toContain(words);
    expect(await read('club', '?lang=es')).toContain('Una sala');
  });

  test('says that nobody reports a crime here, with the help lines of the kit', async () => {
    for (const page of [await read('church'), await organizer.read('/coalition/idea')]) {
      expect(page).toContain('Write nothing about a crime');
      expect(page).toContain('1-800-555-0100');
    }
  });

  test('is nowhere in public: on no page, in no JSON, feed or download', async () => {
    await press('church', item('Marked-agenda'));
    await press('church', idea('Marked-idea'));
    await organizer.post('/coalition/notes', { notes: 'Marked-notes', on: '2026-11-20' });
    const { campaign } = coalition.context;
    const home = `/campaigns/${campaign.slug}`;
    const link = await partnerPath(app, coalition.partners.clinic);
    const paths = [
      '/',
      home,
      `${home}/feed.xml`,
      `/api/v1${home}`,
      `${link}.json`,
      `${link}.csv`,
      '/sitemap.xml',
    ];
    for (const path of paths) {
      const text = await (await app.request(path)).text();
      expect([path, /Marked-|A hall|Nothing alone/.test(text)]).toEqual([path, false]);
    }
  });
});

describe('the agenda', () => {
  test('takes items of any partner and any organizer, with who and when', async () => {
    expect(
      (await press('church', item('Book the hall', { who: 'The church', on: '2026-12-09' }))).status,
    ).toBe(303);
    expect(
      (await organizer.post('/coalition/agenda', { agenda: 'Call the clerk', who: '', on: '' })).status,
    ).toBe(303);
    const page = await read('clinic');
    for (const words of [
      'Book the hall',
      'Who: The church',
      'By Wednesday, December 9, 2026',
      'From The church, ',
    ])
      expect(page).toContain(words);
    expect(page).toContain('From The campaign’s team, ');
  });

  test('items are marked as done or taken off by their author, and by no other partner', async () => {
    await press('church', item('Book the hall'));
    const [entry = ''] = idsIn(await read('church'));
    for (const step of ['done', 'off']) {
      expect((await press('clinic', { step, entry, seen: 'open' })).status).toBe(409);
    }
    expect(await read('clinic')).not.toContain(`value="${entry}"`);
    expect((await press('church', { step: 'done', entry, seen: 'open' })).status).toBe(303);
    expect(await read('clinic')).toContain('Done');
    expect((await press('church', { step: 'done', entry, seen: 'open' })).status).toBe(409);
    expect((await press('church', { step: 'off', entry, seen: 'done' })).status).toBe(303);
    expect(await read('clinic')).not.toContain('Book the hall');
  });

  test('and by an organizer with an act that can be undone', async () => {
    await press('church', item('Book the hall'));
    const [entry = ''] = idsIn(await organizer.read('/coalition/agenda'));
    const decide = (decision: string, seen: string) =>
      organizer.post(`/coalition/agenda/${entry}`, { decision, seen });
    expect((await decide('done', 'open')).status).toBe(303);
    expect((await decide('done', 'open')).status).toBe(409);
    expect((await decide('open', 'done')).status).toBe(303);
    const off = await decide('off', 'open');
    expect(await read('church')).not.toContain('Book the hall');
    const act = /done=(\w+)/.exec(off.headers.get('location') ?? '')?.[1];
    expect((await organizer.post(`/acts/${act}/undo`, { back: '' })).status).toBe(303);
    expect(await read('church')).toContain('Book the hall');
    expect(await kinds()).toEqual(
      expect.arrayContaining([
        'finish-coalition-entry',
        'reopen-coalition-entry',
        'take-off-coalition-entry',
      ]),
    );
    expect((await decide('burn', 'open')).status).toBe(400);
    const viewer = await organizerIn(app, coalition.context.campaign, { role: 'viewer' });
    expect((await viewer.post(`/coalition/agenda/${entry}`, { decision: 'off', seen: 'open' })).status).toBe(
      403,
    );
  });
});

describe('ideas', () => {
  test('are credited to who had them, with the date, the newest first', async () => {
    await press('church', idea('First idea'));
    app.setNow('2026-11-27T15:00:00Z');
    await press('clinic', idea('Second idea'));
    const page = await read('club');
    expect(page).toContain('From The church, Wednesday, November 25, 2026');
    expect(page).toContain('From The clinic, Friday, November 27, 2026');
    expect(page.indexOf('Second idea')).toBeLessThan(page.indexOf('First idea'));
  });

  test('keep their credit: nobody else takes them off, and nothing rewrites them', async () => {
    await press('church', idea('The church’s idea'));
    const [entry = ''] = idsIn(await read('church'));
    expect((await press('clinic', { step: 'off', entry, seen: 'open' })).status).toBe(409);
    expect((await press('church', { step: 'done', entry, seen: 'open' })).status).toBe(409);
    for (const set of [`partner_id = ${coalition.partners.clinic!.id}`, "text = 'Ours'", 'added_at = 0']) {
      const change = env.DB.prepare(`UPDATE coalition_entries SET ${set} WHERE id = ?`).bind(entry);
      await expect(change.run()).rejects.toThrow('entries are not rewritten');
    }
    expect(await read('clinic')).toContain('The church’s idea');
  });

  test('stay under the name of a partner that left, as the page says', async () => {
    expect(await read('church')).toContain('It stays so if your organization leaves.');
    await press('church', idea('The church’s idea'));
    await env.DB.prepare('UPDATE partners SET retired = 1 WHERE id = ?')
      .bind(coalition.partners.church!.id)
      .run();
    const page = await read('clinic');
    expect(page).toContain('The church’s idea');
    expect(page).toContain('From The church, ');
  });

  test('of a partner can be entered by an organizer, who credits them to it', async () => {
    await organizer.post('/coalition/idea', { idea: 'Said at the meeting', partner: 'clinic' });
    expect(await read('club')).toContain('From The clinic, ');
    expect((await organizer.post('/coalition/idea', { idea: 'Another', partner: 'nobody' })).status).toBe(
      400,
    );
  });
});

describe('notes of meetings', () => {
  test('are written by organizers alone, as Markdown without HTML', async () => {
    const notes = '**We agreed**\n\n<script>alert(1)</script>';
    expect((await organizer.post('/coalition/notes', { notes, on: '2026-11-20' })).status).toBe(303);
    const page = await read('clinic');
    expect(page).toContain('<strong>We agreed</strong>');
    expect(page).toContain('Meeting of Friday, November 20, 2026');
    expect(page).not.toContain('<script>alert');
    expect((await press('clinic', { step: 'add-notes', notes: 'Ours', on: '2026-11-20' })).status).toBe(400);
    expect(await read('clinic')).not.toContain('Ours');
  });
});

describe('what is typed', () => {
  test('comes back with its values where something is wrong', async () => {
    const bad = await press('church', item('', { who: 'The <b>church</b>', on: '2026-02-30' }));
    expect(bad.status).toBe(422);
    const html = await bad.text();
    expect(html).toContain('value="The &lt;b&gt;church&lt;/b&gt;"');
    expect(html).toContain('By when: enter a day like 2027-03-31');
    expect(html).toContain('What is to be talked about or done: fill this in');
    const notes = await organizer.post('/coalition/notes', { notes: 'Kept', on: '' });
    expect([notes.status, (await notes.text()).includes('Kept')]).toEqual([422, true]);
  });

  test('is shown as text, whatever it is, and breaks nothing', async () => {
    const hostile = [
      ...[
        '<img src=x onerror=alert(1)>',
        "'; DROP TABLE partners; --",
        '\u202Eevil',
        '\u0000',
        'x'.repeat(5000),
      ],
      ...['__proto__', '{partner}', '%00', '👩‍👩‍👧‍👦', '\uD800'],
    ];
    for (const text of hostile) {
      for (const fields of [item(text, { who: text, on: text }), item(text), idea(text)]) {
        const answer = await press('church', fields);
        expect([text, [303, 422, 429].includes(answer.status)]).toEqual([text, true]);
      }
      const odd = { step: text, entry: text, seen: text, version: text };
      expect((await press('church', odd)).status).toBe(400);
      expect((await press('church', { ...odd, step: 'off' })).status).toBe(409);
      const list = await app.request(
        `${await pageOf('church')}/agenda?before=${encodeURIComponent(text.toWellFormed())}`,
      );
      // An address with odd characters leads to the same one without them.
      expect([text, [200, 301].includes(list.status)]).toEqual([text, true]);
    }
    const page = await read('clinic');
    expect(page).not.toContain('<img src=x');
    expect((await app.request(`${await pageOf('church')}/partners`)).status).toBe(404);
  });

  test('is stored once however often the button is pressed, and ten times a day by each partner', async () => {
    await Promise.all([1, 2, 3].map(() => press('church', idea('The same'))));
    expect(idsIn(await read('church'))).toHaveLength(1);
    for (let n = 1; n < 10; n += 1) expect((await press('church', idea(`Idea ${n}`))).status).toBe(303);
    const over = await press('church', idea('One more'));
    expect(over.status).toBe(429);
    expect(await over.text()).toContain('>One more</textarea>');
    expect((await press('clinic', idea('One more'))).status).toBe(303);
    expect((await press('church', item('One more'))).status).toBe(303);
    app.setNow(new Date(app.now().getTime() + 25 * 3_600_000));
    expect((await press('church', idea('One more'))).status).toBe(303);
  });

  test('comes back while nothing can be stored', async () => {
    await turnSwitch(env.DB, { name: 'read-only', isOn: true }, app.now());
    const held = await press('church', idea('Kept in the form'));
    const agreed = await press('church', { step: 'agree', version: '1' });
    await turnSwitch(env.DB, { name: 'read-only', isOn: false }, app.now());
    expect([held.status, agreed.status]).toEqual([503, 503]);
    expect(await held.text()).toContain('>Kept in the form</textarea>');
  });
});

test('a long list is read in pages by key, each entry once', async () => {
  for (let d = 0; d < 5; d += 1) {
    app.setNow(new Date(Date.parse('2026-11-25T15:00:00Z') + d * 25 * 3_600_000));
    for (let n = 0; n < 9; n += 1) await press('church', idea(`Idea ${d}.${n}`));
  }
  expect(await read('club')).toContain('All ideas');
  const seen: string[] = [];
  for (let path: string | undefined = `${await pageOf('club')}/idea`; path; ) {
    const html: string = await (await app.request(path)).text();
    seen.push(...idsIn(html));
    path = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  expect([seen.length, new Set(seen).size]).toEqual([45, 45]);
  expect(seen).toEqual(seen.toSorted().toReversed());
});

test('the statements of these pages scan and sort no table that grows', async () => {
  const { entriesQuery, hasEntryQuery } = await import('../../worker/coalition/entry-store.ts');
  const { agreedTextsQuery, agreementsQuery, normsQuery } = await import(
    '../../worker/coalition/norms-store.ts'
  );
  const heard: string[] = [];
  const db = new Proxy(env.DB, {
    get: (target, key) =>
      key === 'prepare'
        ? (sql: string) => {
            heard.push(sql);
            return target.prepare(sql);
          }
        : Reflect.get(target, key),
  });
  const here = { sql: 'SELECT ?', value: 1 };
  entriesQuery(db, here, { kind: 'idea', before: null, most: 5 });
  const entry = { kind: 'idea', text: '', who: '', onDay: null, id: '', language: 'en' } as const;
  hasEntryQuery(db, { ...entry, campaignId: 1, partnerId: 1, now: app.now() });
  agreementsQuery(db, here);
  normsQuery(db, here);
  agreedTextsQuery(db, 1);
  for (const sql of heard) {
    const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(
        ...Array.from(
          {
            length: Math.max(
              (sql.match(/\?(?!\d)/g) ?? []).length,
              ...[...sql.matchAll(/\?(\d+)/g)].map(([, n]) => Number(n)),
            ),
          },
          () => 1,
        ),
      )
      .all<{ detail: string }>();
    const bad = plan.results.filter(({ detail }) => /SCAN (coalition|norm_)|TEMP B-TREE/.test(detail));
    expect([sql, bad]).toEqual([sql, []]);
  }
});
