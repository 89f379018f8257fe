import { describe, expect, test } from 'vitest';
import { both, hrefsOf, openShared } from './support.ts';

const site = 'https://petitions.example.org';

/** The source in each link that opens another app, by app. */
function sourcesOf(html: string): Record<string, string | undefined> {
  const apps = /^(https:\/\/(?:wa\.me|t\.me|www\.facebook\.com|x\.com)|sms:|mailto:\?)/;
  return Object.fromEntries(
    hrefsOf(html).flatMap((href) => {
      const app = apps.exec(href)?.[1];
      return app ? [[app, /source=([a-z-]+)/.exec(decodeURIComponent(href))?.[1]]] : [];
    }),
  );
}

describe('the share kit', () => {
  test('has texts in both languages, the reader’s own first, with the fact, its source and the hashtags', async () => {
    const { share } = await openShared();
    const page = await share('?lang=es');
    expect(page.indexOf('Textos en español')).toBeLessThan(page.indexOf('Textos en inglés'));
    expect(page).toContain('9 in 10 say that it is so. (es)');
    expect(page).toMatch(/Fuente:\s+A survey \(es\), 2020/);
    expect(page).toContain('#Small');
    expect(page).toMatch(/<textarea [^>]*lang="en"[^>]*>[^<]*9 in 10 say that it is so\./);
  });

  test('gives each way of sharing a source of its own', async () => {
    const { share, petition } = await openShared();
    const page = await share();
    expect(sourcesOf(page.slice(0, page.indexOf('A small survey')))).toEqual({
      'https://wa.me': 'share-whatsapp',
      'sms:': 'share-sms',
      'mailto:?': 'share-email',
      'https://t.me': 'share-telegram',
      'https://www.facebook.com': 'share-facebook',
      'https://x.com': 'share-x',
    });
    expect(page).toContain(`value="${site}/petitions/${petition}?source=share-link"`);
  });

  test('for a source that somebody picks has it everywhere, on the paper too', async () => {
    const { share } = await openShared();
    const page = await share('?source=choir-poster');
    expect([...new Set(Object.values(sourcesOf(page)))]).toEqual(['choir-poster']);
    expect(page).toContain('<optgroup label="The Choir">');
    expect(page).toMatch(/<option value="choir-poster" selected/);
    const prints = hrefsOf(page).filter((href) => href.includes('/print/'));
    expect(prints.length).toBe(14);
    expect(prints.every((href) => href.includes('source=choir-poster'))).toBe(true);
  });

  test('takes no source that the campaign does not know', async () => {
    const { share } = await openShared();
    const page = await share('?source=%22%3E%3Cscript%3Ealert(1)%3C/script%3Ex');
    expect(page).not.toContain('<script>alert');
    expect(sourcesOf(page)['sms:']).toBe('share-sms');
  });

  test('opens nothing by itself: every app is a plain link that tells it nothing', async () => {
    const { share } = await openShared();
    const page = await share();
    const outgoing = [...page.matchAll(/<a [^>]*href="(?:https:\/\/(?!www\.weather)|sms:|mailto:\?)[^>]*>/g)];
    expect(outgoing.length).toBe(12);
    for (const [link] of outgoing) expect(link).toContain('rel="noopener noreferrer"');
    expect([...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)).toEqual([
      expect.stringMatching(/^<script type="module" src="\/assets\//),
    ]);
  });

  test('uses the kit’s own texts, those for just this action first', async () => {
    const { share, survey } = await openShared((kit) => {
      kit.campaign.share = [
        { slug: 'any', kind: 'message', text: both('For everything: {link}') },
        {
          slug: 'this',
          action: kit.slugs.survey,
          kind: 'message',
          text: both('Only here: {link}'),
        },
      ];
    });
    const page = await share();
    const [first = '', second = ''] = page.split('A small survey</h2>');
    expect(first).toContain('For everything: https://petitions.example.org/petitions/');
    expect(first).not.toContain('Only here');
    expect(second).toContain(`Only here: ${site}/surveys/${survey}?source=share-link`);
    expect(second).not.toContain('For everything');
  });

  test('has the short address of a source that has one', async () => {
    const { share, survey } = await openShared();
    expect(await share('?source=wall')).toContain(`value="${site}/s/${survey.replace('-survey', '-wall')}"`);
  });

  test('offers nothing that has closed', async () => {
    const { app, share } = await openShared();
    app.setNow('2027-07-02T12:00:00Z');
    const page = await share();
    expect(page).toContain('no petition and no survey is open');
    expect(hrefsOf(page).some((href) => href.startsWith('sms:'))).toBe(false);
  });

  test('is found from the campaign, the petition and the thank-you page, without the source of who came', async () => {
    const { app, campaign, petition } = await openShared();
    for (const path of [
      `/campaigns/${campaign}`,
      `/petitions/${petition}`,
      `/petitions/${petition}/thank-you`,
    ]) {
      const page = await (await app.request(`${path}?lang=es&source=wall`)).text();
      expect(hrefsOf(page)).toContain(`/campaigns/${campaign}/share?lang=es`);
    }
  });

  test('of no campaign is not there', async () => {
    const { app } = await openShared();
    expect((await app.request('/campaigns/nothing-here/share')).status).toBe(404);
  });
});
