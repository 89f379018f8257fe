import type { Language } from '../../../web/language.ts';

const en = {
  figure: '{n, plural, one {signature} other {signatures}} in {where}',
  /** `some`: not all of them are in the sum. */
  where:
    '{some, select, yes {{cities} of {all} cities} other {{cities, plural, one {one city} other {# cities}}}}',
  others:
    '{answers} {n, plural, one {survey answer} other {survey answers}} and {trained} {m, plural, one {finished training} other {finished trainings}}.',
  empty:
    'Nothing has been added up yet. The numbers of a city stand here once its first signed statement has been read and checked.',
  map: 'Each dot is a city. The larger it is, the more signatures. A ring without filling is not in the sum. The table has all cities, also those without room for a name.',
  caption:
    'City by city, from the last week that was checked. Each number leads to its signed statement; a sum names each of its own below it. The name of a city leads to its campaign, where people sign. Times are in {zone}.',
  captionOut: 'Cities that are not in the sum',
  read: 'Week to {ends}, read {at}',
  heads: {
    city: 'City',
    signatures: 'Signatures',
    answers: 'Survey answers',
    trained: 'Trainings',
  },
  sum: 'Sum of {cities, plural, one {one city} other {# cities}}',
  marks: {
    late: 'Late',
    unreachable: 'Not reached',
    refused: 'Not in the sum',
    unread: 'Not read yet',
    none: 'No statement yet',
    above: 'Above its population, not in the sum',
  },
  problems: {
    heading: 'What is late or missing, and why',
    late: '{city} is late: its last week ended on {date}. It stays in the sum with that week.',
    lateOut: '{city} is late: its last week ended on {date}.',
    unreachable: '{city} has not been reached since {date}.',
    neverReached: '{city} has never been reached.',
    stays: 'It stays in the sum with its last checked week.',
    refused: '{city} has been out of the sum since {date}.',
    neverIn: '{city} is not in the sum.',
    unread: '{city} has not been read yet.',
    none: '{city} has no signed statement yet.',
    above:
      '{city} tells of more people than the {population} who live there ({source}). Its numbers are shown and not added.',
  },
  counted: {
    heading: 'How this is counted',
    lines: [
      'People are counted in each city by itself. A person who signs in two cities is counted in both, and nobody can tell: names and addresses never leave the city where they were given.',
      'Only numbers travel. Each city signs a statement each week. This site reads it and checks its signature, its sums, and that nothing was changed in the city’s log since the last time. A city that fails a check drops out of the sum.',
      'Signatures, survey answers and finished trainings are never added to each other. Weeks can differ from city to city: the table names the week of each number.',
    ],
  },
  check: {
    heading: 'Check it yourself',
    text: 'Each number in the table leads to a signed statement on the site of its city. Anybody can check its files.',
    link: 'Check a statement',
  },
  share: { heading: 'Share this page', text: 'Text to share' },
  print: 'Print',
  back: 'Back to the campaign',
  source: '{name}, {year}',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    figure: '{n, plural, one {firma} other {firmas}} en {where}',
    where:
      '{some, select, yes {{cities} de {all} ciudades} other {{cities, plural, one {una ciudad} other {# ciudades}}}}',
    others:
      '{answers} {n, plural, one {respuesta a encuestas} other {respuestas a encuestas}} y {trained} {m, plural, one {formación terminada} other {formaciones terminadas}}.',
    empty:
      'Todavía no se ha sumado nada. Las cifras de una ciudad aparecen aquí cuando se ha leído y comprobado su primera constancia firmada.',
    map: 'Cada punto es una ciudad. Cuanto más grande, más firmas. Un anillo sin relleno no está en la suma. La tabla tiene todas las ciudades, también las que no tienen sitio para su nombre.',
    caption:
      'Ciudad por ciudad, de la última semana que se comprobó. Cada cifra lleva a su constancia firmada; una suma nombra debajo cada una de las suyas. El nombre de una ciudad lleva a su campaña, donde se firma. Las horas son en {zone}.',
    captionOut: 'Ciudades que no están en la suma',
    read: 'Semana hasta el {ends}, leída el {at}',
    heads: {
      city: 'Ciudad',
      signatures: 'Firmas',
      answers: 'Respuestas',
      trained: 'Formaciones',
    },
    sum: 'Suma de {cities, plural, one {una ciudad} other {# ciudades}}',
    marks: {
      late: 'Con retraso',
      unreachable: 'Sin conexión',
      refused: 'Fuera de la suma',
      unread: 'Aún sin leer',
      none: 'Aún sin constancia',
      above: 'Más que su población, fuera de la suma',
    },
    problems: {
      heading: 'Qué llega tarde o falta, y por qué',
      late: '{city} lleva retraso: su última semana terminó el {date}. Sigue en la suma con esa semana.',
      lateOut: '{city} lleva retraso: su última semana terminó el {date}.',
      unreachable: 'No hay conexión con {city} desde el {date}.',
      neverReached: 'Nunca ha habido conexión con {city}.',
      stays: 'Sigue en la suma con su última semana comprobada.',
      refused: '{city} está fuera de la suma desde el {date}.',
      neverIn: '{city} no está en la suma.',
      unread: '{city} todavía no se ha leído.',
      none: '{city} todavía no tiene ninguna constancia firmada.',
      above:
        '{city} declara más personas que las {population} que viven allí ({source}). Sus cifras se muestran y no se suman.',
    },
    counted: {
      heading: 'Cómo se cuenta',
      lines: [
        'Las personas se cuentan en cada ciudad por separado. Quien firma en dos ciudades cuenta en ambas, y nadie puede saberlo: los nombres y las direcciones nunca salen de la ciudad donde se dieron.',
        'Solo viajan cifras. Cada ciudad firma una constancia cada semana. Este sitio la lee y comprueba su firma, sus sumas y que no se haya cambiado nada en el registro de la ciudad desde la última vez. La ciudad que no pasa una comprobación sale de la suma.',
        'Las firmas, las respuestas a encuestas y las formaciones terminadas nunca se suman entre sí. Las semanas pueden variar de una ciudad a otra: la tabla dice de qué semana es cada cifra.',
      ],
    },
    check: {
      heading: 'Compruébelo usted',
      text: 'Cada cifra de la tabla lleva a una constancia firmada en el sitio de su ciudad. Cualquiera puede comprobar sus archivos.',
      link: 'Comprobar una constancia',
    },
    share: { heading: 'Comparta esta página', text: 'Texto para compartir' },
    print: 'Imprimir',
    back: 'Volver a la campaña',
    source: '{name}, {year}',
  },
};
