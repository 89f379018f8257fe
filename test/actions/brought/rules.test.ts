import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActionBroughtSnapshot,
  type BroughtSnapshot,
  broughtBy,
  imbalancesOfActions,
} from '../../../worker/actions/brought/rules.ts';

const text = (word: string) => ({ en: word, es: word });
const partner = (slug: string, retired = false) => ({ slug, name: text(slug), retired });
const source = (slug: string, partner: string | null) => {
  return { slug, name: text(slug), kind: 'link' as const, partner };
};
const partners = [partner('church'), partner('clinic'), partner('gone', true)];
const sources = [
  source('direct', null),
  source('church-form', 'church'),
  source('church-flyer', 'church'),
  source('clinic-poster', 'clinic'),
  source('gone-link', 'gone'),
];

function action(given: Partial<ActionBroughtSnapshot>): ActionBroughtSnapshot {
  return {
    kind: 'petition',
    slug: 'p',
    title: text('P'),
    state: 'open',
    confirmed: (given.credited ?? []).reduce((sum, { n }) => sum + n, 0),
    credited: [],
    received: [],
    overlaps: [],
    opened: [],
    ...given,
  };
}

function seenBy(
  slug: string,
  given: Partial<ActionBroughtSnapshot>,
  snapshot: Partial<BroughtSnapshot> = {},
) {
  const [seen] = broughtBy(slug, { partners, sources, actions: [action(given)], ...snapshot });
  if (!seen) throw new Error('nothing is seen');
  return seen;
}

describe('what a partner sees', () => {
  const given = {
    credited: [
      { source: 'church-form', n: 4 },
      { source: 'clinic-poster', n: 6 },
      { source: 'direct', n: 3 },
    ],
    received: [
      { source: 'church-form', n: 9 },
      { source: 'church-flyer', n: 2 },
      { source: 'clinic-poster', n: 7 },
    ],
    overlaps: [
      { source: 'church-form', countedBy: 'clinic-poster', n: 2 },
      { source: 'church-form', countedBy: 'direct', n: 1 },
      { source: 'church-flyer', countedBy: 'church-form', n: 1 },
      { source: 'clinic-poster', countedBy: 'church-form', n: 1 },
    ],
    opened: [{ source: 'church-form', n: 50 }],
  };

  test('is its own sources and their sum', () => {
    const { sources, own } = seenBy('church', given);
    expect(sources.map(({ name, kind, ...numbers }) => numbers)).toEqual([
      { source: 'church-form', opened: 50, received: 9, credited: 4, elsewhere: 3, uncounted: 2 },
      { source: 'church-flyer', opened: 0, received: 2, credited: 0, elsewhere: 0, uncounted: 2 },
    ]);
    expect(own).toEqual({ opened: 50, received: 11, credited: 4, elsewhere: 3, uncounted: 4 });
  });

  test('is everybody’s credit, the same for all, the largest first and the campaign last', () => {
    const { credits, confirmed } = seenBy('church', given);
    expect(confirmed).toBe(13);
    expect(credits.map(({ partner, credited }) => [partner?.slug ?? null, credited])).toEqual([
      ['clinic', 6],
      ['church', 4],
      [null, 3],
    ]);
    expect(seenBy('clinic', given).credits).toEqual(credits);
  });

  test('names a partner that left for as long as something counts by it', () => {
    const { credits } = seenBy('church', { credited: [{ source: 'gone-link', n: 1 }] });
    expect(credits.map(({ partner }) => partner?.slug ?? null)).toEqual(['gone', 'church', 'clinic', null]);
  });

  test('counts an unlisted source as the campaign’s own', () => {
    const { credits } = seenBy('church', { credited: [{ source: 'lost', n: 5 }] });
    expect(credits.at(-1)).toEqual({ partner: null, credited: 5 });
  });
});

test('if sources do not add up to everybody who counts, this is reported', () => {
  const seen = seenBy('church', { confirmed: 3, credited: [{ source: 'church-form', n: 2 }] });
  expect(imbalancesOfActions([seen])).toEqual([
    'p: sources add up to 2 of 3',
    'p: church-form brought more than the 0 it received',
  ]);
});

const anySource = fc.constantFrom(...sources.map(({ slug }) => slug));
const anySignature = fc.record({
  source: anySource,
  state: fc.constantFrom('confirmed', 'duplicate', 'unconfirmed', 'withdrawn'),
  countedBy: fc.option(anySource),
});

test('whatever came through which source, every partner’s page balances and all of them show the same totals', () => {
  fc.assert(
    fc.property(fc.array(anySignature, { maxLength: 60 }), (signatures) => {
      const one = <Line extends object>(lines: Line[]) => lines.map((line) => ({ ...line, n: 1 }));
      const confirmed = signatures.filter(({ state }) => state === 'confirmed');
      const given = {
        credited: one(confirmed.map(({ source }) => ({ source }))),
        received: one(signatures.map(({ source }) => ({ source }))),
        overlaps: one(
          signatures
            .filter(
              ({ state, source, countedBy }) => state === 'duplicate' && countedBy && countedBy !== source,
            )
            .map(({ source, countedBy }) => ({ source, countedBy: countedBy! })),
        ),
      };
      const pages = partners.map(({ slug }) => seenBy(slug, given));
      for (const page of pages) {
        expect(imbalancesOfActions([page])).toEqual([]);
        const { received, credited, elsewhere, uncounted } = page.own;
        expect(credited + elsewhere + uncounted).toBe(received);
        expect(page.credits.reduce((sum, { credited }) => sum + credited, 0)).toBe(confirmed.length);
        expect(page.credits).toEqual(pages[0]?.credits);
      }
      const named = pages.reduce((sum, { own }) => sum + own.credited, 0);
      expect(named + (pages[0]?.credits.at(-1)?.credited ?? 0)).toBe(confirmed.length);
    }),
  );
});
