import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Mail',
  lead: 'How the mail of the whole site fares. No address stands here: the counts are by day and by large provider, and all smaller domains together are “other”.',
  changed: 'This mail has changed in the meantime. Nothing was decided; this is how it stands now.',
  allSent: 'No mail is stuck.',
  unsent: '{n, plural, one {# mail was not sent} other {# mails were not sent}}',
  states: {
    failed: 'Refused by the mail service.',
    uncertain:
      'Perhaps sent, perhaps not: the mail service did not answer in time. Sent again, it may arrive twice.',
  },
  kind: 'Kind “{kind}”, made {when}.',
  again: 'Send again',
  leave: 'Leave it unsent',
  now: 'Now',
  what: 'What',
  number: 'Number',
  waiting: 'Waiting to be sent',
  claimed: 'Being sent',
  suppressedBounced: 'Addresses without mail, because it came back',
  suppressedComplained: 'Addresses without mail, because it was called spam',
  oldest: 'The oldest that waits was due: {date}',
  moreThan: 'more than {n}',
  byDay: 'By day, the last 14 days (UTC)',
  byDomain: 'By provider, the last 14 days',
  day: 'Day',
  domain: 'Provider',
  other: 'other',
  columns: {
    sent: 'Sent',
    delivered: 'Delivered',
    bounced: 'Came back',
    complained: 'Called spam',
    failed: 'Refused',
  },
  rate: '{n} ({rate}%)',
  ratesHint:
    'Percentages are of what was sent. Large providers want fewer than 2% back and fewer than 0.1% called spam. A mail that comes back days later counts on the day it came back.',
};

export const mailCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Correo',
    lead: 'Cómo le va al correo de todo el sitio. Aquí no aparece ninguna dirección: los números son por día y por proveedor grande, y todos los dominios pequeños juntos son «otros».',
    changed: 'Este correo cambió mientras tanto. No se decidió nada; así está ahora.',
    allSent: 'No hay ningún correo atascado.',
    unsent: '{n, plural, one {# correo no salió} other {# correos no salieron}}',
    states: {
      failed: 'El servicio de correo lo rechazó.',
      uncertain:
        'Quizá salió, quizá no: el servicio de correo no respondió a tiempo. Si se envía otra vez, puede llegar dos veces.',
    },
    kind: 'Tipo «{kind}», creado: {when}.',
    again: 'Enviar otra vez',
    leave: 'No enviarlo',
    now: 'Ahora',
    what: 'Qué',
    number: 'Número',
    waiting: 'Por enviar',
    claimed: 'Enviándose',
    suppressedBounced: 'Direcciones sin correo porque volvió',
    suppressedComplained: 'Direcciones sin correo porque lo marcaron como no deseado',
    oldest: 'El más antiguo debía salir: {date}',
    moreThan: 'más de {n}',
    byDay: 'Por día, los últimos 14 días (UTC)',
    byDomain: 'Por proveedor, los últimos 14 días',
    day: 'Día',
    domain: 'Proveedor',
    other: 'otros',
    columns: {
      sent: 'Enviados',
      delivered: 'Entregados',
      bounced: 'Devueltos',
      complained: 'Marcados como no deseados',
      failed: 'Rechazados',
    },
    rate: '{n} ({rate} %)',
    ratesHint:
      'Los porcentajes son de lo enviado. Los proveedores grandes piden menos del 2 % de devueltos y menos del 0.1 % marcados como no deseados. Un correo que vuelve días después cuenta en el día en que volvió.',
  },
};
