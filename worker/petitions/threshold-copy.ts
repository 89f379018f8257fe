import type { Language } from '../../web/language.ts';

/** Texts of the mail about a threshold. */
const en = {
  subject: 'Petition reached {reached, plural, one {one signature} other {{goal} signatures}}: {title}',
  lead: 'The petition “{title}” reached {reached, plural, one {one verified signature} other {{goal} verified signatures}} on {date}: {name}.',
  asOf: 'At the time of this mail {n, plural, one {# signature counts} other {# signatures count}}. This mail is sent once for each threshold, even if the number falls and rises again.',
  live: 'The petition as it stands now:',
  liveLink: 'Live page',
};

export const thresholdCopy: Record<Language, typeof en> = {
  en,
  es: {
    subject: 'La petición alcanzó {reached, plural, one {una firma} other {{goal} firmas}}: {title}',
    lead: 'La petición «{title}» alcanzó {reached, plural, one {una firma verificada} other {{goal} firmas verificadas}} el {date}: {name}.',
    asOf: 'En el momento de este correo {n, plural, one {cuenta # firma} other {cuentan # firmas}}. Este correo se envía una sola vez por cada meta, aunque el número baje y vuelva a subir.',
    live: 'La petición tal como está ahora:',
    liveLink: 'Página en vivo',
  },
};
