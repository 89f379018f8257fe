import { expect, test } from 'vitest';
import { describeInBrowser, follow, openVisit, phone, sharedBrowser } from '../support/browser.ts';
import { look } from '../support/look.ts';
import { openOwnEvent } from '../support/own-kit.ts';
import { freshEmail, mailedLink } from '../support/visitor.ts';

const browser = sharedBrowser();

const words = {
  en: {
    signUp: 'Sign up',
    name: 'Given name',
    email: 'Email address',
    zip: 'ZIP code',
    safe: /How can we make it safe for you/,
    check: 'Check your email',
    confirm: 'Confirm my sign-up',
    thanks: 'Thank you. Your sign-up is confirmed',
    has: 'You have a place.',
    change: 'Change the time or what you told us',
    save: 'Save',
    second: /January 21/,
    open: 'I want to cancel',
    cancel: 'Cancel my sign-up',
    cancelled: 'Your sign-up is canceled.',
    missing: 'Choose a time',
  },
  es: {
    signUp: 'Inscribirme',
    name: 'Nombre',
    email: 'Correo electrónico',
    zip: 'Código postal (ZIP)',
    safe: /Cómo podemos hacer que sea seguro/,
    check: 'Revise su correo',
    confirm: 'Confirmar mi inscripción',
    thanks: 'Gracias. Su inscripción está confirmada',
    has: 'Usted tiene lugar.',
    change: 'Cambiar el horario o lo que nos contó',
    save: 'Guardar',
    second: /21 de enero/,
    open: 'Quiero cancelar',
    cancel: 'Cancelar mi inscripción',
    cancelled: 'Su inscripción está cancelada.',
    missing: 'Elija un horario',
  },
};

describeInBrowser('a resident', () => {
  test.for([
    ['en', true],
    ['es', false],
  ] as const)(
    'signs up for an event on a phone, changes the time and cancels, in %s, with a script: %s',
    async ([language, javaScriptEnabled]) => {
      const slug = await openOwnEvent(`browser-events-${language}`);
      const say = words[language];
      const email = freshEmail('comes');
      const { page, faults, close } = await openVisit(browser(), { viewport: phone, javaScriptEnabled });
      // axe needs a script.
      const looked = (name: string) =>
        javaScriptEnabled ? look(page, `events-${name}-${language}`) : Promise.resolve();
      const press = (name: string) => follow(page.getByRole('button', { name, exact: true }));

      await page.goto(`/events/${slug}?lang=${language}`);
      await looked('page');
      await press(say.signUp);
      await page.getByRole('link', { name: say.missing }).waitFor();
      await looked('errors');
      await page.getByLabel(say.name, { exact: true }).fill('Ana');
      await page.getByLabel(say.email, { exact: true }).fill(email);
      await page.getByLabel(say.zip, { exact: true }).fill('28202');
      await page.getByRole('radio').first().check();
      await page.getByLabel(say.safe).fill('Sit near the door');
      await press(say.signUp);
      await page.getByRole('heading', { name: say.check }).waitFor();

      await page.goto(await mailedLink(email, '/confirm/'));
      await page.getByText('Sit near the door').waitFor();
      await looked('confirm');
      await press(say.confirm);
      await page.getByRole('heading', { name: say.thanks }).waitFor();

      await page.goto(await mailedLink(email, '/my/'));
      await page.getByText(say.has).waitFor();
      await page.getByText('12 Secret Street').waitFor();
      await looked('own');
      await follow(page.getByRole('link', { name: say.change }));
      await looked('change');
      await page.getByRole('radio', { name: say.second }).check();
      await press(say.save);
      await page.getByText(say.second).first().waitFor();
      await page.getByText(say.open).click();
      await press(say.cancel);
      await page.getByText(say.cancelled).waitFor();
      expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      await close();
    },
  );

  test('sees what is coming on the campaign’s page', async () => {
    const slug = await openOwnEvent('browser-events-list');
    const { page, faults, close } = await openVisit(browser(), { viewport: phone });
    await page.goto('/campaigns/browser-events-list-campaign');
    await look(page, 'events-campaign');
    await follow(page.getByRole('link', { name: 'A small workshop' }).first());
    expect(new URL(page.url()).pathname).toBe(`/events/${slug}`);
    expect(faults).toEqual([]);
    await close();
  });
});
