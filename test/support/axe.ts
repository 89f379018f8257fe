import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

// The engine by itself: its builder for Playwright takes twice as long, and these pages have no frames to go into.
const { source } = createRequire(import.meta.resolve('@axe-core/playwright'))('axe-core') as {
  source: string;
};

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

type Rules = {
  only?: string;
  without?: string;
  /** A mail is no page: it has no landmarks. */
  isMail?: boolean;
};

/** What axe finds on the page as it stands, a line for each element. The mails of the mailbox are looked at by themselves. */
export async function axeFinds(page: Page, rules: Rules = {}): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(source);
  const options = {
    preload: false,
    resultTypes: ['violations'],
    runOnly: rules.only
      ? { type: 'rule', values: [rules.only] }
      : { type: 'tag', values: rules.isMail ? wcag : [...wcag, 'best-practice'] },
    ...(rules.without && { rules: { [rules.without]: { enabled: false } } }),
  };
  return page.evaluate<string[]>(
    `axe.run({ exclude: ['iframe'] }, ${JSON.stringify(options)}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
}
