import type { Language } from '../language.ts';

const en = {
  problem: 'There is a problem',
  errorPrefix: 'Error:',
  optional: '(optional)',
  source: 'Source:',
  progress: {
    toNext: '{left, plural, one {# more signature} other {# more signatures}} to reach {goal}: {name}',
    allReached: 'This petition has reached all its thresholds.',
    table: 'The thresholds as a table',
    caption: 'Thresholds of this petition',
    signatures: 'Signatures',
    happens: 'What happens',
    reached: 'Reached',
    notYet: 'Not yet',
  },
  when: { past: 'Done', now: 'Now', next: 'Next', later: 'Later' },
  table: 'The numbers as a table',
  card: 'A card that says: {title}',
  noChange: 'no change',
  budget: 'The money: {title}',
  statements: 'Check this count: a signed statement for each week',
  nameless: 'Someone who signed',
  places: {
    outside: 'Outside {city}',
    unknown: 'Place not known',
    district: 'District {code}',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    problem: 'Hay un problema',
    errorPrefix: 'Error:',
    optional: '(opcional)',
    source: 'Fuente:',
    progress: {
      toNext: '{left, plural, one {Falta # firma} other {Faltan # firmas}} para llegar a {goal}: {name}',
      allReached: 'Esta petición ha alcanzado todas sus metas.',
      table: 'Las metas en una tabla',
      caption: 'Metas de esta petición',
      signatures: 'Firmas',
      happens: 'Qué sucede',
      reached: 'Alcanzada',
      notYet: 'Todavía no',
    },
    when: { past: 'Hecho', now: 'Ahora', next: 'Sigue', later: 'Después' },
    table: 'Los números en una tabla',
    card: 'Una tarjeta que dice: {title}',
    noChange: 'sin cambios',
    budget: 'El dinero: {title}',
    statements: 'Compruebe este recuento: una constancia firmada por semana',
    nameless: 'Alguien que firmó',
    places: {
      outside: 'Fuera de {city}',
      unknown: 'Lugar desconocido',
      district: 'Distrito {code}',
    },
  },
};
