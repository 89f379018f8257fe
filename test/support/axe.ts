import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const require = createRequire(import.meta.url);

// The small build: it is sent to every page that is looked at.
const { source } = require('axe-core/axe.min.js') as { source: string };

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type Rules = {
  only?: string;
  /** A mail is no page: it has no landmarks. */
  isMail?: boolean;
};

/** For a page that is looked at many times: compiled with each document, it costs a quarter of being sent to each. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(`if (window === top) { ${source} }`);
}

/** What axe finds on the page as it stands, a line for each element. The mails of the mailbox are looked at by themselves. */
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
