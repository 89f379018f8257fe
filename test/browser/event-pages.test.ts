import { beforeAll, expect, test } from 'vitest';
import { describeInBrowser, follow, openVisit, phone, sharedBrowser } from '../support/browser.ts';
import { openOwnEvent } from '../support/own-kit.ts';
import { hearingOf, summitOf } from '../support/summit.ts';
import { lookAtAll } from './look-at-all.ts';
import type { Place } from './places.ts';

const browser = sharedBrowser();
const [summit, hearing] = ['looks-summit-event', 'looks-hearing-event'];
const speak = `/events/${hearing}/speak`;
const speech = 'My name is Ana. I ask you to train every officer.';

beforeAll(async () => {
  await openOwnEvent('looks-summit', summitOf('2099-01-14'));
  await openOwnEvent('looks-hearing', hearingOf('2099-01-14'));
});

lookAtAll({
  'a summit with its program, and a hearing with its helper': async (): Promise<Place[]> => [
    { name: 'summit', path: `/events/${summit}` },
    { name: 'program', path: `/events/${summit}/program` },
    { name: 'hearing', path: `/events/${hearing}` },
    { name: 'helper for public comments', path: speak },
    {
      name: 'helper for public comments, with a text',
      path: speak,
      act: async (page) => {
        await page.locator('#text').fill(speech);
        await page.locator('#speech-form button').last().click();
      },
    },
  ],
});

describeInBrowser('what somebody will say at a hearing', () => {
  test('never leaves the device where a script runs, and is kept when the language is changed', async () => {
    const { page, faults, close } = await openVisit(browser(), { viewport: phone });
    await page.goto(`${speak}?lang=en`);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' || request.url().includes('officer')) sent.push(request.url());
    });
    await page.locator('#text').fill(speech);
    await page.getByRole('button', { name: 'Count the words' }).click();
    await page.getByText('Words: 11.').waitFor();
    await follow(page.getByRole('button', { name: 'Español' }));
    expect(await page.locator('#text').inputValue()).toBe(speech);
    await page.getByText('Palabras: 11.').waitFor();
    expect([sent, await page.evaluate('sessionStorage.length')]).toEqual([[], 0]);
    expect(faults).toEqual([]);
    await close();
  });

  test('is counted and kept without a script, in the other language too', async () => {
    const { page, faults, close } = await openVisit(browser(), { viewport: phone, javaScriptEnabled: false });
    await page.goto(`${speak}?lang=en`);
    await page.locator('#text').fill(speech);
    await follow(page.getByRole('button', { name: 'Count the words' }));
    await page.getByText('Words: 11.').waitFor();
    await follow(page.getByRole('button', { name: 'Español' }));
    expect(await page.locator('#text').inputValue()).toBe(speech);
    await page.getByText('Palabras: 11.').waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});
