import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { openPetition } from '../support/factories.ts';
import { signAndConfirm } from '../support/people.ts';

const hrefsIn = (html: string) =>
  [...html.matchAll(/ href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

describe('a campaign’s page in the short cache', () => {
  test('shows the count of a second ago, and then that of now', async () => {
    const { campaign, action } = await openPetition(env.DB);
    const app = testApp({ rememberFor: 1000 });
    const read = async () => (await app.request(`/campaigns/${campaign.slug}`)).text();
    expect(await read()).toContain('No one has signed yet.');
    await signAndConfirm(app, action.slug);
    expect(await read()).toContain('No one has signed yet.');
    app.setNow(new Date(app.now().getTime() + 1000));
    expect(await read()).toContain('One person has signed.');
  });

  test('carries on each reader’s own source and language, whatever the source is', async () => {
    const { campaign, action } = await openPetition(env.DB);
    const app = testApp({ rememberFor: 60_000 });
    const read = async (query: string) => (await app.request(`/campaigns/${campaign.slug}${query}`)).text();
    const plain = await read('');
    expect(hrefsIn(plain)).toContain(`/petitions/${action.slug}`);
    expect(plain).not.toContain('source=');
    expect(hrefsIn(await read('?source=poster'))).toContain(`/petitions/${action.slug}?source=poster`);
    const spanish = hrefsIn(await read('?lang=es&source=wall&x=1'));
    expect(spanish).toContain(`/petitions/${action.slug}?lang=es&source=wall`);
    expect(spanish).toContain(`/campaigns/${campaign.slug}?source=wall&lang=en`);
    const odd = await read(`?source=${encodeURIComponent('"><script>alert(1)</script>x')}`);
    expect(odd).not.toContain('<script>alert');
    expect(hrefsIn(odd)).toContain(
      `/petitions/${action.slug}?source=%22%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3Ex`,
    );
  });

  test('is not sent again to a reader who has it', async () => {
    const { campaign } = await openPetition(env.DB);
    const app = testApp();
    const path = `/campaigns/${campaign.slug}`;
    const first = await app.request(path);
    expect(first.headers.get('cache-control')).toContain('stale-while-revalidate');
    const etag = first.headers.get('etag') ?? '';
    const again = await app.request(path, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('says that nothing can be signed as soon as that is so', async () => {
    const { campaign } = await openPetition(env.DB);
    const app = testApp({ rememberFor: 1000 });
    const read = async () => (await app.request(`/campaigns/${campaign.slug}`)).text();
    const before = await read();
    await env.DB.prepare("INSERT INTO switches (name, since) VALUES ('read-only', 0)").run();
    app.setNow(new Date(app.now().getTime() + 1000));
    const after = await read();
    await env.DB.prepare('DELETE FROM switches').run();
    expect(after.length).toBeGreaterThan(before.length);
  });
});

describe('the home page', () => {
  test('has fifty campaigns and a link to the next ones', async () => {
    const { campaign } = await openPetition(env.DB);
    await env.DB.prepare(
      `WITH RECURSIVE copies (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < 52)
      INSERT INTO campaigns (slug, city_id, accent, contact_email, retention_days, content, opened_at, updated_at)
      SELECT slug || '-' || n, city_id, accent, contact_email, retention_days, content, opened_at, updated_at
      FROM copies CROSS JOIN campaigns WHERE slug = ?`,
    )
      .bind(campaign.slug)
      .run();
    const app = testApp();
    const first = await env.DB.prepare('SELECT slug FROM campaigns ORDER BY id LIMIT 1').first<string>(
      'slug',
    );
    const seen: string[] = [];
    for (let path: string | undefined = '/?lang=es'; path; ) {
      const hrefs: string[] = hrefsIn(await (await app.request(path)).text());
      const listed = hrefs.flatMap((href) => /^\/campaigns\/([a-z0-9-]+)\?lang=es$/.exec(href)?.[1] ?? []);
      expect(listed.length).toBeLessThanOrEqual(50);
      seen.push(...listed);
      path = hrefs.find((href) => href.startsWith('/?after=') && href.endsWith('lang=es'));
    }
    expect(seen[0]).toBe(first);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(`${campaign.slug}-1`);
    expect(seen).toContain(`${campaign.slug}-52`);
    expect((await app.request('/?after=nothing-here')).status).toBe(404);
  });

  test('says of each campaign how many take part in it', async () => {
    const { action } = await openPetition(env.DB);
    const app = testApp();
    await signAndConfirm(app, action.slug);
    const last = await env.DB.prepare(
      'SELECT slug FROM campaigns ORDER BY id DESC LIMIT 1 OFFSET 1',
    ).first<string>('slug');
    const page = await (await app.request(`/?after=${last}`)).text();
    expect(page).toContain('One person has signed<');
    expect(page).not.toContain('answered the survey');
  });
});
