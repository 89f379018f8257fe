import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import charlotte from '../../worker/kits/charlotte.json';
import { features } from '../../worker/main/features.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { hrefsOf, openShared } from './support.ts';

const site = 'https://petitions.example.org';
const app = testApp({ publicUrl: site });
const { slug } = charlotte.campaign;
const read = async (path: string) => (await app.request(path)).text();
const shared = features.flatMap(({ sharedPage }) => sharedPage ?? []);

beforeAll(async () => {
  expect((await openKit(env.DB, charlotte, aWednesday)).ok).toBe(true);
});

describe('a page of a campaign that people share', () => {
  test.each(shared)(
    '$name: in the share kit, with its links, its texts in both languages and its card',
    async (page) => {
      const kit = await read(`/campaigns/${slug}/share?lang=es`);
      const [, part = ''] = kit.split(`id="share-${page.name}"`);
      const own = part.slice(0, part.indexOf('</details></div></details>'));
      const address = `${site}${page.path(slug)}?source=share-link`;
      expect(own.match(/<textarea /g)?.length).toBe(2);
      for (const [, text] of own.matchAll(/<textarea [^>]*>([^<]*)</g)) expect(text).toContain(address);
      expect(
        hrefsOf(own)
          .filter((href) => href.startsWith('sms:'))
          .map(decodeURIComponent),
      ).toEqual([expect.stringContaining(`${site}${page.path(slug)}?source=share-sms`)]);

      const head = (await read(page.path(slug))).split('</head>')[0] ?? '';
      const card = /property="og:image" content="([^"?]+)\?lang=en"/.exec(head)?.[1];
      expect(card).toBe(`${site}/cards/pages/${slug}/${page.name}.png`);
      const drawn = await app.request(new URL(card ?? '').pathname);
      expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png']);
    },
  );

  test('of the directory tells nobody which campaign it is of, or what was looked for', async () => {
    const page = await read(`/campaigns/${slug}/resources?words=lawyer`);
    const tags = [...page.matchAll(/<meta property="og:[a-z:]+" content="([^"]*)"/g)].map(
      ([, content]) => content,
    );
    expect(tags.length).toBeGreaterThan(5);
    expect(tags.join(' ')).not.toContain('lawyer');
    expect(tags.join(' ')).not.toContain(charlotte.campaign.title.en);
    const card = async (path: string) => new Uint8Array(await (await app.request(path)).arrayBuffer());
    expect(await card(`/cards/pages/${slug}/resources.png`)).not.toEqual(
      await card(`/cards/pages/${slug}/stories.png`),
    );
  });

  test('is nowhere where the kit has none', async () => {
    const { app: other, campaign, share } = await openShared();
    expect(await share()).not.toContain('More pages to share');
    for (const { name } of shared)
      expect((await other.request(`/cards/pages/${campaign}/${name}.png`)).status).toBe(404);
    expect((await other.request(`/cards/pages/${campaign}/nothing.png`)).status).toBe(404);
    expect((await other.request('/cards/pages/nothing-here/training.png')).status).toBe(404);
  });
});
