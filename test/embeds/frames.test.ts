import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ActionContext, findContext } from '../../worker/actions/context.ts';
import { addSightings, listEmbedHosts } from '../../worker/embeds/store.ts';
import { anaOf, aWednesday, type TestApp, testApp } from '../support/app.ts';
import { coalitionKit } from '../support/coalition.ts';
import { openKit } from '../support/kits.ts';
import { openSurvey } from '../support/surveys.ts';
import { fieldsOf } from '../surveys/form-fields.ts';

let app: TestApp;
let context: ActionContext;
let frame = '';

async function openHosts(hosts?: string[]): Promise<ActionContext> {
  const kit = coalitionKit();
  const given = hosts ? { ...kit, campaign: { ...kit.campaign, embed: { hosts } } } : kit;
  const opened = await openKit(env.DB, given, aWednesday);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return (await findContext(env.DB, kit.petitions[0]?.slug ?? ''))!;
}

beforeEach(async () => {
  app = testApp();
  context = await openHosts();
  frame = `/embed/petitions/${context.action.slug}`;
});

const text = async (path: string) => (await app.request(path)).text();
const tokenIn = (html: string) => /name="form_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
const policyOf = (response: Response) => response.headers.get('content-security-policy') ?? '';
const asked = 'source=church-form&lang=es&accent=1a5c8a&compact=1&id=u1&host=https%3A%2F%2Fchurch.example';

describe('the frame of a petition', () => {
  test('holds the form of the page, and carries on what it was asked with', async () => {
    const html = await text(`${frame}?${asked}`);
    expect(html).toContain('lang="es"');
    expect(html).toContain('name="source" value="church-form"');
    expect(html).toContain('<link rel="stylesheet" href="/embed/accent/1a5c8a.css"/>');
    const action = /action="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const query = new URL(action, 'http://site').searchParams;
    expect(action).toContain(`${frame}/signatures?`);
    expect(Object.fromEntries(query)).toEqual({
      source: 'church-form',
      lang: 'es',
      compact: '1',
      accent: '1a5c8a',
      id: 'u1',
      host: 'https://church.example',
    });
  });

  test('gives each site its own, from one remembered page', async () => {
    app = testApp({ rememberFor: 60_000 });
    const [one, two] = await Promise.all([
      text(`${frame}?accent=1a5c8a&id=u1`),
      text(`${frame}?accent=8a1a1a&id=u2`),
    ]);
    expect(one).toContain('accent=1a5c8a&amp;id=u1');
    expect(two).toContain('accent=8a1a1a&amp;id=u2');
    expect(two).not.toContain('u1');
    expect(two).not.toMatch(/of-this-(site|reader)/);
    const plain = await text(frame);
    expect(plain).not.toContain('/embed/accent/');
    expect(plain).not.toMatch(/of-this-(site|reader)/);
  });

  test('signs to its end inside the frame, by the same rules, for the same source', async () => {
    const html = await text(`${frame}?${asked}`);
    const person = { ...anaOf(context.action.slug), source: 'church-form', form_token: tokenIn(html) };
    const wrong = await app.post(`${frame}/signatures?${asked}`, { ...person, email: 'no' });
    expect([wrong.status, await wrong.text()]).toEqual([
      422,
      expect.stringContaining(`action="${frame}/signatures`),
    ]);
    const signed = await app.post(`${frame}/signatures?${asked}`, person);
    expect(signed.status).toBe(303);
    const next = signed.headers.get('location') ?? '';
    expect(next).toContain(`${frame}/check-your-email?`);
    expect(new URL(next, 'http://site').searchParams.get('host')).toBe('https://church.example');
    const checked = await text(next);
    expect(checked).toContain('data-signed');
    expect(checked).toContain(`action="${frame}/resend?`);
    const again = await app.post(`${frame}/resend?${asked}`, { email: person.email });
    expect(again.headers.get('location')).toContain(`${frame}/check-your-email?again=sent&`);
    expect(await text(again.headers.get('location') ?? '')).not.toContain('data-signed');
    const row = await env.DB.prepare('SELECT source, language FROM signatures WHERE action_id = ?')
      .bind(context.action.id)
      .first();
    expect(row).toEqual({ source: 'church-form', language: 'es' });
  });

  test('leaves the focus of a form that came back to a script, because a browser refuses it to frames', async () => {
    const survey = await openSurvey(app);
    const path = `/petitions/${context.action.slug}`;
    const person = { ...anaOf(context.action.slug), email: 'no' };
    const errors = async (at: string, fields: Record<string, string>) => {
      const html = await (await app.post(at, fields)).text();
      return /<div class="summary"[^>]*>/.exec(html)?.[0] ?? '';
    };
    const wrong: [at: string, fields: Record<string, string>][] = [
      [`${path}/signatures`, person],
      [`${path}/resend`, { email: 'no' }],
      [`/surveys/${survey.action.slug}/responses`, { ...person, 'answer.fund': 'no', step: 'send' }],
    ];
    for (const [at, fields] of wrong) {
      expect.soft(await errors(at, fields), at).toContain('autofocus');
      expect.soft(await errors(`/embed${at}`, fields), at).toMatch(/^<div class="summary"(?!.*autofocus)/);
    }
  });

  test('has no cookie, and leads out of itself only into new tabs or the whole window', async () => {
    const response = await app.request(frame);
    expect(response.headers.get('set-cookie')).toBeNull();
    const html = await response.text();
    const links = [...html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>/g)];
    expect(links.length).toBeGreaterThan(2);
    for (const [link, href = ''] of links) {
      if (!href.startsWith('#') && !href.startsWith('/embed/')) expect(link).toMatch(/target="_(blank|top)"/);
    }
  });

  test('gives back what was typed where signing is paused, and says closed where it closed', async () => {
    const person = { ...anaOf(context.action.slug), form_token: tokenIn(await text(frame)) };
    await env.DB.prepare('UPDATE actions SET closes_at = ? WHERE id = ?')
      .bind(aWednesday.getTime() - 1000, context.action.id)
      .run();
    const late = await app.post(`${frame}/signatures`, person);
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('class="framed"')]);
    await env.DB.prepare("UPDATE actions SET state = 'removed' WHERE id = ?").bind(context.action.id).run();
    expect((await app.request(frame)).status).toBe(410);
    expect((await app.request(`${frame}-not`)).status).toBe(404);
  });

  test('shows nothing hostile that its address holds', async () => {
    const hostile = '"><script>alert(1)</script>';
    const query = new URLSearchParams(
      ['source', 'lang', 'accent', 'compact', 'progress', 'id', 'host', 'x'].map((name) => [name, hostile]),
    );
    for (const path of [
      `${frame}?${query}`,
      `${frame}/check-your-email?${query}`,
      `${frame}/counter?${query}`,
    ]) {
      const html = await text(path);
      expect(html).not.toContain('alert(1)');
      expect(html).not.toContain('%3Cscript');
    }
    const pale = await text(`${frame}?accent=ffff00`);
    expect(pale).not.toContain('ffff00');
  });
});

describe('who may frame what', () => {
  test('anyone where the campaign is open, with everything else as strict as on a page', async () => {
    const [framed, page] = await Promise.all([
      app.request(frame),
      app.request(`/petitions/${context.action.slug}`),
    ]);
    expect(policyOf(page)).toContain("frame-ancestors 'none'");
    expect(policyOf(framed)).toBe(policyOf(page).replace("frame-ancestors 'none'; ", ''));
    expect(framed.headers.has('x-frame-options')).toBe(false);
  });

  test('the sites of its list where it is locked, on every page of the frame', async () => {
    context = await openHosts(['church.example', '*.clinic.example']);
    frame = `/embed/petitions/${context.action.slug}`;
    for (const path of [frame, `${frame}/check-your-email`, `${frame}/counter`]) {
      const response = await app.request(path);
      expect(policyOf(response)).toContain(
        "frame-ancestors 'self' https://church.example http://church.example https://www.church.example http://www.church.example https://*.clinic.example http://*.clinic.example;",
      );
    }
    const refused = await app.post(`${frame}/signatures`, { email: 'no' });
    expect([refused.status, policyOf(refused)]).toEqual([
      422,
      expect.stringContaining('https://church.example'),
    ]);
  });

  test('nobody anything outside /embed, and nothing there that is not a campaign’s', async () => {
    const paths = [
      '/',
      `/petitions/${context.action.slug}/embed`,
      '/embed/petitions/none',
      '/embed/x',
      '/my/AAAA',
    ];
    for (const path of paths) {
      const response = await app.request(path);
      expect(policyOf(response), path).toContain("frame-ancestors 'none'");
    }
  });

  test.each([
    ['https://example.org'],
    ['example.org/path'],
    ["example.org; script-src 'unsafe-inline'"],
    ['*'],
    ['*.org'],
    ['Example.org'],
    [''],
  ])('a list with %s is refused', async (host) => {
    await expect(openHosts([host])).rejects.toThrow('campaign.embed.hosts');
  });
});

describe('the frame of a survey', () => {
  test('goes through review to its end inside the frame', async () => {
    const survey = await openSurvey(app);
    const path = `/embed/surveys/${survey.action.slug}`;
    const first = await text(`${path}?lang=en&id=u7`);
    expect(first).toContain(`action="${path}/responses?lang=en&amp;id=u7"`);
    const post = (fields: Record<string, string>) => app.post(`${path}/responses?lang=en&id=u7`, fields);
    const answers = { 'answer.fund': 'no', form_token: tokenIn(first) };
    const led = (await post({ ...answers, step: 'review' })).headers.get('location') ?? '';
    expect(led).toMatch(new RegExp(`^${path}/answers/[\\w-]+/review\\?lang=en&id=u7$`));
    const review = await app.request(led);
    const html = await review.text();
    expect([review.status, html]).toEqual([200, expect.stringContaining('class="framed"')]);
    expect(html).toContain(`action="${path}/responses?lang=en&amp;id=u7"`);
    const { form_token } = fieldsOf(html);
    const person = { ...anaOf(survey.action.slug), form_token: String([form_token].flat()[0]) };
    const sent = await post({ ...answers, ...person, step: 'send' });
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(new RegExp(`^${path}/check-your-email\\?to=[\\w-]+&lang=en&id=u7$`)),
    ]);
  });
});

describe('the sites that are seen', () => {
  const open = (referer: string) => app.request(frame, { headers: { referer, 'sec-fetch-dest': 'iframe' } });

  test('are noted by their host alone, and a known source is counted as opened', async () => {
    await open('https://church.example/join?secret=1');
    await open('https://church.example/');
    await app.request(`${frame}?source=church-form`);
    await app.afterAnswers();
    expect(await listEmbedHosts(env.DB, context.campaign.id)).toEqual([
      { host: 'church.example', firstOn: '2026-11-25', lastOn: '2026-11-25', n: 2 },
    ]);
    const views = await env.DB.prepare('SELECT source, n FROM source_views WHERE action_id = ?')
      .bind(context.action.id)
      .all();
    expect(views.results).toEqual([{ source: 'church-form', n: 1 }]);
  });

  test('stay bounded, whatever is made up', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => ({
      ...{ campaignId: context.campaign.id, host: `h${i}.example`, on: '2026-11-25', n: 1 },
    }));
    for (let at = 0; at < many.length; at += 200) await addSightings(env.DB, many.slice(at, at + 200));
    await addSightings(env.DB, [{ ...many[0]!, on: '2026-11-26' }]);
    const hosts = await listEmbedHosts(env.DB, context.campaign.id);
    expect(hosts).toHaveLength(1000);
    expect(hosts[0]).toEqual({ host: 'h0.example', firstOn: '2026-11-25', lastOn: '2026-11-26', n: 2 });
  });
});
