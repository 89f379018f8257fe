import type { Language } from './language.ts';

/**
 * Whom an action is addressed to, in the form that sentences use. `whole` is for ICU's `select`: it is 'yes' if the
 * action is addressed to the whole council and not to one of its committees.
 */
export type Addressee = {
  committee: string;
  council: string;
  whole: 'yes' | 'no';
  /** "to the Safe Communities Committee": see `addressedTo`. */
  to: string;
};

export function addressee(
  { committee, council }: Pick<Addressee, 'committee' | 'council'>,
  language: Language,
): Addressee {
  return {
    committee,
    council,
    whole: committee === council ? 'yes' : 'no',
    to: addressedTo(committee, language),
  };
}

const masculine =
  /^(comité|concejo|consejo|cabildo|ayuntamiento|departamento|distrito|condado|pleno|grupo)(?= |$)/i;
const feminine =
  /^(comisión|junta|alcaldía|oficina|mesa|asamblea|cámara|ciudad|autoridad|agencia|secretaría)(?= |$)/i;

/**
 * "to the Safe Communities Committee", "al Comité de Comunidades Seguras", "a la Junta Escolar". A Spanish name whose
 * article is not known follows a colon.
 */
export function addressedTo(name: string, language: Language): string {
  if (language === 'en') return `to the ${name}`;
  if (masculine.test(name)) return `al ${name}`;
  return feminine.test(name) ? `a la ${name}` : `a: ${name}`;
}
