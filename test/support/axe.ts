import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);

// The minified build, because it is sent to every page.
const { source } = require('axe-core/axe.min.js') as { source: string };

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

/**
 * For a page that is checked many times. Loading axe with each document takes a quarter of the time of sending it each
 * time.
 */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(`if (window === top) { ${source};${parseOnce} }`);
}

/**
 * What axe finds on the page as it is now, one line for each element. Mails inside the mailbox page are checked
 * separately.
 */
export async function axeFinds(page: Page, rules: Rules = {}): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(source);
  const options = {
    preload: false,
    resultTypes: ['violations'],
    runOnly: rules.only
      ? { type: 'rule', values: [rules.only] }
      : { type: 'tag', values: rules.isMail ? wcag : [...wcag, 'best-practice'] },
  };
  return page.evaluate<string[]>(
    `axe.run({ exclude: ['iframe'] }, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
}
