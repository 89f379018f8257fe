import { env } from 'cloudflare:workers';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { mostLines } from '../../worker/budget/rules.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { organizerIn } from '../support/organizer.ts';
import { both, figure, kitWithBudget, someLine } from './support.ts';

const app = testApp();

async function opened(comparison: object = {}, more: object = {}) {
  const kit = { ...kitWithBudget(comparison), ...more };
  const result = await openKit(env.DB, kit, aWednesday);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const path = `/budget/${kit.budget[0]!.slug}`;
  const read = async (query = '') => (await app.request(`${path}${query}`)).text();
  return { kit, path, read };
}

/** Without tags, and with single spaces. */
const wordsOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

test('the page compares the lines in dollars, percent, per resident and in what they buy, each number with its source', async () => {
  const { read } = await opened();
  const words = wordsOf(await read());
  for (const told of [
    '$100,000 [1]',
    '$120,000 [2] +$20,000 (+20%) against last year',
    '$150,000 [3] +$30,000 (+25%) against the proposal +$0.50 a resident a year',
    'Line training: $30,000 more pays for 75 × one officer trained, at $400 each.',
    'Dollars a resident are for 60,000 residents. [4]',
    'Adopted budget, page 84, 2026',
    'The campaign, 2026',
    'Census, 2020',
    'What an arrest costs.',
    'What is proposed.',
  ]) {
    expect(words).toContain(told);
  }
  expect(words).toMatch(/Line parks \$80,000 \[1\] Not known yet/);
});

test('it speaks Spanish, keeps the source of its reader and leads to the other language', async () => {
  const { read, path } = await opened();
  const html = await read('?lang=es&source=poster');
  const words = wordsOf(html);
  expect(words).toContain('+$20,000 (+20 %) frente al año pasado');
  expect(words).toContain('con $30,000 más se paga 75 × one officer trained (es), a $400 cada vez.');
  expect(html).toContain('<html lang="es">');
  expect(html).toContain(`href="${path}?source=poster&amp;lang=en"`);
  expect(html).toMatch(/href="\/surveys\/[^"]+\?lang=es&amp;source=poster"/);
  expect(html).toContain('property="og:image"');
});

test('the bars begin at zero on one scale, and the largest fills it', async () => {
  const { read } = await opened();
  const html = await read();
  const widths = [...html.matchAll(/<rect class="(\w+)" width="([\d.]+)%"/g)].map(([, of, width]) => [
    of,
    Number(width),
  ]);
  expect(widths).toEqual([
    ['adopted', 66.67],
    ['proposed', 80],
    ['asked', 100],
    ['adopted', 53.33],
  ]);
  expect(html.indexOf('<table')).toBeLessThan(html.indexOf('<rect'));
});

test('what the campaign has not filled in is shown to nobody, and a line of which nothing is known is left out', async () => {
  const { read } = await opened({
    lines: [
      someLine('known', {
        adopted: figure(0),
        proposed: figure(10, { year: 2027 }),
        asked: { amount: null },
      }),
      someLine('unknown', { adopted: { amount: null } }),
    ],
    residents: undefined,
    unit: { name: both('one officer trained') },
  });
  const words = wordsOf(await read());
  expect(words).toContain('$0');
  expect(words).toContain('+$10 against last year');
  expect(words).not.toContain('Line unknown');
  expect(words).toContain('One line has no number with a source yet and is left out.');
  expect(words).not.toContain('What we ask for');
  expect(words).not.toContain('What it buys');
  expect(words).not.toContain('a resident');
  expect(words).not.toMatch(/filled|NaN|Infinity|null|undefined/);
});

test('without any number it says so', async () => {
  const { read } = await opened({ lines: [someLine('unknown')], residents: undefined, unit: undefined });
  const html = await read();
  expect(wordsOf(html)).toContain('No number has a source yet, so none is shown.');
  expect(html).not.toContain('<table');
  expect(html).not.toContain('<svg');
});

test('a cut is a fall, in words and in numbers, and buys nothing', async () => {
  const { read } = await opened({
    lines: [
      someLine('cut', {
        adopted: figure(200),
        proposed: figure(150.5, { year: 2027 }),
        asked: figure(100.25),
      }),
    ],
  });
  const words = wordsOf(await read());
  expect(words).toContain('$150.50 [2] -$49.50 (-24.8%) against last year');
  expect(words).toContain(
    '$100.25 [1] -$50.25 (-33.4%) against the proposal less than one cent a resident a year',
  );
  expect(words).not.toContain('What it buys');
});

test('a change that would round to no percent has none, rather than 0 or minus 0', async () => {
  const { read } = await opened({
    lines: [
      someLine('still', {
        adopted: figure(1e9),
        proposed: figure(1e9 + 1, { year: 2027 }),
        asked: figure(1e9),
      }),
    ],
  });
  const html = await read();
  expect(wordsOf(html)).toContain('+$1 against last year');
  expect(wordsOf(html)).toContain('-$1 against the proposal');
  expect(html).not.toMatch(/[(][+-]?0\u00a0?%/);
});

test('myths of the campaign stand between facts, as FAQPage data too, and a change shows its day and its versions', async () => {
  const myth = {
    ...{ kind: 'myth', asked: both('It is </script> nothing.'), fact: both('It is something.') },
    ...{ answer: both('Because **it is**.'), source: 'A study', answered_on: '2026-11-02' },
  };
  const kit = kitWithBudget();
  const { read } = await opened(
    {},
    { campaign: { ...kit.campaign, answered_questions: [myth] }, city: kit.city },
  );
  const html = await read();
  const words = wordsOf(html);
  const parts = [
    'Fact: It is something.',
    'Myth: It is &lt;/script&gt; nothing.',
    'Why it is false:',
    'In short: It is something.',
  ];
  expect(parts.map((part) => words.indexOf(part)).every((at, i, all) => at > (all[i - 1] ?? 0))).toBe(true);
  expect(words.split('nothing.').length).toBe(2);
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  expect(JSON.parse(data)).toMatchObject({
    '@type': 'FAQPage',
    mainEntity: [
      {
        '@type': 'Question',
        name: 'Is it true: “It is </script> nothing”?',
        acceptedAnswer: {
          '@type': 'Answer',
          text: expect.stringMatching(
            /^<p>No, that is a myth, and it is false[.]<[/]p><p>Fact: It is something[.]<[/]p>/,
          ),
        },
      },
    ],
  });

  const { slug } = kit.campaign;
  const campaign = { id: (await findCampaignBySlug(env.DB, slug)) ?? 0, slug };
  const owner = await organizerIn(app, campaign, { role: 'owner' });
  const id = await env.DB.prepare('SELECT id FROM question_entries WHERE campaign_id = ?')
    .bind(campaign.id)
    .first<string>('id');
  const edited = await owner.post(`/organize/campaigns/${slug}/question-entries/${id}`, {
    ...{
      'asked.en': 'It is nothing.',
      'asked.es': 'No es nada.',
      'fact.en': 'It is more.',
      'fact.es': 'Es más.',
    },
    ...{
      'answer.en': 'Because.',
      'answer.es': 'Porque sí.',
      source: 'A study',
      answered_on: '2026-11-20',
      seen: '1',
    },
  });
  expect(edited.status).toBe(303);
  app.setNow(new Date(aWednesday.getTime() + 60_000).toISOString());
  const changed = await read();
  expect(wordsOf(changed)).toContain('Changed on Wednesday, November 25, 2026. Earlier versions are kept.');
  expect(changed).toContain(`/campaigns/${slug}/question-versions/${id}`);
});

test('a comparison of the most lines is a page, and its picture has the twelve largest', async () => {
  const lines = Array.from({ length: mostLines }, (_, i) =>
    someLine(`line-${i}`, { name: both(`Line ${i} ${'long name '.repeat(10)}`), adopted: figure(i) }),
  );
  const { read } = await opened({ lines });
  const html = await read();
  expect(html.match(/<rect /g)).toHaveLength(12);
  expect(html.match(/<tr/g)).toHaveLength(mostLines + 1);
  expect(gzipSync(html).length).toBeLessThan(20 * 1024);
});

test('where only the ask is known, it is told per resident and by what all of it buys', async () => {
  const { read } = await opened({
    lines: [someLine('ask', { asked: figure(2_500_000) })],
    residents: figure(911_311, { source: both('Census') }),
    unit: { name: both('one officer trained'), cost: figure(1500, { source: both('The state') }) },
  });
  const words = wordsOf(await read());
  expect(words).toContain('$2,500,000 [1] $2.74 a resident a year');
  expect(words).toContain(
    'Line ask: all of the $2,500,000 that we ask for pays for 1,666 × one officer trained, at $1,500 each. [3]',
  );
  expect(words).toContain('Dollars a resident are for 911,311 residents. [2]');
  expect(wordsOf(await read('?lang=es'))).toContain(
    'con los $2,500,000 que pedimos en total se paga 1,666 ×',
  );
});

test('where nothing is asked for, nothing is said of dollars a resident', async () => {
  const { read } = await opened({ lines: [someLine('line', { adopted: figure(5) })] });
  const words = wordsOf(await read());
  expect(words).not.toContain('a resident');
  expect(words).not.toContain('Census');
});

test('the years of last year and now stand in the heads where all lines agree, and else beside each number', async () => {
  const alike = wordsOf(await (await opened()).read());
  expect(alike).toContain('Adopted last year (2026)');
  expect(alike).toContain('Proposed now (2027)');
  const { read } = await opened({
    lines: [
      someLine('a', { adopted: figure(1, { year: 2025 }), proposed: figure(3, { year: 2027 }) }),
      someLine('b', { adopted: figure(2, { year: 2026 }) }),
    ],
  });
  const words = wordsOf(await read());
  expect(words).toContain('$1 [1] 2025');
  expect(words).toContain('$2 [3] 2026');
  expect(words).not.toContain('Adopted last year (');
  expect(words).toContain('Proposed now (2027)');
});
