import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Check of paper lines',
  link: 'Check of paper lines',
  back: 'Back to the paper',
  lead: 'Somebody draws lines of “{title}” by chance and compares them with a list, such as the register of voters. Enter what they found. The staff page, the digest and the public JSON then show how many lines of the whole petition that makes, as a range with its method. People who signed online are asked by mail elsewhere: “Asking a sample”.',
  result: 'What the check says',
  none: 'No check has been entered.',
  enter: 'Enter a check',
  method: 'Formula',
  methodHint: 'Of the state whose rule applies. Where none does, California’s needs the least.',
  methods: {
    california: 'California (2 CCR 20531, 20532)',
    washington: 'Washington (WAC 434-379-010)',
    oregon: 'Oregon (ORS 250.215: two samples before a rejection)',
  },
  by: 'Who compared the lines',
  who: { clerk: 'The clerk’s office', campaign: 'The campaign itself' },
  lines: 'Lines handed in',
  linesHint: 'All of them, before any check.',
  required: 'Valid lines needed',
  requiredHint: 'Needed for Washington and Oregon.',
  samples: {
    first: 'Lines that were looked at',
    second: 'Second, larger sample (Oregon only; leave it empty if there is none)',
  },
  sampled: 'Lines drawn',
  valid: 'Valid lines among them',
  pairs: 'People found twice among them',
  pairsHint: 'Count each pair once. Enter 0 if there is none.',
  save: 'Show this check',
  remove: 'Take the check away',
  working: 'Saving…',
  changed:
    'Somebody else changed the check meanwhile. This is how it stands now; what you typed is still in the form.',
  pairsAllowed:
    'Washington accepts the petition on the sample if it holds at most {n, plural, one {# pair} other {# pairs}}.',
  noPairs: 'So many lines were invalid that no number of pairs is low enough: each line has to be looked at.',
  errors: {
    number: 'Enter a whole number',
    'too-many': 'This is more than the sample or the petition can hold',
    needed: 'This formula needs the number of valid lines that the petition needs',
    'too-small': 'Washington’s rule asks for a sample of at least 3% of the lines',
    larger: 'The second sample has to be larger than the first',
  },
};

const es: typeof en = {
  title: 'Revisión de líneas de papel',
  link: 'Revisión de líneas de papel',
  back: 'Volver al papel',
  lead: 'Alguien saca al azar líneas de «{title}» y las compara con una lista, por ejemplo el padrón electoral. Anote lo que encontró. La página del personal, el resumen y el JSON público muestran entonces cuántas líneas de toda la petición son, como un rango y con su método. A quienes firmaron en línea se les pregunta por correo en otro lugar: «Preguntar a una muestra».',
  result: 'Lo que dice la revisión',
  none: 'No se anotó ninguna revisión.',
  enter: 'Anotar una revisión',
  method: 'Fórmula',
  methodHint: 'La del estado cuya regla se aplica. Si no hay ninguna, la de California pide menos datos.',
  methods: {
    california: 'California (2 CCR 20531, 20532)',
    washington: 'Washington (WAC 434-379-010)',
    oregon: 'Oregón (ORS 250.215: dos muestras antes de un rechazo)',
  },
  by: 'Quién comparó las líneas',
  who: { clerk: 'La secretaría de la ciudad', campaign: 'La propia campaña' },
  lines: 'Líneas entregadas',
  linesHint: 'Todas, antes de revisarlas.',
  required: 'Líneas válidas necesarias',
  requiredHint: 'Hacen falta para Washington y Oregón.',
  samples: {
    first: 'Líneas que se miraron',
    second: 'Segunda muestra, más grande (solo Oregón; si no hay, déjela vacía)',
  },
  sampled: 'Líneas sacadas',
  valid: 'Líneas válidas entre ellas',
  pairs: 'Personas que aparecen dos veces entre ellas',
  pairsHint: 'Cuente cada par una vez. Escriba 0 si no hay ninguno.',
  save: 'Mostrar esta revisión',
  remove: 'Quitar la revisión',
  working: 'Guardando…',
  changed:
    'Otra persona cambió la revisión mientras tanto. Así está ahora; lo que usted escribió sigue en el formulario.',
  pairsAllowed:
    'Washington acepta la petición por la muestra si esta tiene como mucho {n, plural, one {# par} other {# pares}}.',
  noPairs:
    'Hay tantas líneas no válidas que ningún número de pares es bastante bajo: hay que mirar cada línea.',
  errors: {
    number: 'Escriba un número entero',
    'too-many': 'Es más de lo que cabe en la muestra o en la petición',
    needed: 'Esta fórmula necesita el número de líneas válidas que hacen falta',
    'too-small': 'La regla de Washington pide una muestra de al menos el 3 % de las líneas',
    larger: 'La segunda muestra tiene que ser más grande que la primera',
  },
};

export const checkCopy: Record<Language, typeof en> = { en, es };
