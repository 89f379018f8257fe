import type { Language } from '../../../../web/language.ts';

const en = {
  title: 'Local mailbox',
  lead: 'Every mail this copy of the software would have sent. Only a local copy has this page.',
  none: 'No mail yet.',
  order: 'Newest first.',
  to: 'to {to}',
  preview: 'The mail “{subject}” as its reader sees it',
  text: 'Text version',
  links: 'Links in this mail',
  pages: 'Pages of the mailbox',
  newest: 'Back to the newest',
  older: 'Older mails',
  states: {
    waiting: 'waiting',
    claimed: 'being sent',
    sent: 'sent',
    delivered: 'delivered',
    bounced: 'bounced',
    complained: 'reported as spam',
    failed: 'failed',
    uncertain: 'uncertain',
    cancelled: 'cancelled',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Buzón local',
    lead: 'Todos los correos que esta copia del programa habría enviado. Solo una copia local tiene esta página.',
    none: 'Todavía no hay correos.',
    order: 'Primero el más nuevo.',
    to: 'para {to}',
    preview: 'El correo «{subject}» como lo ve quien lo recibe',
    text: 'Versión de texto',
    links: 'Enlaces de este correo',
    pages: 'Páginas del buzón',
    newest: 'Volver a los más nuevos',
    older: 'Correos anteriores',
    states: {
      waiting: 'en espera',
      claimed: 'enviándose',
      sent: 'enviado',
      delivered: 'entregado',
      bounced: 'devuelto',
      complained: 'marcado como no deseado',
      failed: 'fallido',
      uncertain: 'incierto',
      cancelled: 'cancelado',
    },
  },
};
