import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { formatVerifierKey, verifierKey } from '../../worker/statements/rules/notes.ts';
import { verifyTexts } from '../../worker/verify/check.ts';
import { reportCopy } from '../../worker/verify/pages/report-copy.ts';
import { reportWords } from '../../worker/verify/pages/report-words.ts';
import { testApp } from '../support/app.ts';
import { resultIn } from '../support/verified.ts';
import { exampleLog } from './support.ts';

const app = testApp();
let log: Awaited<ReturnType<typeof exampleLog>>;
beforeAll(async () => {
  log = await exampleLog();
});

const codes = async (texts: string[], keys = log.key) =>
  (await verifyTexts(texts, keys)).findings.map(({ state, code }) => `${state} ${code}`);

test('a statement with its proof holds; alone, each says what is missing', async () => {
  const [statement, proof] = [log.statement(1), await log.proof(1)];
  expect((await verifyTexts([proof, statement], log.key)).outcome).toBe('holds');
  expect(await codes([statement, proof])).toEqual([
    'said statement',
    'holds sums',
    'holds signed',
    'holds included',
  ]);
  // As it comes out of an editor on Windows, and of a program that lays it out.
  const laidOut = JSON.stringify(JSON.parse(statement), null, 2).replaceAll('\n', '\r\n');
  expect(await codes([`\uFEFF${laidOut}`, `${proof}\n`])).toEqual([
    ...['said statement', 'said rewritten', 'holds sums', 'holds signed', 'holds included'],
  ]);
  expect((await verifyTexts([statement], log.key)).outcome).toBe('missing');
  expect(await codes([proof])).toEqual(['holds signed', 'missing no-statement']);
  // Without a key nothing is wrong, and nothing is sure.
  expect(await codes([statement, proof], '')).toEqual([
    ...['missing no-key', 'said statement', 'holds sums', 'holds included'],
  ]);
  expect((await verifyTexts([await log.receipt(4, 1)], '')).outcome).toBe('missing');
  expect((await verifyTexts([statement, proof], '')).outcome).toBe('missing');
  expect((await verifyTexts([statement, await log.proof(0)], '')).outcome).toBe('fails');
  expect(await codes([statement, await log.proof(0)])).toContain('fails not-included');
});

test('a file with a key spoils nothing, and its key is not used', async () => {
  const files = [log.statement(1), await log.proof(1), `${log.key}\n`];
  expect((await verifyTexts(files, log.key)).outcome).toBe('holds');
  expect(await codes(files)).toContain('said key-file');
  expect((await verifyTexts(files, '')).outcome).toBe('missing');
});

test('each statement of several finds its proof', async () => {
  const texts = [log.statement(0), log.statement(2), await log.proof(2), await log.proof(0)];
  expect((await verifyTexts(texts, log.key)).outcome).toBe('holds');
});

test('a receipt shows that a signature was added, or added and removed; of another week or person it does not hold', async () => {
  expect(await codes([await log.receipt(4, 1)])).toContain('holds added');
  expect(await codes([await log.receipt(2, 2)])).toContain('holds no-longer-counted');
  const words = reportWords(await verifyTexts([await log.receipt(2, 2)], log.key), {
    words: reportCopy.en,
    language: 'en',
  });
  expect(words.heading).toBe('This holds.');
  expect(words.lines.at(-1)?.text).toContain(
    'was added (leaf 2) and removed again (leaf 9): it no longer counts in the week ending Sunday, November 29, 2026',
  );
  const mine = JSON.parse(await log.receipt(4, 1));
  const others = JSON.parse(await log.receipt(5, 1));
  const stolen = JSON.stringify({ ...mine, salt: others.salt, member: others.member });
  expect(await codes([stolen])).toContain('fails not-a-member');
  expect(await codes([JSON.stringify({ ...mine, statement: log.statement(2) })])).toContain(
    'fails not-included',
  );
});

test('a receipt whose removal was taken out does not say that the signature counts', async () => {
  const withdrawn = JSON.parse(await log.receipt(2, 2));
  const report = await verifyTexts([JSON.stringify({ ...withdrawn, removed: null })], log.key);
  expect(report.findings.slice(-2).map(({ state, code }) => `${state} ${code}`)).toEqual([
    'holds added',
    'said no-removal',
  ]);
  for (const language of ['en', 'es'] as const) {
    const texts = reportWords(report, { words: reportCopy[language], language }).lines.map(
      ({ text }) => text,
    );
    expect(texts.join(' ')).not.toMatch(/is counted|cuenta en/);
    expect(texts.at(-1)).toMatch(/only the whole member tree|solo el árbol de miembros entero/);
  }
});

test('a name is shown as it is written, whatever a program calls by that name', () => {
  const values = { name: 'constructor', learned: '__proto__', on: '2026-11-20' };
  const finding = { state: 'said', code: 'certificate', values } as const;
  const { lines } = reportWords(
    { outcome: 'missing', findings: [finding] },
    { words: reportCopy.en, language: 'en' },
  );
  expect(lines[0]?.text).toBe('Certificate of constructor: “__proto__”, Friday, November 20, 2026.');
});

test('a key of somebody else, and a log that tells two people different things', async () => {
  const other = await exampleLog();
  expect(await codes([log.statement(1), await log.proof(1)], other.key)).toContain('fails not-signed');
  expect(await codes([log.statement(1), await log.proof(1)], 'no key')).toContain('missing bad-key');
  const liar = await exampleLog({ tells: 'something else' });
  const both = `${log.key}\n${liar.key}`;
  expect(await codes([await log.head(3), await liar.head(3)], both)).toContain('fails two-heads');
  expect(await codes([await log.head(3), await log.head(2)], both)).not.toContain('fails two-heads');
});

test('each changed character of a statement, a proof or a receipt is told', async () => {
  const texts = [log.statement(1), await log.proof(1), await log.receipt(4, 1)];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 1, 2),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      async (which, at) => {
        const text = texts[which]!;
        const place = Math.floor(at * text.length);
        const changed = `${text.slice(0, place)}${text[place] === '1' ? '2' : '1'}${text.slice(place + 1)}`;
        const given = which === 0 ? [changed, texts[1]!] : which === 1 ? [texts[0]!, changed] : [changed];
        expect((await verifyTexts(given, log.key)).outcome).not.toBe('holds');
      },
    ),
    { numRuns: 150 },
  );
});

test('many keys and signatures cost little: each key once, 20 keys, 20 signatures of a head', async () => {
  const [text = '', line = ''] = (await log.head(3)).split('\n\n');
  const [dash, name, encoded = ''] = line.trim().split(' ');
  const wrong = Buffer.from(encoded, 'base64').fill(7, 4).toString('base64');
  const head = `${text}\n\n${`${dash} ${name} ${wrong}\n`.repeat(100)}`;
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const importKey = vi.spyOn(crypto.subtle, 'importKey');
  const repeated = `${log.key}\n`.repeat(50);
  expect(await codes([head], repeated)).toEqual(['said head', 'fails not-signed']);
  expect(verify.mock.calls.length).toBeLessThanOrEqual(20);
  expect(importKey.mock.calls.length).toBeLessThanOrEqual(1);
  vi.restoreAllMocks();
  const others = Array.from({ length: 20 }, (_, n) =>
    formatVerifierKey(verifierKey('other.example/log', new Uint8Array(32).fill(n))),
  );
  expect(await codes([await log.head(3)], [...others, log.key].join('\n'))).toEqual([
    ...['missing too-many-keys', 'said head', 'fails not-signed'],
  ]);
});

test('hostile files cost a moment in all, and those that were not looked at are named', async () => {
  const [text = '', line = ''] = (await log.head(3)).split('\n\n');
  const [dash, name, encoded = ''] = line.trim().split(' ');
  const wrong = Buffer.from(encoded, 'base64').fill(7, 4).toString('base64');
  const head = `${text}\n\n${`${dash} ${name} ${wrong}\n`.repeat(100)}`;
  const heads = Array.from({ length: 20 }, (_, n) => ({ name: `head-${n + 1}`, text: head }));
  const good = [
    { name: 'week.json', text: log.statement(1) },
    { name: 'week.tlog-proof', text: await log.proof(1) },
  ];
  const verify = vi.spyOn(crypto.subtle, 'verify');
  const report = await verifyTexts([...good, ...heads], log.key);
  expect(verify.mock.calls.length).toBeLessThanOrEqual(100);
  vi.restoreAllMocks();
  // The proof has one signature, so four heads with the twenty that are checked of each go with it.
  const left = heads.slice(4, 14).map((one) => one.name);
  expect(report.findings.filter(({ code }) => code === 'not-signed')).toHaveLength(4);
  expect(report.findings.map(({ code }) => code)).toContain('included');
  expect(report.findings.at(-1)).toEqual({
    ...{ state: 'missing', code: 'not-looked-at', values: { which: `${left.join(', ')}, +6` } },
  });
  expect(reportWords(report, { words: reportCopy.en, language: 'en' }).lines.at(-1)?.text).toContain(
    'head-5, head-6',
  );
  expect(reportWords(report, { words: reportCopy.es, language: 'es' }).lines.at(-1)?.text).toContain(
    'Sin mirar, porque es demasiado de una vez',
  );
  expect((await verifyTexts([...good, { name: 'huge', text: null }], log.key)).outcome).toBe('missing');
});

test('of too many or too long files the first are checked, and the others named', async () => {
  const many = Array.from({ length: 25 }, (_, n) => ({ name: `file-${n + 1}`, text: `no statement ${n}` }));
  const { findings } = await verifyTexts(many, log.key);
  expect(findings.filter(({ code }) => code === 'unreadable')).toHaveLength(20);
  expect(findings.at(-1)?.values).toEqual({ which: 'file-21, file-22, file-23, file-24, file-25' });
  const long = [
    { name: 'a', text: 'x'.repeat(300_000) },
    { name: 'b', text: 'x'.repeat(300_000) },
    { name: 'c'.repeat(500), text: 'x'.repeat(300_000) },
    { name: 'week.json', text: log.statement(1) },
  ];
  const report = await verifyTexts(long, log.key);
  expect(report.findings.map(({ code }) => code)).toContain('statement');
  expect(report.findings.at(-1)?.values).toEqual({ which: `b, ${'c'.repeat(60)}…` });
});

// Who counted them through would not come to an end before the test does.
test('a sample of a huge number, and hundreds of samples in a statement, are answered without counting them through', async () => {
  const statement = JSON.parse(log.statement(1));
  const sample = (answered: number, id = 1) => ({
    ...{ id, announced_at: '2026-11-12T00:00:00.000Z', source: 'dice', seed_on: '2026-11-17' },
    ...{ week: '2026-W46', size: 30, state: 'closed', seed: '4-1-1' },
    draw: { tree_size: 9, drawn: answered, numbers: 9, passed_over: 0, leaves_sha256: 'ab'.repeat(32) },
    result: { asked: answered, not_asked: 0, answered, yes: answered - 1, no: 1, low: 1, high: 2 },
  });
  const file = (samples: object[]) => [
    { name: 'week.json', text: JSON.stringify({ ...statement, samples }) },
  ];
  const huge = await verifyTexts(file([sample(Number.MAX_SAFE_INTEGER)]), log.key);
  expect(huge.findings.map(({ code }) => code)).toContain('wrong-sample');
  const many = await verifyTexts(file(Array.from({ length: 700 }, (_, n) => sample(1_000, n))), log.key);
  expect(many.findings).toEqual([
    { state: 'missing', code: 'not-looked-at', values: { which: 'week.json' } },
  ]);
});

test('the form is limited for each connection', async () => {
  const kinds: string[] = [];
  const rate = {
    limit: async ({ key }: { key: string }) => ({ success: kinds.push(key.split(' ')[0] ?? '') < 2 }),
  };
  const limits = { formMinAgeSeconds: 0, writesPerMinute: 20, signaturesADay: 1000 };
  const limited = testApp({ limits }, { rate });
  const send = () =>
    limited.request('/verify', {
      method: 'POST',
      headers: { 'cf-connecting-ip': '198.51.100.7' },
      body: new URLSearchParams({ text: log.statement(1), keys: log.key }),
    });
  expect((await send()).status).toBe(200);
  const refused = await send();
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  expect(kinds[0]).toBe('verify');
});

test('without a script all files of a field are checked', async () => {
  const sent = new FormData();
  sent.append('files', new File([log.statement(1)], 'week.json'));
  sent.append('files', new File([await log.proof(1)], 'week.tlog-proof'));
  sent.append('files', new File([await log.receipt(4, 1)], 'receipt.json'));
  sent.set('keys', log.key);
  const answer = resultIn(await (await app.request('/verify', { method: 'POST', body: sent })).text());
  expect(answer).toContain('This holds.');
  expect(answer.match(/The statement is entry 1 of a log of 3 entries/g)).toHaveLength(2);
});

test('without a script the server checks and says that it checks itself; nothing is sent by the page', async () => {
  const page = await app.request('/verify');
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'none'");
  const html = await page.text();
  expect(html).toContain('then the server checks itself');
  expect(html).toMatch(/localhost[^<]*\/log\+[0-9a-f]{8}\+/);
  const sent = new FormData();
  sent.set('files', new File([log.statement(1)], 'week.json'));
  sent.set('second', new File([await log.proof(1)], 'week.tlog-proof'));
  sent.set('keys', log.key);
  sent.set('text', '');
  const checked = await app.request('/verify', { method: 'POST', body: sent });
  expect(checked.status).toBe(200);
  expect(resultIn(await checked.text())).toContain('This holds.');
  const spanish = await app.request('/verify?lang=es', {
    method: 'POST',
    body: new URLSearchParams({ text: '<script>alert(1)</script>', keys: log.key }),
  });
  const back = await spanish.text();
  expect(resultIn(back)).toContain('No es correcto.');
  expect(back).not.toContain('<script>alert');
});
