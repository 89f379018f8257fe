import type { Language } from '../../web/language.ts';

/** What only the mails to a committee say; the words they share with the staff page are in `pages`. */
const en = {
  digest: {
    subject: 'Petition tally: {titles}: {confirmed} verified ({change}), week ending {date}',
    subjects: {
      survey: 'Survey tally: {titles}: {confirmed} answered ({change}), week ending {date}',
      both: 'Petition and survey tally: {titles}: {confirmed} verified ({change}), week ending {date}',
    },
    more: '{title} and {n} more',
    masthead: '{committee}, {council} · Week ending {date}',
    questions: 'Questions about these numbers: {contact}',
    live: 'The petition as it stands now:',
    liveLink: 'Live page',
    staff: 'Your staff page, with the trend, earlier weeks, CSV and JSON:',
    staffLink: 'Staff page',
    why: 'You get this because the petition is addressed to the {committee}. It holds no personal data of the people who signed.',
    whys: {
      survey:
        'You get this because the survey is for the {committee}. It holds no personal data of the people who answered.',
      both: 'You get this because the petition and the survey are for the {committee}. It holds no personal data of the people who signed or answered.',
    },
    liveSurvey: 'The survey as people see it:',
    liveSurveyLink: 'Live page',
    moreOfSurvey: 'By district, with charts and as CSV, on your staff page:',
    frequency: 'Get it monthly, only at thresholds, or not at all:',
    frequencyLink: 'How often, or stop',
  },
  threshold: {
    subject: 'Petition reached {reached, plural, one {one signature} other {{goal} signatures}}: {title}',
    lead: 'The petition “{title}” reached {reached, plural, one {one verified signature} other {{goal} verified signatures}} on {date}: {name}.',
    asOf: 'At the time of this mail {n, plural, one {# signature counts} other {# signatures count}}. This mail is sent once for each threshold, even if the number falls and rises again.',
  },
  staffLink: {
    subject: 'New link to the petition tallies of the {committee}',
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
        'Recuento de la petición: {titles}: {confirmed} verificadas ({change}), semana que terminó el {date}',
      subjects: {
        survey:
          'Recuento de la encuesta: {titles}: {confirmed} respondieron ({change}), semana que terminó el {date}',
        both: 'Recuento de la petición y la encuesta: {titles}: {confirmed} verificadas ({change}), semana que terminó el {date}',
      },
      more: '{title} y {n} más',
      masthead: '{committee}, {council} · Semana que terminó el {date}',
      questions: 'Preguntas sobre estos números: {contact}',
      live: 'La petición tal como está ahora:',
      liveLink: 'Página en vivo',
      staff: 'Su página de trabajo, con la evolución, las semanas anteriores, CSV y JSON:',
      staffLink: 'Página de trabajo',
      why: 'Recibe este correo porque la petición se dirige a su comité ({committee}). No contiene datos personales de quienes firmaron.',
      whys: {
        survey:
          'Recibe este correo porque la encuesta es para su comité ({committee}). No contiene datos personales de quienes respondieron.',
        both: 'Recibe este correo porque la petición y la encuesta son para su comité ({committee}). No contiene datos personales de quienes firmaron o respondieron.',
      },
      liveSurvey: 'La encuesta tal como la ve la gente:',
      liveSurveyLink: 'Página en vivo',
      moreOfSurvey: 'Por distrito, con gráficas y en CSV, en su página de trabajo:',
      frequency: 'Recibirlo cada mes, solo al alcanzar una meta, o no recibirlo:',
      frequencyLink: 'Frecuencia o cancelación',
    },
    threshold: {
      subject: 'La petición alcanzó {reached, plural, one {una firma} other {{goal} firmas}}: {title}',
      lead: 'La petición «{title}» alcanzó {reached, plural, one {una firma verificada} other {{goal} firmas verificadas}} el {date}: {name}.',
      asOf: 'En el momento de este correo {n, plural, one {cuenta # firma} other {cuentan # firmas}}. Este correo se envía una sola vez por cada meta, aunque el número baje y vuelva a subir.',
    },
    staffLink: {
      subject: 'Nuevo enlace a los recuentos de peticiones: {committee}',
      lead: 'Alguien con el enlace anterior a la página de trabajo de su comité ({committee}) pidió uno nuevo. El enlace anterior ya no funciona.',
      button: 'Abrir la página de trabajo',
      note: 'Quien tenga este enlace puede leer los recuentos y cambiar el enlace; no muestra datos personales. Si nadie de ustedes lo pidió, basta con usar este enlace desde ahora.',
    },
  },
};
