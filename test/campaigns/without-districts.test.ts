import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { anaOf, testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { confirmPath, ownPath, signAndConfirm, signByForm } from '../support/people.ts';
import { districtsTold, kitWithoutDistricts, readIn } from '../support/without-districts.ts';

async function campaignOf(language: 'en' | 'es') {
  const app = testApp();
  const kit = kitWithoutDistricts(language);
  const opened = await openKit(env.DB, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const asked = (path: string) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
  const read = async (path: string) => {
    const page = await app.request(asked(path));
    expect(page.status, path).toBeLessThan(400);
    return readIn(await page.text());
  };
  return {
    app,
    read,
    post: async (path: string, fields: Record<string, string>) => {
      return readIn(await (await app.post(asked(path), fields)).text());
    },
    campaign: `/campaigns/${kit.campaign.slug}`,
    petition: kit.petitions[0]?.slug ?? '',
    survey: kit.surveys[0]?.slug ?? '',
    committee: kit.council.committees[0]?.contact_email ?? '',
  };
}

describe.each(['en', 'es'] as const)('a campaign in a city without districts, in %s', (language) => {
  test('speaks of none, on any page and in any mail', async () => {
    const { app, read, post, campaign, petition, survey, committee } = await campaignOf(language);
    const pages = new Map<string, string>();
    const look = async (path: string) => pages.set(path, await read(path));
    const email = `luz@${petition}.example`;
    const elsewhere = { zip: '28299', show_name: 'yes', comment: 'Do it.' };
    await signAndConfirm(app, petition, { show_name: 'yes' });
    await signByForm(app, petition, { ...elsewhere, given_name: 'Luz', email, lang: language });
    await env.DB.prepare(`UPDATE signatures SET language = ?`).bind(language).run();
    const confirm = await confirmPath(app, email);
    await look(confirm);
    await signByForm(app, petition, { ...elsewhere, given_name: 'Luisa', email, lang: language });
    pages.set('the confirm page with two forms', await read(confirm));
    const mine = await ownPath(app, anaOf(petition).email);
    const form = `/petitions/${petition}/signatures`;
    pages.set('the form with errors', await post(form, { zip: '28299', district: 'no such' }));
    pages.set('the confirm page with an error', await post(confirm, { district: 'no such' }));
    for (const path of [
      '/',
      campaign,
      ...['privacy', 'accessibility', 'share'].map((page) => `${campaign}/${page}`),
      `${campaign}/print/poster?action=${petition}`,
      `${campaign}/print/flyer?action=${petition}`,
      ...['', '/embed', '/check-your-email', '/thank-you'].map((page) => `/petitions/${petition}${page}`),
      ...['', '/embed', '/check-your-email', '/thank-you'].map((page) => `/surveys/${survey}${page}`),
      `/embed/petitions/${petition}`,
      `/embed/surveys/${survey}`,
      mine,
      `${confirm}/change`,
    ]) {
      await look(path);
    }
    for (let n = 0; n < 6; n += 1) {
      await answer(app, survey, n);
    }
    await app.cron('2026-11-30T12:00:00Z');
    const staff = await linkTo(app, committee, '/tallies/');
    await app.cron('2026-12-07T12:00:00Z');
    await look(staff);
    await look(`${staff}?week=2026-W48`);
    for (const file of ['.csv', '/sources.csv', '.json', `/surveys/${survey}.csv`]) {
      const text = await (await app.request(`${staff}${file}?lang=${language}`)).text();
      pages.set(file, text.replace(/"(by_)?district"|\bdistrict(?=,)/g, ''));
    }
    const delivery = await linkTo(app, committee, '/digests/');
    await look(delivery);
    await app.post(delivery, { frequency: 'monthly' });
    await app.post(`${staff}/replace`, {});
    for (const at of ['2026-12-08T12:00:00Z', '2027-02-02T12:00:00Z']) {
      await app.cron(at);
      for (const to of [anaOf(petition).email, email, committee, 'organizers@example.org']) {
        for (const { subject, html, text } of await app.mailTo(to)) {
          pages.set(`the mail “${subject}” to ${to}`, `${subject} ${readIn(html)} ${text}`);
        }
      }
    }
    const found = [...pages].flatMap(([of, text]) => districtsTold(text).map((match) => [of, match]));
    expect(found).toEqual([]);
    expect([...pages.keys()].filter((of) => of.startsWith('the mail ')).length).toBeGreaterThan(4);
  });
});

async function answer(app: ReturnType<typeof testApp>, survey: string, n: number) {
  const email = `answers-${n}@${survey}.example`;
  const person = { given_name: `Person ${n}`, email, zip: n < 5 ? '28202' : '10001' };
  const answers = { fund: 'yes', budget: { parks: 30, training: 70 }, sure: 4, where: 'city' };
  const sent = await app.postJson(`/api/v1/surveys/${survey}/responses`, { ...person, answers });
  expect(sent.status).toBe(202);
  const link = await confirmPath(app, email);
  const html = await (await app.request(link)).text();
  const shown = /name="shown" value="([^"]*)"/.exec(html)?.[1] ?? '';
  expect((await app.post(link, { shown })).status).toBe(303);
}

async function linkTo(app: ReturnType<typeof testApp>, to: string, start: string): Promise<string> {
  const links = (await app.mailTo(to)).flatMap((mail) => mail.links);
  const link = links.find((href) => new URL(href).pathname.startsWith(start));
  if (!link) throw new Error(`no mail links to ${start}`);
  return new URL(link).pathname;
}
