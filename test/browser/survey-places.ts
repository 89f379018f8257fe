import type { Page } from 'playwright-core';
import { site } from '../support/address.ts';
import { openOwnSurvey } from '../support/own-kit.ts';
import { type Place, press } from './places.ts';

const budget = '/surveys/budget-input';
const day = 86_400_000;

/** Without telling the page: a draft of it would be kept. */
const set = (page: Page, id: string, change: string) =>
  page.evaluate(`Object.assign(document.getElementById(${JSON.stringify(id)}), ${change})`);

async function review(page: Page) {
  await press(page, 'button[value=review]');
  await page.locator('#review').waitFor();
}

async function alarmed(page: Page) {
  await page.getByRole('alert').waitFor();
}

/** A survey's form in each of its states, its review, and the surveys that take no answers. */
export async function surveyPlaces(): Promise<Place[]> {
  return [
    { name: 'survey', path: budget },
    { name: 'survey, filled in by a link', path: `${budget}?answer.fund-training=no&answer.what=1` },
    {
      name: 'survey, with errors',
      path: budget,
      act: async (page) => {
        await set(page, 'answer.budget.police', '{ value: "1" }');
        await set(page, 'answer.ways-to-pay.grants', '{ value: "2" }');
        await set(page, 'answer.own-words', '{ value: "word ".repeat(1000) }');
        await press(page, 'button[value=review]');
        await alarmed(page);
      },
    },
    { name: 'review', path: budget, act: review },
    {
      name: 'review, with errors',
      path: budget,
      act: async (page) => {
        await set(page, 'answer.own-words', '{ value: "Teach every officer" }');
        await review(page);
        await press(page, 'button[data-working][value=send]');
        await alarmed(page);
      },
    },
    ...partPlaces(),
    ...(await otherwise()),
    { name: 'no such survey', path: '/surveys/nothing-here' },
    { name: 'no such short link', path: '/s/nothing-here' },
  ];
}

function partPlaces(): Place[] {
  const path = '/surveys/needs-assessment';
  return [
    { name: 'survey, first part', path },
    {
      name: 'survey, first part with errors',
      path,
      act: async (page) => {
        await press(page, 'button[value=next]');
        await alarmed(page);
      },
    },
    {
      name: 'survey, second part',
      path,
      act: async (page) => {
        await page.evaluate(
          `for (const set of document.querySelectorAll('fieldset')) set.querySelector('input').checked = true`,
        );
        await press(page, 'button[value=next]');
        await page.getByText(/^(Part|Parte) 2/).waitFor();
      },
    },
  ];
}

async function otherwise(): Promise<Place[]> {
  const [closed, closing, upcoming, changed] = await Promise.all(
    ['closed', 'closing', 'upcoming', 'changed'].map((state) => openOwnSurvey(`looks-survey-${state}`)),
  );
  const change = (table: string, slug: string | undefined, to: string) =>
    site.db
      .prepare(`UPDATE ${table} SET ${to} WHERE slug = ?`)
      .bind(slug ?? '')
      .run();
  await change('petitions', closed, `closes_at = ${Date.now() - 30 * day}`);
  await change('petitions', upcoming, `opens_at = ${Date.now() + 30 * day}`);
  return [
    { name: 'survey, closed', path: `/surveys/${closed}` },
    { name: 'survey, upcoming', path: `/surveys/${upcoming}` },
    {
      name: 'survey, closed meanwhile',
      path: `/surveys/${closing}`,
      act: async (page) => {
        await change('petitions', closing, `closes_at = ${Date.now() - day}`);
        await page.waitForTimeout(1100);
        await press(page, 'button[value=review]');
        await page.getByRole('status').waitFor();
        await change('petitions', closing, `closes_at = ${Date.now() + 30 * day}`);
      },
    },
    {
      name: 'survey, changed meanwhile',
      path: `/surveys/${changed}`,
      act: async (page) => {
        await page.evaluate(`document.querySelector('[name=survey_version]').value = 'another'`);
        await press(page, 'button[value=review]');
        await page.getByRole('status').first().waitFor();
      },
    },
  ];
}
