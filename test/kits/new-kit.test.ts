import { env } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import { type NewKit, newKit } from '../../worker/writing/new-kit/new-kit.ts';
import { anaOf, testApp } from '../support/app.ts';
import { openKit, parseKit } from '../support/kits.ts';
import { signAndConfirm } from '../support/people.ts';

const english: NewKit = {
  city: 'Riverton',
  region: 'Ohio',
  timeZone: 'America/New_York',
  zips: ['45001', '45002'],
  council: 'Riverton City Council',
  councilEmail: 'clerk@riverton.example',
  name: 'Library open on Saturdays',
  ask: 'Keep the Elm Street library open on Saturdays',
  email: 'library@example.org',
  language: 'en',
  opensOn: '2026-11-20',
  closesOn: '2027-05-20',
};
const spanish: NewKit = {
  ...english,
  city: 'Laredo',
  region: 'Texas',
  council: 'Concejo Municipal de Laredo',
  councilEmail: 'secretaria@laredo.example',
  name: 'Biblioteca abierta los sábados',
  ask: 'Que la biblioteca abra los sábados',
  language: 'es',
};

describe.each([
  ['English', english, 'library-open-on-saturdays', 'To the Riverton City Council<'],
  ['Spanish', spanish, 'biblioteca-abierta-los-sabados', 'Para: Concejo Municipal de Laredo<'],
])('a newcomer’s kit in %s', (_in, given, slug, to) => {
  const app = testApp();
  const read = async (path: string) => {
    const answer = await app.request(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.text();
  };

  test('is right, opens on an empty database and is not changed by opening it again', async () => {
    const kit = newKit(given);
    expect(parseKit(kit)).toMatchObject({ ok: true });
    // It may be opened anywhere, so it names no server.
    expect(JSON.stringify(kit)).not.toContain('http');
    const now = new Date('2026-11-20T12:00:00Z');
    const opened = await openKit(env.DB, kit, now);
    expect(opened).toMatchObject({ ok: true, value: { kept: [] } });
    expect(await openKit(env.DB, kit, now)).toEqual({ ok: true, value: { changes: [], kept: [] } });
  });

  test('has no empty heading on any page, no help lines of another campaign and no other language', async () => {
    const paths = [
      `/campaigns/${slug}`,
      `/campaigns/${slug}/share`,
      `/campaigns/${slug}/privacy`,
      ...['poster', 'flyer', 'handbill'].map((print) => `/campaigns/${slug}/print/${print}?action=${slug}`),
      `/petitions/${slug}`,
      `/petitions/${slug}/embed`,
      `/petitions/${slug}/thank-you`,
      `/embed/petitions/${slug}`,
      `/embed/petitions/${slug}/counter`,
    ];
    for (const path of paths) {
      const page = await read(path);
      expect(emptyParts(page), path).toEqual([]);
      expect(page, path).toContain(`<html lang="${given.language}"`);
      expect(page, path).not.toMatch(/hreflang|888-373|trafficking|trata de personas|undefined|\bnull\b/);
    }
    expect(await read(`/petitions/${slug}`)).toContain(to);
    expect(await read(`/petitions/${slug}`)).not.toMatch(/[Cc]ommittee|comité/);
    await read(`/campaigns/${slug}/updates.xml`);
    await read(`/campaigns/${slug}/junctures.ics`);
  });

  test('leads from a signature to the first digest, which goes to the whole council', async () => {
    app.setNow('2026-11-25T15:00:00Z');
    await signAndConfirm(app, slug, { zip: '45001' });
    await signAndConfirm(app, slug, { zip: '90210', given_name: 'Bo', email: 'bo@example.org' });
    const json = await (await app.request(`/api/v1/petitions/${slug}`)).json();
    expect(json).toMatchObject({
      addressed_to: { committee: given.council, council: given.council },
      counts: { confirmed: 2 },
      by_district: [{ district: 'city', confirmed: 1 }],
      outside: 1,
    });
    const [own] = await app.mailTo(anaOf(slug).email);
    expect(own?.text).toContain(given.name);

    await app.cron('2026-11-30T12:00:00Z');
    const [digest] = await app.mailTo(given.councilEmail);
    expect(digest?.subject).toContain('2');
    expect(digest?.html).toContain(`<html lang="${given.language}"`);
    for (const said of [digest?.html, digest?.text]) {
      expect(said).toContain(given.name);
      expect(said).toContain(given.city);
      expect(said).not.toContain(`${given.council}, ${given.council}`);
      expect(said).not.toMatch(/888-373|undefined|\bnull\b|NaN/);
    }
    expect(emptyParts(digest?.html ?? '')).toEqual([]);
    const staff = digest?.links.find((link) => link.includes('/tallies/')) ?? '';
    expect(emptyParts(await read(new URL(staff).pathname))).toEqual([]);
  });
});

/** Empty headings, lists and tables, and headings with nothing after them. */
function emptyParts(html: string): string[] {
  const empty = /<(h[1-6]|ul|ol|dl|table|section|figure|p|dd|li)\b[^>]*>\s*<\/\1>/g;
  const followed = /<h([2-6])\b[^>]*>[^<]*<\/h\1>\s*<\/(?:section|div|main|body)/g;
  const found = [...(html.match(empty) ?? []), ...(html.match(followed) ?? [])];
  // Scripts fill these.
  return found.filter((part) => !/role="status"|aria-live|data-/.test(part));
}
