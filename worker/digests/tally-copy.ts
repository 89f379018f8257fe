import type { Language } from '../../web/language.ts';
import type { DigestCity } from './section.ts';

/** What a section says of its own tallies; the words that all of them share are in `copy`. */
export type TallyWording = {
  verified: string;
  summary: string;
  fall: string;
  /** What happened, and in short for the subject of a mail; `has` where nothing did. */
  news: Record<'has' | 'reached' | 'reachedLine' | 'closed' | 'fell' | 'fellLine', string>;
  state: Record<'draft' | 'submitted' | 'open' | 'closed' | 'rejected' | 'removed', string>;
  places: { heading: string; total: string };
  account: Record<
    | 'heading'
    | 'what'
    | 'number'
    | 'received'
    | 'confirmed'
    | 'unconfirmed'
    | 'duplicate'
    | 'flagged'
    | 'withdrawn'
    | 'invalidated',
    string
  >;
  corrections: Record<
    'none' | 'withdrawn' | 'invalidated' | 'flagged' | 'duplicate' | 'moved' | 'restored',
    string
  >;
  possible: string;
  sources: string;
  how: Record<'once' | 'confirmed' | 'place', string>;
};

/** How a tally is put into words: the section's wording, the city and the language. */
export type Writing = {
  wording: TallyWording;
  city: Pick<DigestCity, 'name' | 'timeZone' | 'hasDistricts'>;
  language: Language;
};

const en = {
  inCity:
    ' {n, plural, =0 {None live} one {One lives} other {# live}} in {districts, select, yes {a district of } other {}}{city}.',
  changes: {
    first: 'this is the first tally',
    more: '{n} more than in the tally of the week ending {date}',
    fewer: '{n} fewer than in the tally of the week ending {date}',
    none: 'no change since the tally of the week ending {date}',
  },
  sinceMail: 'Since the last mail to you, for the week ending {date}: {change}.',
  places: {
    place: 'Place',
    inCity: 'In {districts, select, yes {a district of } other {}}{city}',
    change: 'Change',
  },
  reopened: 'It was closed on {closed} and opened again on {reopened}.',
  corrections: 'Corrections to earlier weeks',
  struck: {
    week: 'This week organizers struck off {n, number}: {list}.',
    all: 'In all, organizers have struck off {n, number}, which are among those not valid: {list}.',
  },
  possible: 'Possible duplicates',
  paper: {
    heading: 'On paper',
    counted:
      '{n, plural, one {One signature} other {{count} signatures}} on paper without an email address. They are in none of the other numbers.',
    others:
      'Not among them: {addressed, plural, one {one line} other {# lines}} with an address, counted above once confirmed by email; {duplicate, plural, one {one line} other {# lines}} with a name and ZIP code that was there before, on paper or online; {unread, plural, one {one line} other {# lines}} illegible or crossed out.',
    checked:
      'Two people entered {twice, plural, one {one line} other {# lines}} chosen by chance. Error rate: {rate}.',
    unchecked: 'No line has been entered twice yet, so no error rate is known.',
  },
  next: {
    heading: 'Thresholds, and what comes next',
    juncture: '{name}: {date}.',
    toGoal: '{left, plural, one {# more signature} other {# more signatures}} to reach {goal}: {name}.',
    reached: '{n, plural, one {{goal} signature} other {{goal} signatures}} ({name}) reached on {date}.',
  },
  sources: {
    source: 'Source',
    direct: 'No source named',
    other: 'A source that the campaign does not know',
  },
  partners: {
    heading: 'By partner of the campaign',
    partner: 'Partner',
    own: 'The campaign itself',
    text: 'Each person is credited to the partner through whom they first came and confirmed, and to no other.',
  },
  week: 'A week runs from the start of Monday to the end of Sunday in {city} ({timeZone}). A tally is frozen when it is made; later corrections are lines in later tallies.',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    inCity:
      ' {n, plural, =0 {Ninguna vive} one {Una vive} other {# viven}} en {districts, select, yes {un distrito de } other {}}{city}.',
    changes: {
      first: 'este es el primer recuento',
      more: '{n} más que en el recuento de la semana que terminó el {date}',
      fewer: '{n} menos que en el recuento de la semana que terminó el {date}',
      none: 'sin cambios desde el recuento de la semana que terminó el {date}',
    },
    sinceMail: 'Desde el último correo que le enviamos, de la semana que terminó el {date}: {change}.',
    places: {
      place: 'Lugar',
      inCity: 'En {districts, select, yes {un distrito de } other {}}{city}',
      change: 'Cambio',
    },
    reopened: 'Se cerró el {closed} y se volvió a abrir el {reopened}.',
    corrections: 'Correcciones a semanas anteriores',
    struck: {
      week: 'Esta semana la organización anuló {n, number}: {list}.',
      all: 'En total, la organización ha anulado {n, number}, que están entre las no válidas: {list}.',
    },
    possible: 'Posibles duplicados',
    paper: {
      heading: 'En papel',
      counted:
        '{n, plural, one {Una firma} other {{count} firmas}} en papel sin correo electrónico. No están en ninguno de los otros números.',
      others:
        'No están entre ellas: {addressed, plural, one {una línea} other {# líneas}} con correo, que se cuentan arriba al confirmarse; {duplicate, plural, one {una línea} other {# líneas}} con un nombre y código postal que ya estaban en el papel o en la web; {unread, plural, one {una línea} other {# líneas}} ilegibles o tachadas.',
      checked:
        'Dos personas copiaron {twice, plural, one {una línea elegida} other {# líneas elegidas}} al azar. Tasa de error: {rate}.',
      unchecked: 'Todavía no se copió ninguna línea dos veces, así que no se conoce la tasa de error.',
    },
    next: {
      heading: 'Metas y qué sigue',
      juncture: '{name}: {date}.',
      toGoal: '{left, plural, one {Falta # firma} other {Faltan # firmas}} para llegar a {goal}: {name}.',
      reached:
        '{n, plural, one {{goal} firma ({name}), alcanzada} other {{goal} firmas ({name}), alcanzadas}} el {date}.',
    },
    sources: {
      source: 'Origen',
      direct: 'Sin origen indicado',
      other: 'Un origen que la campaña no conoce',
    },
    partners: {
      heading: 'Por socio de la campaña',
      partner: 'Socio',
      own: 'La propia campaña',
      text: 'Cada persona se atribuye al socio por el que llegó y confirmó primero, y a ningún otro.',
    },
    week: 'La semana va desde que empieza el lunes hasta que termina el domingo en {city} ({timeZone}). Un recuento queda fijo cuando se hace; las correcciones posteriores son líneas en recuentos posteriores.',
  },
};
