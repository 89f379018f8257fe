import { describe, expect, test } from 'vitest';
import type { ActionTally } from '../../worker/digests/tally-rules.ts';
import { digestInText, sampleTally } from './sample.ts';
import type { ReadableContent } from './stored.ts';
import { links, writeDigest } from './write-digest.ts';

const one = (overrides: Partial<ActionTally> = {}): ReadableContent => {
  const sample = sampleTally();
  return { ...sample, petitions: [{ ...sample.petitions[0]!, ...overrides }] };
};
const both = (text: string) => ({ en: text, es: text });
const monday = '2026-11-02T15:00:00.000Z';
const spoken = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the subject of a digest', () => {
  const reached = (signatures: number, on: string) => ({
    reached: [{ signatures, name: { en: 'A goal', es: 'Una meta' }, reachedAt: `${on}T15:00:00.000Z` }],
    next: null,
  });
  test.each([
    [{ change: 38 }, '“Arrest the traffickers” has 412 signatures (+38)'],
    [{ change: 0 }, '“Arrest the traffickers” has 412 signatures (no change)'],
    [{ confirmed: 12345 }, '“Arrest the traffickers” has 12,345 signatures (+38)'],
    [{ thresholds: reached(400, '2026-11-04') }, '“Arrest the traffickers” reached 400 signatures'],
    [{ thresholds: reached(100, '2026-10-20') }, '“Arrest the traffickers” has 412 signatures (+38)'],
    [{ change: -5 }, '“Arrest the traffickers” fell to 412 signatures (−5)'],
    [{ state: 'closed', stateBefore: 'open' }, '“Arrest the traffickers” closed with 412 signatures'],
    [{ state: 'closed', stateBefore: 'closed' }, '“Arrest the traffickers” has 412 signatures (+38)'],
  ] as [Partial<ActionTally>, string][])('%o: %s', (overrides, subject) => {
    expect(writeDigest(one(overrides)).subject).toBe(subject);
  });

  test('is the most important news, and the news comes first in both forms', () => {
    const content = one({ change: -5 });
    const [petition] = content.petitions;
    const second = {
      ...petition!,
      slug: 'b',
      title: { en: 'Open the library', es: 'Abrir la biblioteca' },
      change: 30,
      thresholds: reached(100, '2026-11-05'),
    };
    const mail = writeDigest({ ...content, petitions: [petition!, second] });
    expect(mail.subject).toBe('“Open the library” reached 100 signatures');
    const lines = [
      '“Open the library” reached 100 verified signatures on November 5, 2026: A goal.',
      '“Arrest the traffickers” fell by 5 verified signatures, to 412.',
    ];
    for (const said of [spoken(mail.html), spoken(mail.text)]) {
      const at = lines.map((line) => said.indexOf(line));
      expect(at[0]).toBeGreaterThan(0);
      expect(at[1]).toBeGreaterThan(at[0]!);
      expect(said.indexOf('412 people have signed', at[1])).toBeGreaterThan(at[1]!);
    }
  });

  test('tells of what changed, if the first petition did not', () => {
    const content = one({ change: 0, confirmed: 0 });
    const [petition] = content.petitions;
    const title = { en: 'Open the library', es: 'Abrir la biblioteca' };
    const second = { ...petition!, slug: 'b', title, change: 9, confirmed: 14 };
    const { subject } = writeDigest({ ...content, petitions: [petition!, second] });
    expect(subject).toBe('“Open the library” has 14 signatures (+9)');
  });

  test('is what counts most, without a period, and counts the other sections that have news', () => {
    const story = {
      slug: 'c',
      title: both('A campaign'),
      contactEmail: 'c@example.org',
      ids: ['s'],
      fresh: 1,
    };
    const stories = [{ ...story, shown: [{ id: 's' }] }];
    const said = (content: object, language: 'en' | 'es' = 'en') =>
      writeDigest(content as ReadableContent, language);
    const changed = said({ ...one(), stories });
    expect(changed.subject).toBe(
      '“Arrest the traffickers” has 412 signatures (+38), and one more piece of news',
    );
    expect(said({ ...one(), stories }, 'es').subject).toMatch(/\(\+38\), y una novedad más$/);
    // What the subject says stands first.
    const text = spoken(changed.text);
    expect(text.indexOf('38 more than')).toBeLessThan(text.indexOf('A story of a survivor came this week.'));
    expect(said({ ...one({ change: 0 }), stories }).subject).toBe('A story of a survivor came this week');
    expect(said({ ...one(), petitions: [], stories: [{ ...stories[0], fresh: 0 }] }).subject).toBe(
      'One survivor has allowed this committee to read their story',
    );
  });

  test('for a monthly reader says what was reached since the mail before', () => {
    const sinceLastMail = { week: '2026-W40', weekEndsOn: '2026-10-04', change: 120 };
    const thresholds = reached(300, '2026-10-20');
    expect(writeDigest(one({ sinceLastMail, thresholds })).subject).toContain('reached 300 signatures');
  });

  test('takes a title as it is, with braces and angle brackets', () => {
    const title = { en: '{n} <b>signed</b> {', es: '' };
    const mail = writeDigest(one({ title }));
    expect(mail.subject).toContain('{n} <b>signed</b> {');
    expect(mail.html).toContain('{n} &lt;b&gt;signed&lt;/b&gt; {');
  });
});

describe('a digest', () => {
  test('says a fall, a zero and a first tally in words, in both forms', () => {
    for (const form of ['html', 'text'] as const) {
      const said = (overrides: Partial<ActionTally>) => spoken(writeDigest(one(overrides))[form]);
      expect(said({ change: -5 })).toContain('5 fewer than in the tally of the week ending November 1, 2026');
      expect(said({ change: -5 })).toContain(
        'The number fell because more signatures left the count than came in',
      );
      const thresholds = {
        reached: [{ signatures: 1, name: both('A start'), reachedAt: monday }],
        next: null,
      };
      expect(said({ thresholds })).toContain('1 signature (A start) reached on November 2, 2026.');
      expect(said({ change: 0 })).toContain('no change since the tally of the week ending November 1, 2026');
      expect(said({ changeSince: null })).toContain('this is the first tally');
      expect(said({ state: 'closed' })).toContain('Closed.');
      const sinceLastMail = { week: '2026-W40', weekEndsOn: '2026-10-04', change: 120 };
      expect(said({ sinceLastMail })).toContain(
        'Since the last mail to you, for the week ending October 4, 2026: +120.',
      );
    }
  });

  test('holds no image, no script and no address but our own', () => {
    for (const language of ['en', 'es'] as const) {
      const { html, text } = writeDigest(sampleTally(), language);
      expect(html).not.toMatch(/<(img|script|iframe|link|object|form|svg)\b/i);
      expect(html).not.toMatch(/url\(|@import|\son\w+=/i);
      const urls = [...`${html} ${text}`.matchAll(/[a-z]+:\/\/[^\s"<>)]+/gi)].map(([url]) => url);
      expect(new Set(urls.map((url) => new URL(url).host))).toEqual(new Set(['petitions.example.org']));
    }
  });

  test('draws bars of table cells, their table read out as a table', () => {
    const { html } = writeDigest(sampleTally());
    expect(html).toContain('<caption');
    expect(html.match(/<th scope="row"/g)?.length).toBeGreaterThan(15);
    const bars = [
      ...html.matchAll(/<table role="presentation"[^>]*width="(\d+)%"><tr><td class="accent-brick"/g),
    ];
    expect(bars.map(([, width]) => Number(width))).toEqual([100, 77, 62, 60, 32, 20, 5]);
    expect(html).not.toMatch(/NaN|undefined|\[object/);
  });

  test('draws no bars for a few people', () => {
    const byPlace = one().petitions[0]!.byPlace.map((place, n) => ({ ...place, confirmed: n === 0 ? 3 : 0 }));
    const mail = writeDigest(one({ confirmed: 3, byPlace }));
    expect(mail.html).not.toContain('class="accent-brick"');
    expect(mail.text).not.toContain('##');
  });

  test('can be stopped by the mail program, by its reader, and answered', () => {
    const mail = writeDigest(sampleTally());
    expect(mail.headers).toEqual({
      'List-Unsubscribe': `<${links.deliveryUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(mail.replyTo).toBe('organizers@example.org');
    for (const url of [
      links.staffUrl,
      links.deliveryUrl,
      `${links.publicUrl}/petitions/arrest-traffickers`,
    ]) {
      expect(mail.html).toContain(`href="${url}"`);
      expect(mail.text).toContain(`\n${url}\n`);
    }
  });

  test('as text keeps to 76 columns, its numbers flush right', () => {
    for (const language of ['en', 'es'] as const) {
      const lines = writeDigest(sampleTally(), language).text.split('\n');
      expect(lines.filter((line) => [...line].length > 76 && !line.startsWith('https://'))).toEqual([]);
      const numbers = lines.filter((line) => /^ {2}\S.* {2,}[\d,]+( +(0|[+−]\d+)( {2}#+)?)?$/.test(line));
      expect(numbers.length).toBeGreaterThanOrEqual(15);
      expect(new Set(numbers.map((line) => line.replace(/ {2}#+$/, '').length))).toEqual(new Set([49, 57]));
    }
  });

  test('as text reads like this', () => {
    expect(writeDigest(one()).text).toBe(digestInText);
  });
});
