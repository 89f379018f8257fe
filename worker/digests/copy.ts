import type { Language } from '../../web/language.ts';

/** The texts of a committee's mails around their sections. */
const en = {
  digest: {
    rest: 'This is not all of it: a mail that is too long is cut off. The rest is on your staff page:',
    restLink: 'The rest',
    others: '{n, plural, one {One more is} other {# more are}} on your staff page:',
    masthead: '{whole, select, yes {{council}} other {{committee}, {council}}} · Week ending {date}',
    how: 'How this is counted',
    records: {
      heading: 'Check these numbers',
      lead: 'They are signed and stand in a public log that only grows. Anybody can check that nothing was changed afterwards.',
      page: 'The signed statement',
      proof: 'Its proof file',
    },
    andMore: '{subject}, and {n, plural, one {one more piece} other {# more pieces}} of news',
    why: 'You get this because {reason}. It holds no personal data of the people who {did}.',
    reasons: '{named} are for the {committee}',
    did: 'signed',
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
    lead: 'Someone with the earlier link to the staff page of the {committee} asked for a new one. The earlier link no longer works.',
    button: 'Open the staff page',
    note: 'Whoever has this link can read the tallies and replace the link; it shows no personal data. If nobody in your office asked for it, just use this link from now on.',
    frequency: 'Links in earlier mails no longer work. To choose how often mail comes, or to stop it:',
  },
  frequency: {
    stopped: 'Mail to the {committee} was stopped',
    changed: 'How often the {committee} gets mail was changed',
    lead: 'Someone with the link in a mail to the {committee} chose how often its tallies are mailed: {chosen}.',
    chosen: {
      weekly: 'every week',
      monthly: 'once a month',
      thresholds: 'only when a petition reaches a threshold',
      stopped: 'not at all',
    },
    again:
      'Every weekly tally is still made and stays on the staff page. If nobody in your office chose this, choose again.',
    button: 'Choose how often mail comes',
    replace:
      'Whoever has an earlier mail can choose. To end that, replace the link on the staff page: the links in earlier mails then stop working.',
    ask: 'Every weekly tally is still made and stays on its staff page. If this surprises you, ask the office that gets them: only that office can choose again.',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    digest: {
      rest: 'Esto no es todo: un correo demasiado largo se corta. El resto está en su página de trabajo:',
      restLink: 'El resto',
      others: '{n, plural, one {Hay uno más} other {Hay # más}} en su página de trabajo:',
      masthead:
        '{whole, select, yes {{council}} other {{committee}, {council}}} · Semana que terminó el {date}',
      how: 'Cómo se cuenta',
      records: {
        heading: 'Compruebe estos números',
        lead: 'Están firmados y constan en un registro público que solo crece. Cualquiera puede comprobar que después no se cambió nada.',
        page: 'La constancia firmada',
        proof: 'Su archivo de prueba',
      },
      andMore: '{subject}, y {n, plural, one {una novedad} other {# novedades}} más',
      why: 'Recibe este correo porque {reason}. No contiene datos personales de quienes {did}.',
      reasons: '{named} son para: {committee}',
      did: 'firmaron',
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
      lead: 'Alguien con el enlace anterior a la página de trabajo ({committee}) pidió uno nuevo. El enlace anterior ya no funciona.',
      button: 'Abrir la página de trabajo',
      note: 'Quien tenga este enlace puede leer los recuentos y cambiar el enlace; no muestra datos personales. Si nadie de su oficina lo pidió, basta con usar este enlace desde ahora.',
      frequency:
        'Los enlaces de correos anteriores ya no funcionan. Para elegir con qué frecuencia llega el correo, o para no recibirlo:',
    },
    frequency: {
      stopped: 'Se detuvo el correo: {committee}',
      changed: 'Cambió la frecuencia del correo: {committee}',
      lead: 'Alguien con el enlace de uno de los correos ({committee}) eligió con qué frecuencia se envían sus recuentos: {chosen}.',
      chosen: {
        weekly: 'cada semana',
        monthly: 'una vez al mes',
        thresholds: 'solo cuando una petición alcance una meta',
        stopped: 'nunca',
      },
      again:
        'Cada recuento semanal se sigue haciendo y queda en la página de trabajo. Si nadie de su oficina lo eligió, elija de nuevo.',
      button: 'Elegir la frecuencia',
      replace:
        'Quien tenga un correo anterior puede elegir. Para evitarlo, cambie el enlace en la página de trabajo: los enlaces de correos anteriores dejan entonces de funcionar.',
      ask: 'Cada recuento semanal se sigue haciendo y queda en su página de trabajo. Si esto le sorprende, pregunte en la oficina que los recibe: solo ella puede elegir de nuevo.',
    },
  },
};
