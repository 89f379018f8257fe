import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { plainTitle } from '../../worker/developers/plain-rules.ts';
import { confirmedAs } from '../signatures/support.ts';
import { anaOf, type TestApp, testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit, parseKit } from '../support/kits.ts';
import { elementsOf, eventsOf } from '../webhooks/support.ts';

const both = (text: string) => ({ en: text, es: `${text} (es)` });
const site = 'http://localhost:8787';

const updates = [
  { slug: 'opened', on: '2026-09-01', title: both('It is <open> & free'), text: both('Now *you* can sign.') },
  { slug: 'met', on: '2026-11-25', title: both('We met'), text: both('Ten people came.') },
  { slug: 'later', on: '2026-11-26', title: both('Not yet told'), text: both('Wait.') },
];

let app: TestApp;
let campaign = '';
let petition = '';

beforeEach(async () => {
  app = testApp();
  const kit = smallKit({ thresholds: [1] });
  campaign = kit.campaign.slug;
  petition = kit.petitions[0]!.slug;
  const opened = await openKit(
    env.DB,
    { ...kit, campaign: { ...kit.campaign, updates } },
    new Date('2026-11-23T15:00:00Z'),
  );
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
});

const feed = (query = '') => app.request(`/campaigns/${campaign}/updates.xml${query}`);
const calendar = (query = '') => app.request(`/campaigns/${campaign}/junctures.ics${query}`);

describe('the news of a campaign', () => {
  test('are on its page and on its petition’s, newest first, from their day on', async () => {
    for (const path of [`/campaigns/${campaign}`, `/petitions/${petition}`]) {
      const page = await (await app.request(path)).text();
      expect(page.indexOf('We met')).toBeGreaterThan(0);
      expect(page.indexOf('It is &lt;open&gt; &amp; free')).toBeGreaterThan(page.indexOf('We met'));
      expect(page).toContain('Now <em>you</em> can sign.');
      expect(page).not.toContain('Not yet told');
      expect(page).toContain(
        `rel="alternate" type="application/rss+xml" title="A small campaign: news" href="/campaigns/${campaign}/updates.xml?lang=en"`,
      );
      expect(await (await app.request(`${path}?lang=es`)).text()).toContain('We met (es)');
    }
  });

  test('are a feed with absolute links and permanent ids', async () => {
    const answer = await feed();
    expect(answer.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    const xml = await answer.text();
    expect(elementsOf(xml, 'title')).toEqual(['A small campaign: news', 'We met', 'It is ‹open› & free']);
    expect(elementsOf(xml, 'guid')).toEqual([
      `${site}/campaigns/${campaign}#update-met`,
      `${site}/campaigns/${campaign}#update-opened`,
    ]);
    expect(elementsOf(xml, 'link').slice(1)).toEqual([
      `${site}/campaigns/${campaign}?lang=en#update-met`,
      `${site}/campaigns/${campaign}?lang=en#update-opened`,
    ]);
    // Noon in the city, in winter and in summer time.
    expect(elementsOf(xml, 'pubDate')).toEqual([
      'Wed, 25 Nov 2026 17:00:00 GMT',
      'Tue, 01 Sep 2026 16:00:00 GMT',
    ]);
    expect(elementsOf(xml, 'lastBuildDate')).toEqual(['Wed, 25 Nov 2026 17:00:00 GMT']);
    expect(elementsOf(xml, 'description')[2]).toContain('<p>Now <em>you</em> can sign.</p>');
  });

  test('report a threshold that was reached, in the language of the address', async () => {
    await confirmedAs(app, petition, anaOf(petition));
    const xml = await (await feed('?lang=es')).text();
    expect(elementsOf(xml, 'language')).toEqual(['es']);
    expect(elementsOf(xml, 'title')).toContain('Una persona ha firmado: A small petition (es)');
    expect(elementsOf(xml, 'link')).toContain(`${site}/petitions/${petition}?lang=es`);
    expect(await (await app.request(`/campaigns/${campaign}`)).text()).toContain(
      'One person has signed: A small',
    );
  });

  test('change their etag only when something has happened', async () => {
    const etag = (await feed()).headers.get('etag') ?? '';
    app.setNow('2026-11-25T23:00:00Z');
    const again = await app.request(`/campaigns/${campaign}/updates.xml`, {
      headers: { 'if-none-match': etag },
    });
    expect([again.status, await again.text()]).toEqual([304, '']);
    app.setNow('2026-11-26T23:00:00Z');
    expect((await feed()).headers.get('etag')).not.toBe(etag);
  });

  test('of an unknown campaign are not found', async () => {
    for (const file of ['updates.xml', 'junctures.ics']) {
      expect((await app.request(`/campaigns/nowhere/${file}`)).status).toBe(404);
    }
  });
});

describe('the dates of a campaign', () => {
  test('are a calendar of whole days, the city’s own, without alarms', async () => {
    const answer = await calendar();
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const ics = await answer.text();
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    expect(ics).toContain('X-WR-TIMEZONE:America/New_York\r\n');
    expect(ics).toContain('X-WR-CALNAME:A small campaign: dates that decide\r\n');
    expect(ics).not.toContain('VALARM');
    expect(ics).toContain('DTSTART;VALUE=DATE:20270614\r\n');
    expect(eventsOf(ics)).toMatchObject([
      {
        UID: `juncture-vote@${campaign}.localhost`,
        DTSTART: '20270614',
        DTSTAMP: '20261123T150000Z',
        SUMMARY: 'The vote',
        DESCRIPTION: 'It decides.',
        URL: `${site}/campaigns/${campaign}?lang=en`,
      },
      {
        UID: `closing-${petition}@${campaign}.localhost`,
        DTSTART: '20270630',
        SUMMARY: 'Last day to sign: A small petition',
      },
    ]);
  });

  test('speak Spanish at their Spanish address, under the same names', async () => {
    const [english, spanish] = await Promise.all(
      ['', '?lang=es'].map(async (query) => eventsOf(await (await calendar(query)).text())),
    );
    expect(spanish!.map(({ UID }) => UID)).toEqual(english!.map(({ UID }) => UID));
    expect(spanish![1]?.SUMMARY).toBe('Último día para firmar: A small petition (es)');
  });

  test('do not include the last day of a closed action', async () => {
    await env.DB.prepare("UPDATE actions SET state = 'closed', closed_at = 0 WHERE slug = ?")
      .bind(petition)
      .run();
    expect(eventsOf(await (await calendar()).text())).toHaveLength(1);
  });
});

test('a kit that names an update twice is refused', () => {
  const kit = smallKit();
  const twice = { ...kit, campaign: { ...kit.campaign, updates: [updates[0], updates[0]] } };
  expect(parseKit(twice)).toEqual({
    ok: false,
    error: [{ path: 'campaign.updates[1].slug', message: expect.any(String) }],
  });
});

test('a title in a feed has no markup, whether a program reads it as HTML or as text', () => {
  expect(plainTitle('<b>We</b> *met* and **won**, see [the minutes](https://example.org) `x`')).toBe(
    'We met and won, see the minutes x',
  );
  expect(plainTitle('1 < 2, 5*3*2, <script>alert(1)</script> & a_b')).toBe('1 ‹ 2, 5*3*2, alert(1) & a_b');
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('<', '>', 'b', '/', ' ', '*', '[', ']', '(') }), (text) => {
      expect(plainTitle(text)).not.toMatch(/[<>]/);
    }),
  );
});
