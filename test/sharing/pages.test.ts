import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { aWednesday, testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { openKit } from '../support/kits.ts';
import { hrefsOf, openShared } from './support.ts';

const site = 'https://petitions.example.org';
const app = testApp({ publicUrl: site });
const { slug } = charlotte.campaign;
const read = async (path: string) => (await app.request(path)).text();
const paths = {
  training: `/campaigns/${slug}/training`,
  stories: `/campaigns/${slug}/stories`,
  resources: `/campaigns/${slug}/resources`,
  'budget-charlotte-police-training': '/budget/charlotte-police-training',
};

beforeAll(async () => {
  expect((await openKit(env.DB, charlotte, aWednesday)).ok).toBe(true);
});

describe('a page of a campaign that people share', () => {
  test.each(Object.entries(paths))(
    '%s: in the share kit, with its links, its texts in both languages and its card',
    async (name, path) => {
      const kit = await read(`/campaigns/${slug}/share?lang=es`);
      const [, part = ''] = kit.split(`id="share-${name}"`);
      const own = part.slice(0, part.indexOf('</details></div></details>'));
      const address = `${site}${path}?source=share-link`;
      expect(own.match(/<textarea /g)?.length).toBe(2);
      for (const [, text] of own.matchAll(/<textarea [^>]*>([^<]*)</g)) expect(text).toContain(address);
      expect(
        hrefsOf(own)
          .filter((href) => href.startsWith('sms:'))
          .map(decodeURIComponent),
      ).toEqual([expect.stringContaining(`${site}${path}?source=share-sms`)]);

      const head = (await read(path)).split('</head>')[0] ?? '';
      const card = /property="og:image" content="([^"?]+)\?lang=en"/.exec(head)?.[1];
      expect(card).toBe(`${site}/cards/pages/${slug}/${name}.png`);
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
    for (const name of Object.keys(paths))
      expect((await other.request(`/cards/pages/${campaign}/${name}.png`)).status).toBe(404);
    expect((await other.request(`/cards/pages/${campaign}/nothing.png`)).status).toBe(404);
    expect((await other.request('/cards/pages/nothing-here/training.png')).status).toBe(404);
  });
});
