import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFinds, bringAxe } from '../support/axe.ts';
import { describeInBrowser, openVisit, sharedBrowser } from '../support/browser.ts';

const { source } = createRequire(import.meta.url)('axe-core/axe.min.js') as { source: string };
const browser = sharedBrowser();

const page = (style: string, body: string) =>
  `<!doctype html><html lang="en"><title>Colors</title><style>p, div { margin: 0 } ${style}</style><main><h1>Colors</h1>${body}</main></html>`;

/** What axe finds when it judges each element of the page. */
function allFinds(where: Page): Promise<string[]> {
  const rules = { runOnly: { type: 'rule', values: ['color-contrast'] } };
  return where.evaluate<string[]>(
    `axe.run(document, ${JSON.stringify(rules)}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
}

const good = page(
  '.card { background: #123; color: #eee; width: 200px; height: 60px } .note { color: #222 } .field { color: #333 }',
  '<input class="field" value="Field"><p class="note">Note</p><div class="card"><p>Card</p></div><p>Plain</p>',
);
const text = fc.record({
  color: fc.constantFrom('#222', '#999', '#fff', 'rgb(0 0 0 / 40%)'),
  ground: fc.constantFrom('transparent', '#fff', '#123', '#ccc'),
  more: fc.constantFrom(
    '',
    'opacity: .5',
    'position: relative; top: -20px',
    'width: 30px; white-space: nowrap',
    'font-size: 30px',
  ),
});

describeInBrowser('a contrast that was judged good once', () => {
  test.each([
    [
      'another color of the text',
      good.replace('color: #222', 'color: #aaa'),
      ['color-contrast: <p class="note">Note</p>'],
    ],
    [
      'another color of a field',
      good.replace('color: #333', 'color: #aaa'),
      ['color-contrast: <input class="field" value="Field">'],
    ],
    [
      'another ground of a field',
      good.replace('color: #333', 'color: #333; background: #444'),
      ['color-contrast: <input class="field" value="Field">'],
    ],
    ['another ground', good.replace('background: #123', 'background: #ccc'), ['color-contrast: <p>Card</p>']],
    [
      'a parent one can see through',
      good.replace('.note {', '.note { opacity: .3;'),
      ['color-contrast: <p class="note">Note</p>'],
    ],
    [
      'a ground that is not its parent’s',
      good
        .replace('<p>Plain</p>', '<p style="position: relative; z-index: 1">Plain</p>')
        .replace('</main>', '<div style="background: #123; height: 40px; margin-top: -30px"></div></main>'),
      ['color-contrast: <p style="position: relative; z-index: 1">Plain</p>'],
    ],
    [
      'a place outside its parent’s ground',
      good.replace('<p>Card</p>', '<p style="position: relative; top: 100px">Card</p>'),
      ['color-contrast: <p style="position: relative; top: 100px">Card</p>'],
    ],
  ])('is found in %s', async (_, changed, found) => {
    const { page: seen, close } = await openVisit(browser());
    await bringAxe(seen);
    for (const [html, finds] of [
      [good, []],
      [good, []],
      [changed, found],
    ] as const) {
      await seen.setContent(html);
      expect(await axeFinds(seen, { only: 'color-contrast' })).toEqual(finds);
    }
    await close();
  });

  test('hides nothing that axe finds, whatever lies on what', async () => {
    const [remembering, judging] = [await openVisit(browser()), await openVisit(browser())];
    await remembering.page.setContent('<p>');
    await judging.page.setContent('<p>');
    await judging.page.evaluate(source);
    let faults = 0;
    const styles = ({ color, ground, more }: { color: string; ground: string; more: string }) =>
      `color: ${color}; background: ${ground}; ${more}`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text, fc.boolean()), { minLength: 4, maxLength: 8 }),
        async (texts) => {
          const body = texts
            .map(
              ([outer, inner, isField]) =>
                `<div style="${styles(outer)}">Outer${isField ? `<input style="${styles(inner)}" value="Inner">` : `<p style="${styles(inner)}">Inner text</p>`}</div>`,
            )
            .join('');
          for (const visit of [remembering, judging]) {
            await visit.page.evaluate(`document.body.innerHTML = ${JSON.stringify(`<main>${body}</main>`)}`);
          }
          const found = await axeFinds(remembering.page, { only: 'color-contrast' });
          expect(found).toEqual(await allFinds(judging.page));
          faults += found.length;
        },
      ),
      { numRuns: 30 },
    );
    expect(faults).toBeGreaterThan(30);
    await remembering.close();
    await judging.close();
  });
});
