import { beforeAll, expect, test } from 'vitest';
import { setLanguage } from '../../worker/organize/people-store.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { verbs } from './undo-verbs.ts';
import { everythingIn, finish, standingActs, undo, type World } from './undo-world.ts';

const app = testApp();
let world: World;

beforeAll(async () => {
  await stopEarlierDigests(app.deps.db);
  world = await everythingIn(app);
  for (const verb of Object.values(verbs)) {
    await verb(world, 0);
    await finish(app);
  }
  for (const id of (await standingActs(world)).slice(-6)) await undo(world, id);
});

/** What every row says its act was about, with the link to its page, over all pages of the log. */
async function subjects(query: string): Promise<{ words: string; page: string | undefined }[]> {
  const found: { words: string; page: string | undefined }[] = [];
  const seen = new Set<string>();
  let path: string | undefined = `/log${query}`;
  while (path !== undefined) {
    const html: string = (await world.owner.read(path)).replaceAll('&amp;', '&');
    const rows = html.matchAll(/<p class="hint address">(?<inner>[\s\S]*?)<\/p>/g);
    for (const { groups } of rows) {
      const [about = ''] = (groups?.inner ?? '').split(' · ');
      found.push({ words: about.replace(/<[^>]*>/g, ''), page: /href="([^"]+)"/.exec(about)?.[1] });
    }
    const next = [...html.matchAll(/href="([^"]*before=\d+[^"]*)"/g)].map(([, href = '']) => href);
    path = next.find((href) => !href.includes('lang=') && href !== path && !seen.has(href));
    if (path) seen.add(path);
  }
  return found;
}

test('the log says in words what each act was about, and leads to its page', async () => {
  const all = [...(await subjects('')), ...(await subjects('?of=site'))];
  expect(all.length).toBeGreaterThan(20);
  // No end of a time-ordered id, and no beginning of another one.
  expect(all.filter(({ words }) => /^…|^[\w-]{8}$/.test(words))).toEqual([]);
  const told = new Set(all.map(({ words }) => words.replace(/“[^”]*”/, '“T”')));
  for (const words of [
    'A signature of “T”',
    'A text on “T”',
    'Signatures in bulk on “T”',
    'Reminders paused',
  ])
    expect(told).toContain(words);
  const pages = [...new Set(all.flatMap(({ page }) => page ?? []))];
  expect(pages.length).toBeGreaterThan(5);
  for (const page of pages) expect([page, (await world.owner.get(page)).status]).toEqual([page, 200]);
});

test('the same in Spanish, without a name or an address of anybody who signed', async () => {
  await setLanguage(app.deps.db, world.owner.id, 'es');
  const spanish = await subjects('');
  expect(spanish.some(({ words }) => words.startsWith('Una firma de «'))).toBe(true);
  // Only organizers have an address there.
  const people = new RegExp(`\\b(Ana|Ben|Cem|Pia|Lopez)\\b|@${world.context.action.slug}|@mail|“`);
  for (const { words } of spanish) expect(words).not.toMatch(people);
});
