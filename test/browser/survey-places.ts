import type { Page } from 'playwright-core';
import { site } from '../support/address.ts';
import { openOwnSurvey } from '../support/own-kit.ts';
import { formToken, freshEmail, send } from '../support/visitor.ts';
import { longNamed, type Place, pathInMail, press } from './places.ts';

const budget = '/surveys/budget-input';
const day = 86_400_000;

/** Without an event, so that the page keeps no draft of it. */
const put = (page: Page, id: string, change: string) =>
  page.evaluate(`Object.assign(document.getElementById(${JSON.stringify(id)}), ${change})`);

async function review(page: Page) {
  await press(page, 'button[data-working][value=review]');
  await page.locator('#review').waitFor();
}

async function alarmed(page: Page) {
  await page.getByRole('alert').waitFor();
}

/** A survey's form in each state, its review, and surveys that take no answers. */
export async function surveyPlaces(): Promise<Place[]> {
  return [
    { name: 'survey', path: budget },
    { name: 'survey, filled in by a link', path: `${budget}?answer.fund-training=no&answer.what=1` },
    {
      name: 'survey, with errors',
      path: budget,
      act: async (page) => {
        await put(page, 'answer.budget.police', '{ value: "1" }');
        await put(page, 'answer.ways-to-pay.grants', '{ value: "2" }');
        await put(page, 'answer.own-words', '{ value: "word ".repeat(1000) }');
        await press(page, 'button[data-working][value=review]');
        await alarmed(page);
      },
    },
    { name: 'review', path: budget, act: review },
    {
      name: 'review, with errors',
      path: budget,
      act: async (page) => {
        await put(page, 'answer.own-words', '{ value: "Teach every officer" }');
        await review(page);
        await press(page, 'button[data-working][value=send]');
        await alarmed(page);
      },
    },
    ...partPlaces(),
    ...(await otherwise()),
    ...(await ownPlaces()),
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
        await press(page, 'button[data-working][value=next]');
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
        await press(page, 'button[data-working][value=next]');
        await page.getByText(/^(Part|Parte) 2/).waitFor();
      },
    },
  ];
}

async function otherwise(): Promise<Place[]> {
  const [closed, upcoming, open] = await Promise.all(
    ['closed', 'upcoming', 'open'].map((state) => openOwnSurvey(`looks-survey-${state}`)),
  );
  const set = (slug: string | undefined, change: string) =>
    site.db.prepare(`UPDATE actions SET ${change} WHERE slug = ?`).bind(slug).run();
  await set(closed, `closes_at = ${Date.now() - 30 * day}`);
  await set(upcoming, `opens_at = ${Date.now() + 30 * day}`);
  return [
    { name: 'survey, closed', path: `/surveys/${closed}` },
    { name: 'survey, upcoming', path: `/surveys/${upcoming}` },
    {
      name: 'survey, closed meanwhile',
      path: `/surveys/${open}`,
      act: async (page) => {
        await page.evaluate(
          `document.querySelector('#answers').action = '/surveys/${closed}/responses' + location.search`,
        );
        await press(page, 'button[data-working][value=review]');
        await page.getByRole('status').waitFor();
      },
    },
    {
      name: 'survey, changed meanwhile',
      path: `/surveys/${open}`,
      act: async (page) => {
        await page.evaluate(`document.querySelector('[name=survey_version]').value = 'another'`);
        await press(page, 'button[data-working][value=review]');
        await page.getByRole('status').first().waitFor();
      },
    },
  ];
}

/** The pages that mail to a respondent leads to: to confirm, to see and change the answers, to withdraw them. */
async function ownPlaces(): Promise<Place[]> {
  const path = `/surveys/${await openOwnSurvey('looks-survey-own')}`;
  const answered = async (isConfirmed: boolean) => {
    const email = freshEmail('answers');
    const answers = { 'answer.fund': 'yes', 'answer.how': 'fee', 'answer.own': 'Neighbors '.repeat(40) };
    const form_token = await formToken(path);
    const person = { ...longNamed, given_name: email.split('@', 1)[0] ?? '', email, district: '1' };
    await send(`${path}/responses`, { ...person, ...answers, share_words: 'yes', form_token });
    const confirm = await pathInMail(email, '/confirm/');
    if (isConfirmed) await send(confirm);
    return { confirm, my: await pathInMail(email, '/my/') };
  };
  const waiting = await answered(false);
  const counted = await answered(true);
  const [withdrawn, erased] = [await answered(true), await answered(true)];
  await send(`${withdrawn.my}/withdraw`);
  await send(`${erased.my}/erase`);
  return [
    { name: 'check your email for answers', path: `${path}/check-your-email` },
    { name: 'confirm answers', path: waiting.confirm },
    { name: 'own answers, unconfirmed', path: waiting.my },
    { name: 'thank you for answers', path: `${path}/thank-you` },
    { name: 'own answers', path: counted.my },
    { name: 'own answers, changed', path: `${counted.my}?done=corrected` },
    { name: 'own answers, withdrawn', path: withdrawn.my },
    { name: 'own answers, erased', path: erased.my },
    ...amendPlaces(`${counted.my}/answers`),
    { name: 'change answers, withdrawn', path: `${withdrawn.my}/answers` },
    { name: 'change answers, erased', path: `${erased.my}/answers` },
  ];
}

function amendPlaces(path: string): Place[] {
  return [
    { name: 'change answers', path },
    {
      name: 'change answers, with errors',
      path,
      act: async (page) => {
        await put(page, 'answer.budget.parks', '{ value: "1" }');
        await put(page, 'answer.own', '{ value: "word ".repeat(1000) }');
        await press(page, 'main form button[data-working]');
        await alarmed(page);
      },
    },
    {
      name: 'change answers, changed meanwhile',
      path,
      act: async (page) => {
        await page.evaluate(`document.querySelector('[name=survey_version]').value = 'another'`);
        await press(page, 'main form button[data-working]');
        await page.getByRole('status').first().waitFor();
      },
    },
  ];
}
