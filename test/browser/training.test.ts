import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { firstViewWeights } from '../bench/weights.ts';
import { axeFinds } from '../support/axe.ts';
import {
  describeInBrowser,
  desk,
  follow,
  openVisit,
  sharedBrowser,
  sidewaysScroll,
} from '../support/browser.ts';
import charlotte from '../support/charlotte.json';
import { textsOfPages } from '../support/pdf.ts';
import { visit as request } from '../support/visitor.ts';

const browser = sharedBrowser();
const pictures = process.env.PICTURES;
const path = '/campaigns/arrest-the-trafficker/training';
const phone = { width: 360, height: 740 };

/** Nothing amiss at the narrowest and on a desk; `PICTURES=FOLDER` keeps what the page looks like. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, viewport] of Object.entries({ narrow: { width: 320, height: 640 }, desk })) {
    await page.setViewportSize(viewport);
    expect(await axeFinds(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    if (!pictures) continue;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize(phone);
}

const words = {
  en: {
    open: 'To the training',
    begin: 'Begin the training',
    toQuestions: 'Go to the questions',
    answer: 'Answer',
    again: 'Try again',
    goOn: 'Go on',
    notQuite: 'Not quite.',
    end: 'You have finished',
    score: '11 of 12 right at the first try.',
    name: 'Name on the certificate',
    make: 'Make the certificate',
    check: 'Check it',
    holds: 'This holds.',
    print: 'To print, for whoever leads a group',
    printAll: 'All lessons to print, for whoever leads a group',
    checkAt: 'ask its holder for the file',
  },
  es: {
    open: 'Ir a la formación',
    begin: 'Empezar la formación',
    toQuestions: 'Ir a las preguntas',
    answer: 'Responder',
    again: 'Intentar otra vez',
    goOn: 'Seguir',
    notQuite: 'No del todo.',
    end: 'Ha terminado',
    score: '11 de 12 correctas a la primera.',
    name: 'Nombre en el certificado',
    make: 'Hacer el certificado',
    check: 'Comprobarlo',
    holds: 'Es correcto.',
    print: 'Para imprimir, si usted dirige un grupo',
    printAll: 'Todas las lecciones para imprimir, si usted dirige un grupo',
    checkAt: 'pida el archivo a su titular',
  },
};

type Language = keyof typeof words;

/** How much of the text to share is out of sight. */
const hidden = (page: Page) =>
  page.locator('#share-text').evaluate((box) => Math.max(0, box.scrollHeight - box.clientHeight));

/** Answers one question rightly; the first of all wrongly at first. */
async function answer(page: Page, language: Language, at: { lesson: number; question: number }) {
  const say = words[language];
  const { answers } = charlotte.lessons[at.lesson]!.questions[at.question]!;
  const right = answers.findIndex((one) => 'right' in one && one.right);
  const press = (name: string) => follow(page.getByRole('button', { name, exact: true }));
  if (at.lesson === 0 && at.question === 0) {
    await page.getByLabel(answers[right === 0 ? 1 : 0]!.text[language]).check();
    await press(say.answer);
    await page.getByText(say.notQuite).waitFor();
    await press(say.again);
  }
  await page.getByLabel(answers[right]!.text[language]).check();
  await press(say.answer);
  await page.getByText(answers[right]!.reason[language]).waitFor();
}

async function learnAll(page: Page, language: Language, looked: (name: string) => Promise<void>) {
  const say = words[language];
  await page.goto(`/campaigns/arrest-the-trafficker?lang=${language}`);
  await follow(page.getByRole('link', { name: say.open }));
  await looked('overview');
  await follow(page.getByRole('button', { name: say.begin }));
  for (const [lesson, { title, questions }] of charlotte.lessons.entries()) {
    await page.getByRole('heading', { name: title[language], level: 1 }).waitFor();
    if (lesson === 0) await looked('lesson');
    await follow(page.getByRole('button', { name: say.toQuestions }));
    for (const question of questions.keys()) {
      await page.getByRole('button', { name: say.answer, exact: true }).waitFor();
      if (lesson === 0 && question === 0) await looked('question');
      await answer(page, language, { lesson, question });
      if (lesson === 0 && question === 0) await looked('reasons');
      await follow(page.getByRole('button', { name: say.goOn }));
    }
  }
  await page.getByRole('heading', { name: say.end }).waitFor();
  await page.getByText(say.score).waitFor();
  await looked('end');
  expect(await hidden(page)).toBe(0);
  await page.getByLabel(say.name).fill('Rosa Delgado-Price');
  await follow(page.getByRole('button', { name: say.make }));
  await page.getByText('Rosa Delgado-Price').first().waitFor();
  await looked('certificate');
  const checked = page.getByText(say.checkAt);
  expect(await checked.textContent()).toMatch(/http\S+\/verify[:,]/);
  expect(textsOfPages(await page.pdf({ format: 'Letter' }))).toHaveLength(1);
  await follow(page.getByRole('button', { name: say.check }));
  await page.getByRole('heading', { name: say.holds }).waitFor();
  await page.getByText('Rosa Delgado-Price').first().waitFor();
}

describeInBrowser('a resident', () => {
  test.for([
    ['en', true],
    ['es', false],
  ] as const)(
    'finishes the training on a phone and checks the certificate, in %s, with a script: %s',
    async ([language, javaScriptEnabled]) => {
      const { page, faults, close } = await openVisit(browser(), { viewport: phone, javaScriptEnabled });
      // axe needs a script.
      const looked = (name: string) =>
        javaScriptEnabled ? look(page, `training-${name}-${language}`) : Promise.resolve();
      await learnAll(page, language, looked);
      expect(faults).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      await close();
    },
  );

  test('who leads a group prints a lesson with its reasons', async () => {
    const { page, faults, close } = await openVisit(browser());
    const [lesson] = charlotte.lessons;
    await page.goto(`${path}/lessons/${lesson?.slug}?lang=es`);
    await look(page, 'training-read-es');
    await page.getByRole('link', { name: words.es.print }).click();
    await page.getByText(lesson!.questions[0]!.answers[0]!.reason.es).waitFor();
    await look(page, 'training-print-es');
    expect(faults).toEqual([]);
    await close();
  });

  test.each(['en', 'es'] as const)(
    'who leads a group prints each lesson on two sheets, or all of them at once, in %s',
    async (language) => {
      const { page, close } = await openVisit(browser());
      for (const format of ['Letter', 'A4']) {
        for (const { slug } of charlotte.lessons) {
          await page.goto(`${path}/lessons/${slug}/print?lang=${language}`);
          const drawn = textsOfPages(await page.pdf({ format }));
          expect(drawn.length, slug).toBe(2);
          for (const texts of drawn) expect(texts, slug).toBeGreaterThan(5);
        }
      }
      await page.goto(`${path}?lang=${language}`);
      await follow(page.getByRole('link', { name: words[language].printAll }));
      for (const { title } of charlotte.lessons) {
        await page.getByRole('heading', { name: title[language], level: 1 }).waitFor();
      }
      await look(page, `training-print-all-${language}`);
      const drawn = textsOfPages(await page.pdf({ format: 'Letter' }));
      expect(drawn.length).toBe(2 * charlotte.lessons.length);
      for (const texts of drawn) expect(texts).toBeGreaterThan(5);
      await close();
    },
  );
});

test.each(['en', 'es'])('each page weighs at most 20 KB compressed, in %s', async (language) => {
  const pages = [
    '',
    '/print',
    ...charlotte.lessons.flatMap(({ slug }) => [`/lessons/${slug}`, `/lessons/${slug}/print`]),
  ];
  for (const page of pages) {
    const answer = await request(`${path}${page}?lang=${language}`);
    expect(answer.status, page).toBe(200);
    const html = await answer.text();
    const weight = Object.values(firstViewWeights(html)).reduce((all, one) => all + one, 0);
    expect(weight, page).toBeLessThanOrEqual(20 * 1024);
  }
});
