import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'Webhooks',
  text: 'The last events we sent to your server, and its answers. The organizers can change or stop this.',
  on: '{host}',
  off: '{host} (off)',
  none: 'Nothing was sent yet.',
  caption: 'Last deliveries to {host}',
  columns: { when: 'When', event: 'Event', state: 'State', answer: 'Last answer' },
  states: { waiting: 'Will be tried again', delivered: 'Delivered', failed: 'Given up' },
  silent: 'No answer',
  privacy:
    'A server of {partner} gets a message when somebody who came through it confirms. Your name, email address and ZIP code are in it only if you checked the box that it may write to you.',
};

export const webhooksCopy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'Webhooks',
    text: 'Los últimos eventos que enviamos a su servidor y lo que respondió. Quienes organizan la campaña pueden cambiarlo o detenerlo.',
    on: '{host}',
    off: '{host} (apagado)',
    none: 'Todavía no se ha enviado nada.',
    caption: 'Últimos envíos a {host}',
    columns: { when: 'Cuándo', event: 'Evento', state: 'Estado', answer: 'Última respuesta' },
    states: { waiting: 'Se intentará otra vez', delivered: 'Entregado', failed: 'Abandonado' },
    silent: 'Sin respuesta',
    privacy:
      'Un servidor de {partner} recibe un aviso cuando confirma alguien que llegó por esa organización. Lleva su nombre, correo y código postal solo si usted marcó que puede escribirle.',
  },
};
