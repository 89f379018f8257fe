/**
 * Whom an action is addressed to, in the form that sentences use. `whole` is for ICU's `select`: it is 'yes' if the
 * action is addressed to the whole council and not to one of its committees.
 */
export type Addressee = {
  committee: string;
  council: string;
  whole: 'yes' | 'no';
  /** For Spanish sentences: see `toInSpanish`. */
  to: string;
};

export function addressee({ committee, council }: Pick<Addressee, 'committee' | 'council'>): Addressee {
  return { committee, council, whole: committee === council ? 'yes' : 'no', to: toInSpanish(committee) };
}

const masculine =
  /^(comité|concejo|consejo|cabildo|ayuntamiento|departamento|distrito|condado|pleno|grupo)(?= |$)/i;
const feminine =
  /^(comisión|junta|alcaldía|oficina|mesa|asamblea|cámara|ciudad|autoridad|agencia|secretaría)(?= |$)/i;

/** "al Comité de Comunidades Seguras", "a la Junta Escolar". A name whose article is not known follows a colon. */
export function toInSpanish(name: string): string {
  if (masculine.test(name)) return `al ${name}`;
  return feminine.test(name) ? `a la ${name}` : `a: ${name}`;
}
