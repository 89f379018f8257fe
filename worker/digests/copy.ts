import type { Language } from '../../web/language.ts';

/** What the mails to a committee say around their sections. */
const en = {
  digest: {
    subject: '{kinds} tally: {titles}: {confirmed} {counted} ({change}), week ending {date}',
    more: '{title} and {n} more',
    masthead: '{committee}, {council} · Week ending {date}',
    how: 'How this is counted',
    why: 'You get this because {reason}. It holds no personal data of the people who {did}.',
    reasons: '{named} are for the {committee}',
  },
  committee: {
    questions: 'Questions about these numbers: {contact}',
    staff: 'Your staff page, with the trend, earlier weeks, CSV and JSON:',
    staffLink: 'Staff page',
    frequency: 'Get it monthly, only at thresholds, or not at all:',
    frequencyLink: 'How often, or stop',
  },
  staffLink: {
    subject: 'New link to the tallies of the {committee}',
    lead: 'Somebody with the earlier link to the staff page of the {committee} asked for a new one. The earlier link no longer works.',
    button: 'Open the staff page',
    note: 'Whoever has this link can read the tallies and replace the link; it shows no personal data. If nobody of yours asked for it, you need not do anything but use this link from now on.',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    digest: {
      subject:
        'Recuento de {kinds}: {titles}: {confirmed} {counted} ({change}), semana que terminó el {date}',
      more: '{title} y {n} más',
      masthead: '{committee}, {council} · Semana que terminó el {date}',
      how: 'Cómo se cuenta',
      why: 'Recibe este correo porque {reason}. No contiene datos personales de quienes {did}.',
      reasons: '{named} son para su comité ({committee})',
    },
    committee: {
      questions: 'Preguntas sobre estos números: {contact}',
      staff: 'Su página de trabajo, con la evolución, las semanas anteriores, CSV y JSON:',
      staffLink: 'Página de trabajo',
      frequency: 'Recibirlo cada mes, solo al alcanzar una meta, o no recibirlo:',
      frequencyLink: 'Frecuencia o cancelación',
    },
    staffLink: {
      subject: 'Nuevo enlace a los recuentos: {committee}',
      lead: 'Alguien con el enlace anterior a la página de trabajo de su comité ({committee}) pidió uno nuevo. El enlace anterior ya no funciona.',
      button: 'Abrir la página de trabajo',
      note: 'Quien tenga este enlace puede leer los recuentos y cambiar el enlace; no muestra datos personales. Si nadie de ustedes lo pidió, basta con usar este enlace desde ahora.',
    },
  },
};
