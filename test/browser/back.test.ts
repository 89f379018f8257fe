import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, follow, openVisit, phone, sharedBrowser } from '../support/browser.ts';
import { countsOf, freshEmail, mailbox } from '../support/visitor.ts';

const petition = 'arrest-traffickers';
const survey = 'budget-input';
const sections = 'needs-assessment';
const browser = sharedBrowser();

const withoutScript = { locale: 'es-US', javaScriptEnabled: false, viewport: phone };
const heading = (page: Page) => page.textContent('h1');
const value = (page: Page, label: string | RegExp) => page.getByLabel(label).inputValue();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** A page that could only be shown by sending its form again fails here: a person is asked whether to. */
async function back(page: Page) {
  await page.goBack({ waitUntil: 'load' });
}

async function backAndForward(page: Page, seen: () => Promise<void>) {
  const here = [page.url(), await heading(page)];
  await back(page);
  await seen();
  await page.goForward({ waitUntil: 'load' });
  expect([page.url(), await heading(page)]).toEqual(here);
}

async function openMail(page: Page, email: string) {
  await mailbox(email);
  await page.goto(`/outbox?to=${encodeURIComponent(email)}`);
  await follow(page.locator('a[href*="/confirm/"]').first());
}

describeInBrowser('in Spanish, without JavaScript and with "Back" at every step', () => {
  test('a petition is signed, confirmed and corrected', async () => {
    const visit = await openVisit(browser(), withoutScript);
    const { page, faults } = visit;
    const email = freshEmail('lidia');
    const before = await countsOf(petition);
    await page.goto(`/petitions/${petition}?source=poster`);
    const form = await heading(page);
    await page.getByLabel('Nombre', { exact: true }).fill('Lidia');
    await page.getByLabel('Correo electrónico').fill('lidia@');
    await page.getByLabel('Código postal').fill('28202');
    await follow(button(page, 'Firmar la petición'));
    expect(await page.getByRole('alert').textContent()).toContain('correo electrónico');
    await backAndForward(page, async () => {
      expect(await heading(page)).toBe(form);
      expect([await value(page, /^Nombre/), await value(page, 'Código postal')]).toEqual(['Lidia', '28202']);
    });
    expect(await value(page, 'Correo electrónico')).toBe('lidia@');

    await page.getByLabel(/^Apellido/).fill('Ñáñez');
    await follow(button(page, 'English'));
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect([await value(page, 'Family name'), await value(page, 'Email address')]).toEqual([
      'Ñáñez',
      'lidia@',
    ]);
    await backAndForward(page, async () => {
      expect(await page.getAttribute('html', 'lang')).toBe('es');
      expect(await value(page, /^Apellido/)).toBe('Ñáñez');
    });
    await follow(button(page, 'Español'));
    await page.getByLabel('Correo electrónico').fill(email);
    // Enter signs, though the first button of the page is the one of the languages.
    await page.getByLabel('Código postal').press('Enter');
    await page.waitForURL(/check-your-email/);
    expect(await page.textContent('main')).toContain(email);
    await backAndForward(page, async () => {
      expect([await value(page, /^Apellido/), await value(page, 'Correo electrónico')]).toEqual([
        'Ñáñez',
        email,
      ]);
    });
    await page.getByLabel('Correo electrónico').fill('lidia');
    await follow(button(page, 'Enviarlo otra vez'));
    expect(await page.getByRole('alert').count()).toBe(1);
    await follow(button(page, 'English'));
    expect(await value(page, 'Email address')).toBe('lidia');
    await backAndForward(page, async () => {
      expect(await value(page, 'Correo electrónico')).toBe('lidia');
    });

    await openMail(page, email);
    await follow(page.getByRole('link', { name: 'Cambiar sus datos' }));
    await page.getByLabel('Comentario').fill('Háganlo, por favor.');
    await page.getByLabel('Código postal').fill('');
    await follow(button(page, 'Guardar los cambios'));
    expect(await page.getByRole('alert').count()).toBe(1);
    await follow(button(page, 'English'));
    expect(await value(page, 'Comment')).toBe('Háganlo, por favor.');
    await backAndForward(page, async () => {
      expect(await value(page, 'Comentario')).toBe('Háganlo, por favor.');
    });
    await follow(button(page, 'Español'));
    await page.getByLabel('Código postal').fill('28202');
    await follow(button(page, 'Guardar los cambios'));
    expect(await page.textContent('.held')).toContain('Háganlo, por favor.');
    await backAndForward(page, async () => {
      expect(await value(page, 'Comentario')).toBe('Háganlo, por favor.');
    });
    await follow(button(page, 'Confirmar mi firma'));
    await page.waitForURL(/thank-you/);
    await backAndForward(page, async () => {
      expect(await heading(page)).toBe('Su firma está contada');
    });
    await back(page);
    await follow(page.getByRole('link', { name: 'Ver, corregir o retirar su firma' }));
    await page.getByLabel('Código postal').fill('2');
    await follow(button(page, 'Guardar las correcciones'));
    expect(await page.getByRole('alert').count()).toBe(1);
    await backAndForward(page, async () => {
      expect(await heading(page)).toBe('Su firma');
    });
    await follow(button(page, 'English'));
    expect(await value(page, 'ZIP code')).toBe('2');
    await back(page);
    expect(await value(page, 'Código postal')).toBe('2');
    expect((await countsOf(petition)).confirmed).toBe(before.confirmed + 1);
    expect(faults).toEqual([]);
    await visit.close();
  });

  test('a survey is answered section by section, reviewed, sent and confirmed', async () => {
    const visit = await openVisit(browser(), withoutScript);
    const { page, faults } = visit;
    const email = freshEmail('lidia');
    const before = await countsOf(sections);
    await page.goto(`/surveys/${sections}?source=poster`);
    const first = await heading(page);
    await page.locator('[id="answer.staff"]').fill('7');
    await follow(button(page, 'Parte siguiente'));
    expect(await page.getByRole('alert').count()).toBe(1);
    await backAndForward(page, async () => {
      // Answers may be about somebody at risk, so browsers are asked not to keep them: this page may be empty.
      expect(await heading(page)).toBe(first);
    });
    expect(await page.locator('[id="answer.staff"]').inputValue()).toBe('7');
    await page.locator('input[name="answer.field"]').first().check();
    await follow(button(page, 'English'));
    expect(await page.locator('[id="answer.staff"]').inputValue()).toBe('7');
    await backAndForward(page, async () => {
      expect(await page.getAttribute('html', 'lang')).toBe('es');
      expect(await page.locator('input[name="answer.field"]').first().isChecked()).toBe(true);
    });
    await follow(button(page, 'Español'));
    await follow(button(page, 'Parte siguiente'));
    while ((await button(page, 'Parte siguiente').count()) > 0) {
      await backAndForward(page, async () => {
        expect(await page.getAttribute('html', 'lang')).toBe('es');
      });
      await follow(button(page, 'Parte siguiente'));
    }
    await page.locator('[id="answer.one-change"]').fill('Un cambio, por favor.');
    await follow(button(page, 'Revisar sus respuestas'));
    expect(await heading(page)).toBe('Revise sus respuestas');
    await backAndForward(page, async () => {
      expect(await page.locator('[id="answer.one-change"]').inputValue()).toBe('Un cambio, por favor.');
    });
    await page.getByLabel('Nombre', { exact: true }).fill('Lidia');
    await page.getByLabel('Correo electrónico').fill(email);
    await follow(button(page, 'Enviar sus respuestas'));
    expect(await page.getByRole('alert').textContent()).toContain('código postal');
    await backAndForward(page, async () => {
      expect(await heading(page)).toBe('Revise sus respuestas');
    });
    await follow(button(page, 'English'));
    expect(await value(page, 'Email address')).toBe(email);
    await follow(button(page, 'Español'));
    await page.getByLabel('Código postal').fill('28202');
    await follow(button(page, 'Enviar sus respuestas'));
    await page.waitForURL(/check-your-email/);
    expect(await page.textContent('main')).toContain(email);
    await backAndForward(page, async () => {
      expect([await heading(page), await value(page, 'Correo electrónico')]).toEqual([
        'Revise sus respuestas',
        email,
      ]);
    });
    await openMail(page, email);
    await follow(button(page, 'Confirmar mis respuestas'));
    await page.waitForURL(/thank-you/);
    await backAndForward(page, async () => {
      expect(new URL(page.url()).pathname).toMatch(/^\/confirm\//);
    });
    expect((await countsOf(sections)).confirmed).toBe(before.confirmed + 1);
    expect(faults).toEqual([]);
    await visit.close();
  });

  test('answers are taken to the city’s survey, and are still there', async () => {
    const visit = await openVisit(browser(), withoutScript);
    const { page } = visit;
    await page.goto(`/surveys/${survey}?source=poster`);
    await page.locator('[id="answer.own-words"]').fill('Enseñen a cada agente.');
    await follow(button(page, 'Revisar sus respuestas'));
    await follow(button(page, 'Llevar estas respuestas a la encuesta de la ciudad'));
    await page.waitForURL(/send/);
    expect(await page.textContent('main')).toContain('Enseñen a cada agente.');
    await backAndForward(page, async () => {
      expect(await page.textContent('main')).toContain('Enseñen a cada agente.');
    });
    await back(page);
    await follow(button(page, /^Cambiar.*/).last());
    expect(await page.locator('[id="answer.own-words"]').inputValue()).toBe('Enseñen a cada agente.');
    await visit.close();
  });
});

describeInBrowser('an English form', () => {
  test('the other language takes a half-filled petition along without JavaScript, on its page and in a frame', async () => {
    const visit = await openVisit(browser(), {
      locale: 'en-US',
      viewport: phone,
      javaScriptEnabled: false,
    });
    const { page, faults } = visit;
    for (const where of ['', '/embed']) {
      await page.goto(`${where}/petitions/${petition}?source=poster`);
      // Nothing is typed yet: a page that can be shared.
      await follow(button(page, 'Español'));
      expect(new URL(page.url()).pathname).toBe(`${where}/petitions/${petition}`);
      await page.goBack();
      await page.getByLabel('Given name').fill('Lidia');
      await page.getByLabel(/^The campaign may email me/).check();
      await follow(button(page, 'Español'));
      expect(page.url()).toContain('signatures');
      expect(await page.getAttribute('html', 'lang')).toBe('es');
      expect(await value(page, /^Nombre/)).toBe('Lidia');
      expect(await page.getByLabel(/La campaña puede enviarme/).isChecked()).toBe(true);
      expect(await page.inputValue('input[name=source]')).toBe('poster');
      expect(page.url()).not.toContain('Lidia');
      await back(page);
      expect(await value(page, 'Given name')).toBe('Lidia');
    }
    expect(faults).toEqual([]);
    await visit.close();
  });
});

describeInBrowser('with JavaScript', () => {
  test('the other language takes a half-filled survey along', async () => {
    const visit = await openVisit(browser(), { locale: 'en-US', viewport: phone });
    const { page, faults } = visit;
    await page.goto(`/surveys/${survey}`);
    await page.locator('[id="answer.own-words"]').fill('Teach every officer.');
    await follow(button(page, 'Español'));
    expect(page.url()).toContain('answers');
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    expect(await page.locator('[id="answer.own-words"]').inputValue()).toBe('Teach every officer.');
    await back(page);
    expect(await page.locator('[id="answer.own-words"]').inputValue()).toBe('Teach every officer.');
    expect(faults).toEqual([]);
    await visit.close();
  });

  test('a mistyped address is asked about at once, and put right by a press', async () => {
    const visit = await openVisit(browser(), { locale: 'es-US', viewport: phone });
    const { page, faults } = visit;
    for (const path of [`/petitions/${petition}`, `/embed/petitions/${petition}`]) {
      await page.goto(path);
      await page.getByLabel('Correo electrónico').fill('maria@gmial.com');
      await page.getByLabel('Código postal').click();
      // The script that asks is loaded once the form is used.
      await page.locator('.meant', { hasText: /./ }).waitFor();
      expect(await page.locator('.meant').textContent()).toBe('¿Quiso decir maria@gmail.com?');
      await button(page, 'maria@gmail.com').click();
      expect(await value(page, 'Correo electrónico')).toBe('maria@gmail.com');
      expect(await page.locator('.meant').textContent()).toBe('');
    }
    expect(faults).toEqual([]);
    await visit.close();
  });
});
