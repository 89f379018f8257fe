import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { runQuery } from '../../worker/platform/query.ts';
import { clopperPearson } from '../../worker/samples/interval-rules.ts';
import { samplesStatementPart } from '../../worker/samples/statement-part.ts';
import { verifyTexts } from '../../worker/verify/check.ts';
import { checkSamples } from '../../worker/verify/check-samples.ts';
import { verifySite } from '../../worker/verify/site.ts';
import { textOf } from '../responses/support.ts';
import { storedEntries } from '../statements/independent.ts';
import { testApp } from '../support/app.ts';
import { openPetition, stopEarlierDigests } from '../support/factories.ts';
import { organizerIn } from '../support/organizer.ts';
import { readerOf, storeReaders } from '../support/readers.ts';
import { countingOf, independentDraw } from './independent.ts';
import { announced, askedPaths, statementOf } from './support.ts';

const app = testApp();
beforeEach(() => stopEarlierDigests(env.DB));

const again = (campaign: { id: number; slug: string }) =>
  organizerIn(app, campaign, { role: 'editor', hasPasskey: true });

test('a sample is announced, drawn by a public seed, asked by mail, and its result is in the next statement', async () => {
  app.setNow('2026-11-25T15:00:00Z');
  const context = await openPetition(env.DB);
  const { slug } = context.action;
  await storeReaders(app, context, { n: 60, prefix: 'sen' });
  await storeReaders(app, context, { n: 20, prefix: 'ses', language: 'es', wants: false });
  const editor = await again(context.campaign);
  expect(textOf(await editor.read('/samples'))).toContain('No sample has been announced yet.');
  const path = await announced(editor, slug, { size: '40' });
  const [id] = path.split('/').slice(-1);
  expect(textOf(await editor.read(path))).toContain('The week ends on Sunday, November 29, 2026.');
  // Too early, whatever somebody sends; and a second sample of the petition.
  expect((await editor.post(`${path}/seed`, { seed: '4-1-1-6' })).status).toBe(409);
  const second = await editor.post('/samples', { ...typed, petition: slug });
  expect(second.status).toBe(409);
  expect(await second.text()).toContain('There is a sample of this petition that is not over.');
  const open = await (await app.request(`/samples/${slug}`)).text();
  expect(open).toContain('the Pick 4 evening draw');

  await app.cron('2026-11-30T13:00:00Z');
  const first = await statementOf(app, slug, '2026-W48');
  expect(first.samples).toMatchObject([
    {
      id: Number(id),
      state: 'announced',
      source: 'the Pick 4 evening draw',
      seed: null,
      draw: null,
      result: null,
    },
  ]);
  app.setNow('2026-11-30T14:00:00Z');
  const monday = await again(context.campaign);
  expect(await monday.read('')).toContain('The seed of a sample can be entered');
  expect((await monday.post(`${path}/seed`, { seed: ' ' })).status).toBe(422);
  const seeded = await monday.post(`${path}/seed`, { seed: '4-1-1-6' });
  expect(seeded.status).toBe(303);
  expect((await monday.post(`${path}/seed`, { seed: '9-9-9-9' })).status).toBe(409);

  // Anybody with the public tiles and the seed finds the same.
  const entries = await storedEntries(context.action.id, first.members.size);
  const counts = await countingOf(entries);
  const leaves = await independentDraw('4-1-1-6', { treeSize: entries.length, size: 40, counts });
  const shown = textOf(await (await app.request(`/samples/${slug}`)).text());
  expect(shown).toContain(leaves.join(', '));
  const drawn = await sampled(Number(id));
  expect(drawn.map(({ leaf }) => leaf)).toEqual(leaves);

  // One withdraws and one erases before the mails; the console names nobody.
  const [gone, erased] = drawn;
  await env.DB.prepare("UPDATE signatures SET state = 'withdrawn' WHERE id = ?")
    .bind(gone?.signature_id)
    .run();
  await eraseAs(erased?.signature_id ?? '');
  const before = await monday.read(path);
  expect(textOf(before)).toContain('38 people get a mail in their own language.');
  expect(before).not.toMatch(/@readers\.example|Reader \d/);
  expect((await monday.post(`${path}/send`)).status).toBe(303);
  expect((await monday.post(`${path}/send`)).status).toBe(409);

  const asked = drawn.slice(2).map(({ signature_id }) => signature_id ?? '');
  const paths = await askedPaths(app, Number(id), asked);
  const spanish = asked.find((one) => one.startsWith('ses')) ?? '';
  const [mail] = await app.mailTo(emailOf(spanish));
  expect(mail?.subject).toContain('¿Firmó usted');
  expect(mail?.text).toContain(paths[asked.indexOf(spanish)]);
  expect(mail?.text).toMatch(/\/my\/[\w-]+/);
  // A scanner opens every link, and answers nothing.
  for (const one of paths.slice(0, 3)) expect((await app.request(one)).status).toBe(200);
  expect(await answersOf(Number(id))).toEqual({ yes: 0, no: 0 });
  const answer = (one: string, value: string) => app.post(one, { answer: value });
  for (const one of paths.slice(0, 21)) expect((await answer(one, 'yes')).status).toBe(303);
  for (const one of paths.slice(21, 23)) await answer(one, 'no');
  // Somebody changes their mind, and presses twice.
  for (const value of ['no', 'yes', 'yes']) await answer(paths[0]!, value);
  const denied = textOf(await (await app.request(paths[22]!)).text());
  expect(denied).toContain('You answered: no, I did not sign.');
  expect(await (await app.request(paths[22]!)).text()).toMatch(/href="\/my\/[\w-]+/);
  await answer(paths[31]!, 'never');
  await app.post(paths[32]!, { 'List-Unsubscribe': 'One-Click' });
  const during = textOf(await monday.read(path));
  expect(during).toContain('23 people have answered.');
  expect(during).not.toContain('21 ');

  // One address rejects the mail after all.
  await env.DB.prepare("UPDATE outbox SET state = 'bounced' WHERE ref = ? AND kind = ?")
    .bind(asked[35], `sample-question:${id}`)
    .run();
  await app.cron('2026-12-14T14:15:00Z');
  const closed = await (await app.request(paths[0]!)).text();
  expect(closed).toContain('The time to answer is over');
  expect((await answer(paths[33]!, 'yes')).status).toBe(303);
  expect(await sampled(Number(id))).toEqual([]);
  await app.cron('2026-12-21T13:00:00Z');
  const last = await statementOf(app, slug, '2026-W51');
  expect(last.samples?.[0]).toMatchObject({
    state: 'closed',
    seed: '4-1-1-6',
    draw: { drawn: 40, tree_size: 80, passed_over: 0 },
    result: { asked: 37, not_asked: 3, answered: 23, yes: 21, no: 2, ...clopperPearson(21, 23) },
  });
  const [digest] = await app.mailTo(`${slug.replace(/-petition$/, '')}@example.org`);
  expect(digest?.text).toContain('21 of the 23 people who answered said that they signed.');
  const staff = /https?:\/\/[^\s"]+(\/tallies\/[^\s"?]+)/.exec(digest?.text ?? '')?.[1] ?? '';
  expect(textOf(await (await app.request(staff)).text())).toContain('Clopper-Pearson');
  expect(textOf(await (await app.request(`${staff}?lang=es`)).text())).toContain('21 de las 23 personas');
  const json = await (await app.request(`${staff}.json`)).json<{ weeks: { samples: object[] }[] }>();
  expect(JSON.stringify(json)).toContain('"passed_over":0');
  expect(await (await app.request(`/statements/${slug}/2026-W51`)).text()).toContain(`/samples/${slug}`);
  const get = async (one: string) => {
    const found = await app.request(one);
    return found.status === 200 ? new Uint8Array(await found.arrayBuffer()) : null;
  };
  const { problems, checked } = await verifySite(get, { keys: null, remembered: null });
  expect(problems).toEqual([]);
  expect(checked).toContain(`${slug}, 2026-W51: sample ${id}: its seed draws its leaves.`);
  const altered = [first, { ...last, samples: [{ ...last.samples![0]!, seed: '4-1-1-7' }] }];
  expect(checkSamples(altered, entries).map(({ holds }) => holds)).toEqual([true, true, true, false, true]);
  const report = await verifyTexts([JSON.stringify(last)], '');
  expect(report.findings.map(({ code }) => code)).toContain('sample-fits');
  const forged = {
    ...last,
    samples: [{ ...last.samples![0]!, result: { ...last.samples![0]!.result, low: 9_900 } }],
  };
  expect((await verifyTexts([JSON.stringify(forged)], '')).findings).toContainEqual({
    ...{ state: 'fails', code: 'wrong-sample', values: { id: Number(id) } },
  });
  // It is told in the statements of the weeks in which it was under way, and in no later one.
  expect((await statementOf(app, slug, '2026-W50')).samples).toMatchObject([
    { state: 'asking', result: null },
  ]);
  const later = samplesStatementPart.load(env.DB, context.action.committee?.id ?? 0, {
    ...{ week: '2026-W52', dueOn: '2026-12-28' },
    ...{ from: new Date('2026-12-21T05:00:00Z'), until: new Date('2026-12-28T05:00:00Z') },
  });
  expect(await runQuery(env.DB, later)).toEqual(new Map());
});

const typed = { size: '40', days: '14', source: 'the Pick 4 evening draw', seed_on: '2026-11-30' };
const emailOf = (id: string) => readerOf(id.slice(0, 3), Number(id.slice(3))).email;

async function sampled(id: number) {
  const { results } = await env.DB.prepare('SELECT * FROM sample_people WHERE sample_id = ? ORDER BY nth')
    .bind(id)
    .all<{ leaf: number; signature_id: string | null; answer: string | null }>();
  return results;
}

async function answersOf(id: number) {
  const rows = await sampled(id);
  const of = (answer: string) => rows.filter((row) => row.answer === answer).length;
  return { yes: of('yes'), no: of('no') };
}

async function eraseAs(signature: string): Promise<void> {
  const token = await app.deps.keyring.token('my', signature);
  const erased = await app.post(`/my/${token}/erase`, { sure: 'yes' });
  expect(erased.status).toBe(303);
}
