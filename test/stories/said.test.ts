import { beforeAll, beforeEach, expect, test } from 'vitest';
import { day } from '../../worker/platform/time/clock.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import {
  agreedStory,
  allow,
  begin,
  invite,
  openStories,
  readPage,
  type StoryWorld,
  usesFields,
  write,
} from './support.ts';

const app = testApp();
let world: StoryWorld;
let guide: OrganizerClient;
const signIn = () => organizerIn(app, world.campaign, { role: 'owner', hasPasskey: true });
const later = (days: number) => new Date(aWednesday.getTime() + days * day);
const spanish = (path: string) => readPage(app, `${path}?lang=es`);

beforeAll(async () => {
  world = await openStories(app);
  guide = await signIn();
});

beforeEach(() => app.setNow(aWednesday));

/** What the console's list says of a story. */
async function rowOf(id: string): Promise<string> {
  const list = await guide.read('/stories');
  return (
    new RegExp(`<tr[^>]*>(?:(?!</tr>).)*${id}.*?</tr>`, 's').exec(list)?.[0].replace(/<[^>]+>/g, ' ') ?? ''
  );
}

test('a guide chooses the reason of a stop: none is chosen before, and without one the form comes back', async () => {
  const { own, id } = await agreedStory(app, world, ['page']);
  const page = await guide.read(`/stories/${id}`);
  const form = page.split('id="stop"')[1]?.split('</form>')[0] ?? '';
  expect(form).toMatch(/<select[^>]*name="reason"[^>]*>\s*<option value="" selected/);
  const none = await guide.post(`/stories/${id}/stop`, { decision: 'stop', reason: '' });
  const back = await none.text();
  expect(none.status).toBe(422);
  expect(back).toMatch(/href="#reason-stop"[^>]*>Choose why/);
  expect(back).toMatch(/id="reason-stop"[^>]*aria-describedby="reason-stop-error"/);
  expect(await readPage(app, own)).not.toContain('A guide stopped it');
  // To stop is quick where nobody has found words yet, and the teller reads nothing else.
  expect(form).toContain('No reason yet: we talk with the teller first');
  await guide.post(`/stories/${id}/stop`, { decision: 'stop', reason: 'other' });
  expect(await readPage(app, own)).toContain('They gave no reason yet, and want to talk with you first.');
});

test('the own page says what is true after a pause, and after a takedown that follows it', async () => {
  const { own } = await agreedStory(app, world, ['page', 'press']);
  expect(await readPage(app, own)).toContain('Will be shown from Wednesday, December 2, 2026');
  await app.post(`${own}/pause`, {});
  const paused = await readPage(app, own);
  expect(paused).toContain('You paused it: nobody sees it.');
  expect(paused).not.toContain('Will be shown from');
  expect(paused.match(/Not shown: paused\. If you go on, from Wednesday, December 2, 2026/g)).toHaveLength(2);
  expect(await spanish(own)).not.toContain('Se mostrará desde');
  await app.post(`${own}/take-down`, {});
  const down = await readPage(app, own);
  expect(down).toContain('Nobody sees your text: nothing is allowed now.');
  expect(down).not.toContain('You paused it');
  expect(await spanish(own)).toContain('Nadie ve su texto: ahora no permite nada.');
  // Another yes is what it says, and no pause from before holds it back.
  await allow(app, own, ['page']);
  expect(await readPage(app, own)).toContain('Will be shown from Wednesday, December 2, 2026');
});

test('a pause ends with the last use and with the text, and not with one of two uses', async () => {
  const { own } = await agreedStory(app, world, ['page', 'press']);
  await app.post(`${own}/pause`, {});
  await app.post(`${own}/take-down`, { use: 'press' });
  expect(await readPage(app, own)).toContain('You paused it');
  await write(app, own, { city: 'Another text' });
  expect(await readPage(app, own)).toContain('Nobody sees your text. Choose below what you allow');
  expect(await readPage(app, own)).not.toContain('You paused it');
});

test('the console tells what is public, what will be and when, and what is stopped, paused or ended', async () => {
  const { own, id } = await agreedStory(app, world, ['page']);
  expect(await rowOf(id)).toContain('From Wednesday, December 2, 2026 on');
  expect(await guide.read('/stories')).toMatch(
    /agreed to on Wednesday, November 25, 2026: From Wednesday, December 2, 2026 on/,
  );
  app.setNow(later(8));
  guide = await signIn();
  expect(await rowOf(id)).toContain('Public now');
  const looked = await guide.read('/stories');
  expect(looked).toMatch(/agreed to on Wednesday, November 25, 2026: Public now/);
  expect(looked).not.toContain('Agreed to<');
  await app.post(`${own}/pause`, {});
  expect(await rowOf(id)).toContain('Paused by the teller');
  await guide.post(`/stories/${id}/stop`, { decision: 'stop', reason: 'asked' });
  expect(await rowOf(id)).toContain('Stopped by a guide');
  await guide.post(`/stories/${id}/stop`, { decision: 'restart' });
  await app.post(`${own}/take-down`, {});
  expect(await rowOf(id)).toContain('Taken down or ended');
  const other = await agreedStory(app, world, ['press']);
  app.setNow(later(30));
  guide = await signIn();
  expect(await rowOf(other.id)).toContain('In use, not public');
  app.setNow(later(800));
  guide = await signIn();
  expect(await rowOf(other.id)).toContain('Taken down or ended');
  await app.post(`${own}/erase`, {});
  expect(await rowOf(id)).toContain('Erased');
});

test('pay waits in the console until it is offered or declined, and the teller knows how to ask', async () => {
  const other = await openStories(app);
  const editor = await organizerIn(app, other.campaign, { role: 'editor' });
  expect(await editor.read('')).not.toContain('pay to be offered');
  const own = await begin(app, await invite(app, other));
  expect(await readPage(app, own)).toContain('The campaign pays you for your work, through The survivors');
  expect(await spanish(own)).toContain('La campaña le paga por su trabajo, por medio de The survivors (es)');
  expect(await editor.read('')).toContain('1 story waits for pay to be offered');
  const list = await editor.read('/stories');
  expect(list).toContain('Pay to offer');
  expect(list).toContain('To be offered');
  await app.post(`${own}/decline`, {});
  expect(await readPage(app, own)).toContain('You want no pay.');
  expect(await editor.read('')).not.toContain('pay to be offered');
  await app.post(`${own}/accept`, {});
  expect(await editor.read('')).toContain('1 story waits for pay to be offered');
});

test('the heading over an answer fits the question, in both languages', async () => {
  const { own, preview, id } = await agreedStory(app, world, ['page']);
  expect(preview).toContain('<h3>What it would have meant if they had been trained</h3>');
  app.setNow(later(8));
  const shown = await spanish(`/campaigns/${world.campaign.slug}/stories/${id}`);
  expect(shown).toContain('<h3>Qué habría significado que tuvieran formación</h3>');
  expect(await spanish(`${own}/write`)).toContain('¿Qué habría significado que tuvieran formación?');
});

test('the first preview speaks of nothing that was allowed before', async () => {
  const { own, preview } = await agreedStory(app, world, ['page']);
  expect(preview).not.toContain('What you allowed before');
  const again = await (await app.post(`${own}/preview`, usesFields(['page', 'press']))).text();
  expect(again).toContain('What you allowed before');
  expect(await readPage(app, own)).toContain('<h2 id="end">Erase your text</h2>');
  expect(await spanish(own)).toContain('<h2 id="end">Borrar su texto</h2>');
});

test('no copy of a story is kept by search engines', async () => {
  const { id } = await agreedStory(app, world, ['page']);
  app.setNow(later(8));
  const list = `/campaigns/${world.campaign.slug}/stories`;
  for (const path of [list, `${list}/${id}`]) {
    const answer = await app.request(path);
    expect(answer.headers.get('x-robots-tag')).toBe('noarchive');
    expect(await answer.text()).toContain('<meta name="robots" content="noarchive"/>');
  }
});

test('a browser sends no more than the form of a text can take', async () => {
  const own = await begin(app, await invite(app, world));
  const most = [...(await readPage(app, `${own}/write`)).matchAll(/<textarea[^>]*maxlength="(\d+)"/g)];
  expect(most).toHaveLength(3);
  // Each character takes nine bytes at most on its way.
  const answers = Object.fromEntries(
    ['police', 'training', 'city'].map((name, at) => [name, '語'.repeat(Number(most[at]?.[1]))]),
  );
  const long = await write(app, own, answers);
  expect(long.status).toBe(422);
  expect(await long.text()).toContain('This is too long.');
});
