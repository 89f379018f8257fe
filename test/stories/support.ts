import { expect } from 'vitest';
import { partnerToken } from '../../worker/coalition/partner-links.ts';
import { listPartners } from '../../worker/coalition/store.ts';
import type { Use } from '../../worker/stories/rules.ts';
import type { TestApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';

const both = (text: string) => ({ en: text, es: `${text} (es)` });

/** A small kit with a partner that survivors lead, and one that they do not. */
export function kitWithStories(stories: object | null = { invited_by: ['survivors'] }) {
  const kit = smallKit({ closesOn: null });
  const partner = (slug: string, sector: string) => ({
    ...{ slug, sector, name: both(`The ${slug}`), role: both('Helps') },
    contact_email: `${slug}@example.org`,
  });
  const partners = [partner('survivors', 'survivor-led'), partner('clinic', 'healthcare')];
  return { ...kit, campaign: { ...kit.campaign, partners, ...(stories && { stories }) } };
}

export type StoryWorld = {
  campaign: { id: number; slug: string };
  petition: string;
  /** The page on which the partner invites. */
  inviting: string;
};

export async function openStories(app: TestApp, stories?: object | null): Promise<StoryWorld> {
  const kit = kitWithStories(stories);
  const opened = await openKit(app.deps.db, kit, new Date('2026-11-23T15:00:00Z'));
  expect(opened.ok).toBe(true);
  const campaign = await app.deps.db
    .prepare('SELECT id, slug FROM campaigns WHERE slug = ?')
    .bind(kit.campaign.slug)
    .first<{ id: number; slug: string }>();
  if (!campaign) throw new Error('the campaign was not opened');
  return {
    campaign,
    petition: kit.petitions[0]?.slug ?? '',
    inviting: `${await partnerPageOf(app, campaign.id, 'survivors')}/stories`,
  };
}

export async function partnerPageOf(app: TestApp, campaignId: number, slug: string): Promise<string> {
  const partner = (await listPartners(app.deps.db, campaignId)).find((one) => one.slug === slug);
  if (!partner) throw new Error(`no partner ${slug}`);
  return `/partners/${await partnerToken(app.deps.keyring, partner)}`;
}

export const readPage = async (app: TestApp, path: string) => (await app.request(path)).text();

/** The path of a new invitation. */
export async function invite(app: TestApp, { inviting }: StoryWorld): Promise<string> {
  const seen = /name="seen" value="(\d+)"/.exec(await readPage(app, inviting))?.[1] ?? '';
  expect((await app.post(inviting, { seen })).status).toBe(303);
  const [, path = ''] = /\/tell\/([\w-]+)</.exec(await readPage(app, inviting)) ?? [];
  return `/tell/${path}`;
}

export const safe = { case: 'no', program: 'no', minor: 'no', details: 'no' };

/** The path of the teller's own page. */
export async function begin(app: TestApp, invitation: string): Promise<string> {
  const page = await readPage(app, invitation);
  const form_token = /name="form_token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const begun = await app.post(invitation, { ...safe, form_token });
  expect(begun.status).toBe(303);
  return begun.headers.get('location') ?? '';
}

export const text = {
  police: 'They could have asked me one question without him in the room.',
  training: 'Somebody would have known what my silence meant.',
  city: '',
  name: 'Marigold',
  language: 'en',
};

export async function write(app: TestApp, own: string, fields: Record<string, string> = {}) {
  const page = await readPage(app, `${own}/write`);
  const seen = /name="seen" value="(\d+)"/.exec(page)?.[1] ?? '';
  return app.post(`${own}/write`, { ...text, seen, ...fields });
}

/** The fields of the form for these uses. */
export function usesFields(uses: readonly Use[], more: Record<string, string> = {}): Record<string, string> {
  const fields = uses.flatMap((use) => [
    [`use.${use}`, 'yes'],
    [`named.${use}`, 'initial'],
    [`months.${use}`, '12'],
  ]);
  return { ...Object.fromEntries(fields), ...more };
}

/** Looks at the preview and says yes to what it shows. Returns the preview. */
export async function allow(
  app: TestApp,
  own: string,
  uses: readonly Use[],
  more: Record<string, string> = {},
): Promise<string> {
  const shown = await app.post(`${own}/preview`, usesFields(uses, more));
  expect(shown.status).toBe(200);
  const preview = await shown.text();
  const hidden = [...preview.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
  expect((await app.post(`${own}/agree`, { ...fields, sure: 'yes' })).status).toBe(303);
  return preview;
}

/** A story that was written and agreed to. */
export async function agreedStory(app: TestApp, world: StoryWorld, uses: readonly Use[]) {
  const own = await begin(app, await invite(app, world));
  expect((await write(app, own)).status).toBe(303);
  const preview = await allow(app, own, uses);
  return { own, preview, id: await storyOf(app, own) };
}

export async function storyOf(app: TestApp, own: string): Promise<string> {
  return (await app.deps.keyring.readToken('story', own.split('/').at(-1) ?? '')) ?? '';
}

export const articleIn = (html: string) => /<article.*?<\/article>/s.exec(html)?.[0] ?? null;
