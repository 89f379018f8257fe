import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { bodyOf, describeInBrowser, openVisit, phone, sharedBrowser } from '../support/browser.ts';
import { exampleLog } from '../verify/support.ts';

const browser = sharedBrowser();
const budget = 20 * 1024;
let log: Awaited<ReturnType<typeof exampleLog>>;
beforeAll(async () => {
  log = await exampleLog();
});

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

describeInBrowser('the page that checks a count', () => {
  test('checks offline, in the page, without a request; and weighs at most 20 KB', async () => {
    const visit = await openVisit(browser(), { viewport: phone });
    const { page } = visit;
    const weights: Promise<number>[] = [];
    page.on('response', (response) => weights.push(bodyOf(response).then((body) => gzipSync(body).length)));
    await page.goto('/verify?lang=en', { waitUntil: 'networkidle' });
    const loaded = await Promise.all(weights);
    expect(loaded.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(budget);
    await page.context().setOffline(true);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    expect(await page.getByText('nothing is sent').isVisible()).toBe(true);
    expect(await page.getByText('then the server checks itself').isVisible()).toBe(false);
    await page.locator('#keys').fill(log.key);
    await page
      .locator('#files')
      .setInputFiles([file('week.json', log.statement(1)), file('week.tlog-proof', await log.proof(1))]);
    await page.getByRole('heading', { name: 'This holds.' }).waitFor();
    expect(await page.locator('#result').textContent()).toContain(
      'The statement is entry 1 of a log of 3 entries',
    );
    // A changed number.
    await page.locator('#files').setInputFiles([]);
    await page.locator('#text').fill((await log.receipt(4, 1)).replace('"confirmed\\":9', '"confirmed\\":8'));
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('heading', { name: 'This does not hold.' }).waitFor();
    expect(await page.locator('#result').textContent()).toContain('Its numbers do not fit together');
    await page.locator('#text').fill(await log.receipt(4, 1));
    await page.getByRole('button', { name: 'Check' }).press('Enter');
    await page.getByRole('heading', { name: 'This holds.' }).waitFor();
    expect(await page.locator('#result').textContent()).toContain(
      'was added to the count: it is leaf 4 of 9 in the week ending Sunday, November 22, 2026',
    );
    expect(asked).toEqual([]);
    await visit.close();
  });

  test('speaks Spanish, and takes a file that is dropped', async () => {
    const visit = await openVisit(browser());
    const { page } = visit;
    await page.goto('/verify?lang=es');
    await page.locator('#keys').fill(log.key);
    const receipt = JSON.stringify(await log.receipt(2, 2));
    await page.evaluate(`{
      const data = new DataTransfer();
      data.items.add(new File([${receipt}], 'comprobante.json'));
      const drop = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
      document.querySelector('#verify').dispatchEvent(drop);
    }`);
    await page.getByRole('heading', { name: 'Es correcto.' }).waitFor();
    expect(await page.locator('#result').textContent()).toContain('ya no cuenta');
    await visit.close();
  });
});
