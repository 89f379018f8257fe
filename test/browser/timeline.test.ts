import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { describeInBrowser, desk, follow, openVisit, sharedBrowser } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { organizerIn } from '../support/organizer.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { textsOfPages } from '../support/pdf.ts';
import { freshEmail, signAndConfirm } from '../support/visitor.ts';
import { both } from '../timeline/support.ts';
import { campaignNamed, siteApp } from './console-places.ts';

const browser = sharedBrowser();

/** How many of the picture's labels begin or end outside of it, or lie on another one. */
function badLabels(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const svg = [...document.querySelectorAll('svg')].find((one) => one.querySelector('text'));
    const around = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('text')].map((one) => one.getBoundingClientRect());
    const isOut = ({ left, right }) => left < around.left - 1 || right > around.right + 1;
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom;
    return boxes.filter((one, i) => isOut(one) || boxes.slice(0, i).some((other) => meet(one, other))).length;
  })()`);
}

async function lookAtLabels(page: Page): Promise<void> {
  for (const viewport of [desk, { width: 320, height: 640 }]) {
    await page.setViewportSize(viewport);
    expect([viewport.width, await badLabels(page)]).toEqual([viewport.width, 0]);
  }
}

type Fields = {
  title: string;
  phase?: string;
  from: string;
  until: string;
  needs?: string;
  isMeasured?: boolean;
};

async function plan(page: Page, { title, phase, from, until, needs, isMeasured }: Fields): Promise<void> {
  await follow(page.getByRole('link', { name: 'Add a tactic' }));
  await page.getByLabel('What you do').fill(title);
  if (phase) await page.getByLabel('Phase').selectOption({ label: phase });
  await page.getByLabel('First day').fill(from);
  await page.getByLabel('Last day').fill(until);
  await page.getByLabel('For which date').selectOption({ label: 'The vote' });
  if (needs) await page.getByLabel(needs).check();
  if (isMeasured) {
    await page.getByLabel('Measure').selectOption({ label: 'Confirmed signatures: A small petition' });
    await page.getByLabel('Target').fill('500');
  }
  await follow(page.getByRole('button', { name: 'Save' }));
}

describeInBrowser('the timeline', () => {
  test('an organizer plans three tactics, is warned and prints; a resident sees phases and junctures alone', async () => {
    const { petition } = await openOwnKit('planned', {
      phases: [
        {
          slug: 'policy',
          name: both('The policy'),
          summary: both('First.'),
          starts_on: '2026-10-01',
          ends_on: '2027-05-31',
        },
        { slug: 'money', name: both('The money'), summary: both('Then.'), starts_on: '2027-01-11' },
      ],
    });
    const campaign = await campaignNamed('planned-campaign');
    const editor = await organizerIn(siteApp(), campaign, { role: 'editor' });
    const { page, faults, close } = await openVisit(browser());
    const [name = '', value = ''] = editor.cookie.split('=');
    await page.context().addCookies([{ name, value, url: site.url }]);

    await page.goto(`/organize/campaigns/${campaign.slug}/plan`);
    await page.getByText('Nothing is planned yet').waitFor();
    await look(page, 'plan-empty');
    await plan(page, {
      title: 'Ask every seat',
      phase: 'The policy',
      from: '2026-12-01',
      until: '2027-02-26',
    });
    const measured = { from: '2027-03-01', until: '2027-06-30', needs: 'Ask every seat', isMeasured: true };
    await plan(page, { title: 'Bring the signatures', phase: 'The policy', ...measured });
    await plan(page, {
      title: 'A very long title that no picture can hold in one line',
      from: '2027-06-01',
      until: '2027-06-14',
    });
    await page.getByText('1 tactic needs a look').waitFor();
    await page.getByText('It ends after The vote (Jun 14), for which it is meant.').waitFor();
    await page.getByText('0 of 500 confirmed signatures: A small petition').waitFor();
    await look(page, 'plan');
    await lookAtLabels(page);

    // What would wait for itself comes back with the way it would go.
    await follow(page.getByRole('link', { name: 'Ask every seat' }).first());
    await page.getByLabel('Bring the signatures').check();
    await follow(page.getByRole('button', { name: 'Save' }));
    await page
      .getByRole('alert')
      .getByText('Ask every seat → Bring the signatures → Ask every seat')
      .waitFor();
    await look(page, 'plan-circle');
    await page.goBack();
    await page.getByLabel('What you do').waitFor();

    const person = { given_name: 'Ana', family_name: 'Lopez', zip: '28202', email: freshEmail('planned') };
    await signAndConfirm(petition, person);
    await page.goto(`/organize/campaigns/${campaign.slug}/plan`);
    await page.getByText('1 of 500 confirmed signatures: A small petition').waitFor();
    for (const format of ['Letter', 'A4']) {
      const sheets = textsOfPages(await page.pdf({ format }));
      expect([sheets.length <= 2, sheets.every((texts) => texts > 0)]).toEqual([true, true]);
    }

    await page.goto(`/campaigns/${campaign.slug}`);
    await follow(page.getByRole('link', { name: 'Timeline to print' }));
    await page.getByRole('rowheader', { name: 'The vote' }).waitFor();
    await look(page, 'timeline');
    await lookAtLabels(page);
    for (const address of ['', '/timeline', '/timeline?lang=es', '/junctures.ics']) {
      const told = await (await page.request.get(`/campaigns/${campaign.slug}${address}`)).text();
      expect([address, told.includes('The vote'), /Ask every|Bring the|very long/.test(told)]).toEqual([
        address,
        true,
        false,
      ]);
    }
    expect(faults).toEqual([]);
    await close();
  });
});
