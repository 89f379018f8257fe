import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitting, mostBytes } from '../../worker/digests/mail-size-rules.ts';
import { countedAtEndOf } from '../../worker/surveys/digest/counted-rules.ts';
import { surveyPartOf } from '../../worker/surveys/digest/rules.ts';
import { survey as kitSurvey } from '../../worker/surveys/kit/schema.ts';
import { surveyOf } from '../../worker/surveys/survey.ts';
import { sampleSurvey } from '../surveys/digest/survey-sample.ts';
import { sampleTally } from './sample.ts';
import { links, writeDigest } from './write-digest.ts';

const bytes = (text: string) => new TextEncoder().encode(text).length;
const both = (text: string) => ({ en: text, es: text });
const longest = (text: string, most: number) => text.padEnd(most, ' ñandú').trim();
const times = <Of>(n: number, make: (n: number) => Of) => Array.from({ length: n }, (_, at) => make(at));

/**
 * 240 questions with 50 options each, every text as long as a kit allows. One question more would not change how many
 * fit into the mail.
 */
function largestSurvey() {
  const label = (n: number) => both(longest(`Option ${n}`, 120));
  const options = times(50, (n) => ({ id: `option-${n}`, label: label(n) }));
  const question = (of: number, n: number) => ({
    id: `question-${of}-${n}`,
    kind: 'multiple',
    title: both(longest(`Question ${n} of ${of}`, 200)),
    options,
  });
  const kit = kitSurvey.parse({
    slug: 'largest',
    committee: 'budget',
    title: both(longest('The largest survey', 120)),
    ask: both('Answer'),
    text: both('Text'),
    opens_on: '2026-01-01',
    sections: times(30, (of) => ({
      id: `section-${of}`,
      title: both('Section'),
      questions: times(8, (n) => question(of, n)),
    })),
  });
  return surveyOf(kit);
}

/** Everybody chose the first option of each question. */
function largestTally() {
  const survey = largestSurvey();
  const ids = survey.sections.flatMap(({ questions }) => questions.map(({ id }) => id));
  const answers = ids.flatMap((id) => [
    { question: id, place: '', key: 'option-0', n: 900, total: 0 },
    { question: `${id}~answered`, place: '', key: '', n: 900, total: 0 },
  ]);
  const sends = { opened: 0, reported: 0 };
  const snapshot = { survey, answers, answerChanges: [], previousPart: null, words: [], sends };
  const counted = countedAtEndOf('2026-W45', answers, []);
  const part = surveyPartOf(snapshot, counted, { byPlace: [], districts: [] });
  return { ...sampleSurvey(900), ...part, slug: 'largest', title: kitTitle, words: [] };
}
const kitTitle = both(longest('The largest survey', 120));

/** Two hundred districts, a hundred partners, and three years of corrections. */
function largestPetition() {
  const [petition] = sampleTally().petitions;
  const place = (n: number) => ({
    place: `${n}`,
    name: both(longest(`District ${n}`, 80)),
    confirmed: 1_000_000,
    change: 1_000,
  });
  const partner = (n: number) => ({
    partner: { slug: `partner-${n}`, name: both(longest(`Partner ${n}`, 120)) },
    confirmed: 1_000_000,
  });
  const corrections = times(150, (n) => ({
    week: `2025-W${10 + (n % 40)}`,
    weekEndsOn: '2025-10-25',
    what: 'withdrawn' as const,
    count: n,
  }));
  return {
    ...petition!,
    title: both(longest('The largest petition', 120)),
    byPlace: times(200, place),
    byPartner: times(100, partner),
    corrections,
  };
}

describe('a digest', () => {
  test('of the largest survey and petition stays below what Gmail shows, and says where the rest is', () => {
    for (const language of ['en', 'es'] as const) {
      const content = { ...sampleTally(), petitions: [largestPetition()], surveys: [largestTally()] };
      const { html, text } = writeDigest(content, language);
      expect(bytes(html)).toBeLessThanOrEqual(90_000);
      expect(bytes(html)).toBeGreaterThan(60_000);
      const said = language === 'en' ? 'The rest is on your staff page:' : 'El resto está en su página';
      for (const form of [html, text.replace(/\s+/g, ' ')]) {
        const has = [said, 'The largest survey', 'Question 0 of 0', 'Question 7 of 29'].map((one) =>
          form.includes(one),
        );
        expect(has).toEqual([true, true, true, false]);
      }
      expect(html.includes(`href="${links.staffUrl}"`)).toBe(true);
    }
  });

  test('of a hundred petitions begins with those that fit and says how many more there are', () => {
    const petitions = times(100, (n) => ({ ...largestPetition(), slug: `petition-${n}` }));
    const { html, text } = writeDigest({ ...sampleTally(), petitions });
    expect(bytes(html)).toBeLessThanOrEqual(90_000);
    const told = html.match(/<h1>/g)?.length ?? 0;
    expect(told).toBeGreaterThan(20);
    expect(text.includes(`${100 - told} more are on your staff page:`)).toBe(true);
  });

  test('of an ordinary week is whole, and small', () => {
    const content = { ...sampleTally(), surveys: [sampleSurvey(60)] };
    const { html } = writeDigest(content);
    expect(bytes(html)).toBeLessThan(25_000);
    expect(html.includes('The rest is on')).toBe(false);
    expect((html.match(/style="[^"]*"/g) ?? []).join('').length / html.length).toBeLessThan(0.15);
  });
});

test('what is chosen always fits, and no block of a higher rank displaces one of a lower rank', () => {
  const blocks = fc.array(fc.record({ rank: fc.nat({ max: 2 }), bytes: fc.integer({ min: 1, max: 900 }) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.array(blocks, { maxLength: 5 }), fc.nat({ max: 5000 }), (parts, room) => {
      const fits = fitting(parts, room, (part, at) => parts[part]![at]!.bytes);
      const taken = parts.flatMap((part, i) => part.filter((_, at) => fits[i]![at]));
      expect(taken.reduce((sum, one) => sum + one.bytes, 0)).toBeLessThanOrEqual(room);
      const lost = parts.flatMap((part, i) => part.filter((_, at) => !fits[i]![at]));
      for (const { rank, bytes: size } of lost) {
        const before = taken.filter((one) => one.rank <= rank).reduce((sum, one) => sum + one.bytes, 0);
        expect(before + Math.max(size, 200)).toBeGreaterThan(room);
      }
    }),
    { numRuns: 300 },
  );
  expect(mostBytes).toBeLessThan(90_000);
});
