import type { Language } from '../../web/language.ts';
import type { CityReading, Reason } from './rules.ts';

const en: Record<Reason | 'never-named', string> = {
  'no-name': 'The name of its site is not known on the Internet.',
  'no-connection': 'Its site did not answer.',
  'too-slow': 'Its site took too long to answer.',
  'bad-status': 'Its site answered with an error.',
  'address-refused': 'Its address is not one that this site may read.',
  'leads-inward': 'Its address leads into a private network, so it is not read.',
  redirects: 'Its site sends readers to another address, where nothing is read.',
  'too-long': 'Its answer was longer than any statement.',
  'wrong-type': 'Its answer was not of the right kind.',
  unreadable: 'Its answer could not be read.',
  'other-log': 'Its site shows the log of another site.',
  unsigned: 'Its log is not signed with its key.',
  'key-changed': 'Its statements are signed with a new key, and the old key does not vouch for it.',
  unproven: 'Its site does not prove that its log of statements only grew.',
  shrank: 'Its log of statements is shorter than before. A log can only grow.',
  equivocates: 'Its site signed two different logs of the same length. What it says cannot be relied on.',
  rewritten: 'Its log of statements was rewritten: what was read before is no longer its beginning.',
  'no-campaign': 'Its site no longer names this campaign.',
  'never-named': 'Its site names no such campaign: check its short name.',
  'too-many-actions': 'Its campaign has more petitions and surveys than are read.',
  'no-statement': 'It has no signed statement yet.',
  'not-a-statement': 'One of its statements does not have the right form.',
  'other-campaign': 'One of its statements is of another campaign.',
  'from-the-future': 'One of its statements is of a week that is not over.',
  'wrong-sums': 'The numbers of one of its statements do not add up.',
  'not-included': 'One of its statements is not in its log.',
  contradicts: 'One of its statements contradicts the one that was read before for the same week.',
};

/** Why a city could not be read or is not believed, as a sentence after its name. */
export const reasonCopy: Record<Language, typeof en> = {
  en,
  es: {
    'no-name': 'El nombre de su sitio no se conoce en internet.',
    'no-connection': 'Su sitio no respondió.',
    'too-slow': 'Su sitio tardó demasiado en responder.',
    'bad-status': 'Su sitio respondió con un error.',
    'address-refused': 'Su dirección no es una que este sitio pueda leer.',
    'leads-inward': 'Su dirección lleva a una red privada, así que no se lee.',
    redirects: 'Su sitio remite a otra dirección, donde no se lee nada.',
    'too-long': 'Su respuesta era más larga que cualquier constancia.',
    'wrong-type': 'Su respuesta no era del tipo correcto.',
    unreadable: 'Su respuesta no se pudo leer.',
    'other-log': 'Su sitio muestra el registro de otro sitio.',
    unsigned: 'Su registro no está firmado con su clave.',
    'key-changed': 'Sus constancias están firmadas con una clave nueva que la anterior no avala.',
    unproven: 'Su sitio no prueba que a su registro de constancias solo se le añadieron entradas.',
    shrank: 'Su registro de constancias es más corto que antes. Un registro solo puede crecer.',
    equivocates:
      'Su sitio firmó dos registros distintos de la misma longitud. No se puede confiar en lo que dice.',
    rewritten: 'Su registro de constancias fue reescrito: lo que se leyó antes ya no es su comienzo.',
    'no-campaign': 'Su sitio ya no menciona esta campaña.',
    'never-named': 'Su sitio no nombra ninguna campaña así: compruebe su nombre corto.',
    'too-many-actions': 'Su campaña tiene más peticiones y encuestas de las que se leen.',
    'no-statement': 'Todavía no tiene ninguna constancia firmada.',
    'not-a-statement': 'Una de sus constancias no tiene la forma correcta.',
    'other-campaign': 'Una de sus constancias es de otra campaña.',
    'from-the-future': 'Una de sus constancias es de una semana que no ha terminado.',
    'wrong-sums': 'Las cifras de una de sus constancias no cuadran.',
    'not-included': 'Una de sus constancias no está en su registro.',
    contradicts: 'Una de sus constancias contradice la que se leyó antes para la misma semana.',
  },
};

/** Of a city; null if nothing speaks against it, or only that it has no statement yet, which its state says. */
export function reasonText(
  { reason, week }: Pick<CityReading, 'reason' | 'week'>,
  language: Language,
): string | null {
  if (reason === null || (reason === 'no-statement' && week === null)) return null;
  return reasonCopy[language][reason === 'no-campaign' && week === null ? 'never-named' : reason];
}
