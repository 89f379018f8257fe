import { env } from 'cloudflare:workers';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { mostLines, mostText, textBytes } from '../../worker/budget/rules.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { openKit } from '../support/kits.ts';
import { figure, kitWithBudget, someLine } from './support.ts';

const app = testApp();

/** Letters that compress as little as any text can. */
function noise(length: number, seed: number): string {
  let at = seed;
  const next = () => {
    at = (Math.imul(at, 1_103_515_245) + 12_345) >>> 0;
    return (at >>> 16) % 36;
  };
  return Array.from({ length }, (_, i) => (i % 12 === 11 ? ' ' : next().toString(36)))
    .join('')
    .trim();
}

/** Of 20 KB, its styles and its script take 8.5 KB. */
const mostOfPage = 11.5 * 1024;

test.for(['many lines', 'long texts'])(
  'a page with as much text as it may have, and myths, weighs at most 20 KB with its styles and script: %s',
  async (kind) => {
    let seed = 0;
    const fresh = (length: number) => {
      seed += 7919;
      return { en: noise(length, seed), es: noise(length, seed + 1) };
    };
    const isOfLines = kind === 'many lines';
    const amount = (page: number, year = 2026) =>
      figure(123_456_789.5 + page * 7_654_321, {
        ...{ page: `${page}`, year, source: { en: 'Adopted budget', es: 'Lo aprobado' } },
      });
    const lines = Array.from({ length: isOfLines ? mostLines : 2 }, (_, i) =>
      someLine(`line-${i}`, {
        name: fresh(isOfLines ? 76 : 50),
        ...{ adopted: amount(i), proposed: amount(100 + i, 2027), asked: amount(200 + i) },
      }),
    );
    const concerns = Array.from({ length: isOfLines ? 1 : 4 }, () => ({
      heading: fresh(100),
      text: fresh(isOfLines ? 500 : 1100),
      sources: [{ name: fresh(120), url: `https://example.org/${seed}` }],
    }));
    const myths = Array.from({ length: 9 }, () => ({
      ...{ kind: 'myth', asked: fresh(100), fact: fresh(100), answer: fresh(400) },
      ...{ source: 'A study', answered_on: '2026-11-02' },
    }));
    const kit = kitWithBudget({ lines, concerns });
    const campaign = { ...kit.campaign, answered_questions: myths };
    expect(await openKit(env.DB, { ...kit, campaign }, aWednesday)).toMatchObject({ ok: true });
    const { slug } = kit.budget[0]!;
    const content = await env.DB.prepare('SELECT content FROM budget_comparisons WHERE slug = ?')
      .bind(slug)
      .first<string>('content');
    for (const language of ['en', 'es'] as const) {
      expect(textBytes(JSON.parse(content ?? ''), language)).toBeGreaterThan(0.9 * mostText);
      const html = await (await app.request(`/budget/${slug}?lang=${language}`)).text();
      expect(html).toContain('application/ld+json');
      expect(gzipSync(html).length).toBeLessThan(mostOfPage);
    }
  },
);
