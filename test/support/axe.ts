import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);

// The minified build, because it is sent to every page.
const { source } = require('axe-core/axe.min.js') as { source: string };
const contrastOnce = readFileSync(join(import.meta.dirname, 'contrast-once.js'), 'utf8');

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type Rules = {
  only?: string;
  /** A mail is not a page: it has no landmarks. */
  isMail?: boolean;
};

/** axe parses the colors of a page again for each element. With this it parses each color once. */
const parseOnce = `
  const { prototype } = axe.commons.color.Color;
  const { parseString } = prototype;
  const parsed = new Map();
  prototype.parseString = function (text) {
    const known = parsed.get(text);
    if (known) [this.r, this.g, this.b, this.alpha] = known;
    else {
      parseString.call(this, text);
      parsed.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    return this;
  };`;

const prepared = `${source};${parseOnce};${contrastOnce}`;

/** The pairs of colors that were judged good by this process: see contrast-once.js. */
const goodContrasts = new Set<string>();

/**
 * For a page that is checked many times. Loading axe with each document takes a quarter of the time of sending it each
 * time.
 */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(`if (window === top) { ${prepared} }`);
}

/**
 * What axe finds on the page as it is now, one line for each element. Mails inside the mailbox page are checked
 * separately. The page needs JavaScript: without it no timer ends, and axe would wait for one forever.
 */
export async function axeFinds(page: Page, rules: Rules = {}): Promise<string[]> {
  if (await page.evaluate<boolean>('matchMedia("(scripting: none)").matches')) {
    throw new Error('axe cannot look at a page without JavaScript');
  }
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(prepared);
  const options = {
    preload: false,
    resultTypes: ['violations'],
    runOnly: rules.only
      ? { type: 'rule', values: [rules.only] }
      : { type: 'tag', values: rules.isMail ? wcag : [...wcag, 'best-practice'] },
  };
  const { lines, good } = await page.evaluate<{ lines: string[]; good: string[] }>(
    `contrastOnce.begin(${JSON.stringify([...goodContrasts])});
    axe.run({ exclude: ['iframe'] }, ${JSON.stringify(options)}).then(({ violations }) => ({
      lines: violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)),
      good: contrastOnce.end(),
    }))`,
  );
  for (const pair of good) goodContrasts.add(pair);
  return lines;
}
