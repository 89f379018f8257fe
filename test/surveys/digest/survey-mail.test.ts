import { describe, expect, test } from 'vitest';
import { sampleTally } from '../../digests/sample.ts';
import type { ReadableContent } from '../../digests/stored.ts';
import { links, writeDigest } from '../../digests/write-digest.ts';
import { sampleSurvey } from './survey-sample.ts';

const surveyOnly = (people: number): ReadableContent => ({
  ...sampleTally(),
  petitions: [],
  surveys: [sampleSurvey(people)],
});
const spoken = (text: string) =>
  text
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the subject', () => {
  test('of a survey says how many answered', () => {
    expect(writeDigest(surveyOnly(412)).subject).toBe(
      '“A budget for all” has answers from 412 people (+412)',
    );
  });

  test('of a petition and a survey is that of the petition where nothing happened', () => {
    expect(writeDigest({ ...sampleTally(), surveys: [sampleSurvey(40)] }).subject).toBe(
      '“Arrest the traffickers” has 412 signatures (+38)',
    );
  });

  test('of petitions alone stays what it was', () => {
    const [without, empty] = [writeDigest(sampleTally()), writeDigest({ ...sampleTally(), surveys: [] })];
    expect(empty.subject).toBe(without.subject);
    expect(empty.html === without.html).toBe(true);
    expect(empty.text).toBe(without.text);
  });
});

describe('a survey in the digest', () => {
  test('says its three numbers, what stands out and what became of the suggestions, in both forms', () => {
    const mail = writeDigest(surveyOnly(60));
    for (const said of [spoken(mail.html), spoken(mail.text)]) {
      expect(said).toMatch(/60 people answered here, confirmed by mail,? \(?\+60/);
      expect(said).toMatch(/30 people opened the city’s own survey,? \(?\+30/);
      expect(said).toMatch(/20 people said that they sent it to the city,? \(?\+20/);
      expect(said).toContain('These three overlap and are never added up');
      expect(said).toContain('67% would give more to Parks: 31.7% on average, 29.8% today.');
      expect(said).toContain('67% answered “Yes” to “Support?”');
      expect(said).toContain('67% would give less to Police: 38.3% on average, 40% today.');
      expect(said).toContain('“Support?” The suggested answer: kept by 40, changed by 20, removed by 0.');
      expect(said).toMatch(/Yes 40 \(67%\)/);
      expect(said).toMatch(/Police \(40% today\) 38\.3%/);
      expect(said).toMatch(/b \(first for 40\) 1\.3/);
      expect(said).toContain('60 people wrote an answer');
      expect(said).toContain('“Please do it this year.”');
      expect(said).not.toMatch(/NaN|undefined|\[object/);
    }
    for (const url of [links.staffUrl, links.deliveryUrl, `${links.publicUrl}/surveys/every-kind`]) {
      expect(mail.html).toContain(`href="${url}"`);
      expect(mail.text).toContain(`\n${url}\n`);
    }
    expect(mail.text).toContain('because the survey is for the Committee on Safe Communities');
  });

  test('is said in the singular of one, and claims nothing of so few', () => {
    const said = spoken(writeDigest(surveyOnly(1)).text);
    expect(said).toContain('1 person has answered and confirmed: this is the first tally. One lives');
    expect(said).toContain('1 person answered here, confirmed by mail');
    expect(said).toContain('1 person wrote an answer');
    expect(said).not.toContain('What stands out');
    expect(said).not.toMatch(/1 people|1 responses/);
  });

  test('that nobody has answered is one line', () => {
    const mail = writeDigest({ ...sampleTally(), surveys: [sampleSurvey(0)] });
    expect(mail.text).toContain(
      '\n\n“A budget for all”: nobody has answered and confirmed yet.\nhttps://petitions.example.org/surveys/every-kind\n\n',
    );
    expect(mail.text).not.toMatch(
      /A budget for all\n=|0 people|Nobody has written|Nobody wrote|NaN|undefined/,
    );
    expect(mail.html.match(/A budget for all/g)).toHaveLength(1);
  });

  test('has a head over each table in the text too: what a ranking tells are places', () => {
    const { text } = writeDigest(surveyOnly(60));
    expect(text).toMatch(/\nOrder\n {2}Answer +Mean place\n {2}a \(first for 0\) +2\.3\n/);
  });

  test('stands below the petition, and each keeps its own words', () => {
    const { html, text } = writeDigest({ ...sampleTally(), surveys: [sampleSurvey(40)] });
    expect(text.indexOf('Arrest the traffickers')).toBeLessThan(text.indexOf('A budget for all'));
    expect(spoken(text)).toContain('412 verified signatures (+38)');
    expect(spoken(text)).toContain('A response to a survey counts by the same rules as a signature.');
    expect(spoken(html)).toContain('who signed or answered.');
  });

  test('as text keeps to 76 columns in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      const lines = writeDigest({ ...sampleTally(), surveys: [sampleSurvey(1234)] }, language).text.split(
        '\n',
      );
      expect(lines.filter((line) => [...line].length > 76 && !line.startsWith('https://'))).toEqual([]);
    }
  });

  test('holds no image, no script and no address but our own', () => {
    const { html, text } = writeDigest(surveyOnly(60));
    expect(html).not.toMatch(/<(img|script|iframe|link|object|form|svg)\b/i);
    const urls = [...`${html} ${text}`.matchAll(/[a-z]+:\/\/[^\s"<>)]+/gi)].map(([url]) => url);
    expect(new Set(urls.map((url) => new URL(url).host))).toEqual(new Set(['petitions.example.org']));
  });
});
