import { describe, expect, test } from 'vitest';
import type { ActionTally } from '../../worker/digests/tally-rules.ts';
import { digestInText, sampleTally } from './sample.ts';
import type { ReadableContent } from './stored.ts';
import { links, writeDigest } from './write-digest.ts';

const one = (overrides: Partial<ActionTally> = {}): ReadableContent => {
  const sample = sampleTally();
  return { ...sample, petitions: [{ ...sample.petitions[0]!, ...overrides }] };
};
const spoken = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the subject of a digest', () => {
  test.each([
    [{ change: 38 }, 'Petition tally: Arrest the traffickers: 412 verified (+38), week ending 8 Nov'],
    [{ change: -5 }, 'Petition tally: Arrest the traffickers: 412 verified (−5), week ending 8 Nov'],
    [{ change: 0 }, 'Petition tally: Arrest the traffickers: 412 verified (no change), week ending 8 Nov'],
    [
      { confirmed: 12345 },
      'Petition tally: Arrest the traffickers: 12,345 verified (+38), week ending 8 Nov',
    ],
  ])('%o: %s', (overrides, subject) => {
    expect(writeDigest(one(overrides)).subject).toBe(subject);
  });

  test('names the first of several petitions', () => {
    const content = one();
    const [petition] = content.petitions;
    const three = {
      ...content,
      petitions: [petition!, { ...petition!, slug: 'b' }, { ...petition!, slug: 'c' }],
    };
    expect(writeDigest(three).subject).toBe(
      'Petition tally: Arrest the traffickers and 2 more: 412 verified (+38), week ending 8 Nov',
    );
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
      expect(said({ change: -5 })).toContain('5 fewer than in the tally of the week ending 1 November 2026');
      expect(said({ change: -5 })).toContain('The number fell because');
      expect(said({ change: 0 })).toContain('no change since the tally of the week ending 1 November 2026');
      expect(said({ changeSince: null })).toContain('this is the first tally');
      expect(said({ state: 'closed' })).toContain('Closed.');
      const sinceLastMail = { week: '2026-W40', weekEndsOn: '2026-10-04', change: 120 };
      expect(said({ sinceLastMail })).toContain(
        'Since the last mail to you, for the week ending 4 October 2026: +120.',
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

  test('draws no bars of a handful of people', () => {
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
      const numbers = lines.filter((line) => /^ {2}\S.* {2,}[\d,]+( {2}#+)?$/.test(line));
      expect(numbers.length).toBeGreaterThan(15);
      expect(new Set(numbers.map((line) => line.replace(/ {2}#+$/, '').length))).toEqual(new Set([53]));
    }
  });

  test('as text reads like this', () => {
    expect(writeDigest(one()).text).toBe(digestInText);
  });
});
