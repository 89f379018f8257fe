import type { Language } from '../../web/language.ts';

const en = {
  masthead: '{city}: news from a campaign',
  button: 'The campaign’s page',
  why: 'You get this because you checked that the campaign may write to you.',
  stop: 'To get no more of its news:',
  stopLink: 'Stop the news',
  own: 'To see, correct, withdraw or erase your signature:',
  ownLink: 'Your own page',
  contact: 'Questions: {contact}',
  test: 'Test',
  testWhy:
    'This is a test that only you got. Its links to stop the news and to the own page lead to the campaign’s page.',
};

export const mailCopy: Record<Language, typeof en> = {
  en,
  es: {
    masthead: '{city}: noticias de una campaña',
    button: 'La página de la campaña',
    why: 'Recibe este correo porque marcó que la campaña puede escribirle.',
    stop: 'Para no recibir más noticias:',
    stopLink: 'No recibir más noticias',
    own: 'Para ver, corregir, retirar o borrar su firma:',
    ownLink: 'Su propia página',
    contact: 'Preguntas: {contact}',
    test: 'Prueba',
    testWhy:
      'Esta es una prueba que solo recibió usted. Sus enlaces para no recibir más noticias y a la propia página llevan a la página de la campaña.',
  },
};
