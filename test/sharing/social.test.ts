import { describe, expect, test } from 'vitest';
import { signAndConfirm } from '../support/people.ts';
import { openShared } from './support.ts';

/** The metadata that programs read to show a preview of a link. */
function propertiesOf(html: string): Record<string, string> {
  const [head = ''] = html.split('</head>');
  const tags = [...head.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)];
  return Object.fromEntries(
    tags.map(([, name = '', content = '']) => [name, content.replaceAll('&amp;', '&')]),
  );
}

const site = 'https://petitions.example.org';

describe('a shared link looks like what it leads to:', () => {
  test('a petition, with its ask, its count of now and its card', async () => {
    const { app, petition } = await openShared();
    await signAndConfirm(app, petition);
    const page = await (await app.request(`/petitions/${petition}?lang=es&source=wall&x=1`)).text();
    expect(propertiesOf(page)).toMatchObject({
      'og:title': 'A small petition (es)',
      'og:description': 'Do the small thing (es). Una persona ha firmado.',
      'og:url': `${site}/petitions/${petition}?source=wall&lang=es`,
      'og:image': `${site}/cards/petitions/${petition}.png?lang=es`,
      'twitter:card': 'summary_large_image',
    });
  });

  test('a survey, without the answers in its address', async () => {
    const { app, survey } = await openShared();
    const page = await (await app.request(`/surveys/${survey}?answer.thought=mine`)).text();
    expect(propertiesOf(page)).toMatchObject({
      'og:title': 'A small survey',
      'og:description': 'What do you think? No one has answered yet.',
      'og:url': `${site}/surveys/${survey}`,
      'og:image': `${site}/cards/surveys/${survey}.png?lang=en`,
    });
  });

  test('a campaign', async () => {
    const { app, campaign } = await openShared();
    const page = await (await app.request(`/campaigns/${campaign}`)).text();
    expect(propertiesOf(page)).toMatchObject({
      'og:title': 'A small campaign',
      'og:description': 'Do the small thing',
      'og:image': `${site}/cards/campaigns/${campaign}.png?lang=en`,
    });
  });

  test('a petition that was removed says nothing of itself', async () => {
    const { app, petition } = await openShared();
    await app.deps.db.prepare(`UPDATE actions SET state = 'removed' WHERE slug = ?`).bind(petition).run();
    const page = await (await app.request(`/petitions/${petition}`)).text();
    expect(Object.keys(propertiesOf(page)).filter((name) => name.startsWith('og:'))).toEqual([]);
  });
});
