import type { Language } from '../../web/language.ts';

type Told = { pattern: RegExp; en?: string; es: string };

const told = (pattern: RegExp, es: string, en?: string): Told => ({ pattern, es, ...(en && { en }) });

/**
 * The problems of a kit in Spanish, and in English where the words speak of the file and not of what an organizer sees.
 * `$1` is what the pattern found.
 */
const problems: readonly Told[] = [
  told(/^is missing$/, 'falta'),
  told(/^must not be empty$/, 'no puede quedar vacío'),
  told(/^is missing: how many votes carry a decision$/, 'falta: cuántos votos hacen falta para decidir'),
  told(
    /^is missing: name a committee, or give the council a contact_email.*$/,
    'falta: elija un comité, o dé al concejo un correo propio',
    'is missing: choose a committee, or give the council an email address of its own',
  ),
  told(/^must be a date, YYYY-MM-DD$/, 'debe ser una fecha, AAAA-MM-DD'),
  told(/^must be an email address$/, 'debe ser una dirección de correo'),
  told(/^must be a web address$/, 'debe ser una dirección web'),
  told(/^must be an https address(.*)$/, 'debe ser una dirección https'),
  told(/^must be a number$/, 'debe ser un número'),
  told(/^must be a whole number$/, 'debe ser un número entero'),
  told(/^must be a text(, or \{ \}.*)?$/, 'debe ser un texto', 'must be a text'),
  told(/^must be true or false$/, 'debe ser sí o no', 'must be yes or no'),
  told(/^must be a list, in \[ \]$/, 'debe ser una lista', 'must be a list'),
  told(/^must be a group of keys, in \{ \}$/, 'no está completo', 'is not complete'),
  told(/^is not a phase of this campaign$/, 'no es una fase de esta campaña'),
  told(
    /^must not be there: it could tell where somebody lives$/,
    'no puede estar: podría decir dónde vive alguien',
  ),
  told(
    /^is not a service of this kit$/,
    'no es un servicio de esta campaña',
    'is not a service of this campaign',
  ),
  told(/^needs a service to call$/, 'necesita un servicio al que llamar'),
  told(/^must fit into one message of 160 characters$/, 'debe caber en un mensaje de 160 caracteres'),
  told(
    /^must fit into one message: .*$/,
    'debe caber en un mensaje: con letras como á, í, ó y ú son 70 caracteres; sin ellas, 160',
  ),
  told(
    /^cannot be a phone number: .*$/,
    'no puede ser un número de teléfono: escriba el código de área y siete cifras, o un número corto como 988',
  ),
  told(
    /^is missing: give a phone number, or a web address in site$/,
    'falta: dé un número de teléfono o una dirección web',
    'is missing: give a phone number, or a web address',
  ),
  told(
    /^must not be there: where a shelter stands stays secret$/,
    'no puede estar: el lugar de un refugio es secreto',
  ),
  told(/^tells where a shelter stands: take the place out$/, 'dice dónde está un refugio: quite el lugar'),
  told(
    /^is in the future: write the day on which somebody checked$/,
    'es una fecha futura: escriba el día en que alguien lo comprobó',
  ),
  told(/^must be a phone number, .*$/, 'debe ser un número de teléfono, como 704-555-0123'),
  told(/^must be a ZIP of five digits$/, 'debe ser un código postal de cinco cifras'),
  told(/^must be a time zone, such as (.+)$/, 'debe ser una zona horaria, como $1'),
  told(/^must be one line: .*$/, 'debe ir en una sola línea: quite los saltos de línea y los tabuladores'),
  told(
    /^must be lower-case letters and digits.*$/,
    'debe llevar letras minúsculas y cifras, en partes unidas por un guion',
  ),
  told(/^must be 1 to 40 lower-case letters.*$/, 'debe llevar de 1 a 40 letras minúsculas, cifras y guiones'),
  told(/^must be 1 to 20 letters.*$/, 'debe llevar de 1 a 20 letras, cifras y guiones'),
  told(/^must be # with letters.*$/, 'debe ser # seguido de letras, cifras y guiones bajos'),
  told(/^must be a host such as (.+), without.*$/, 'debe ser un sitio como $1, sin https:// y en minúsculas'),
  told(/^must be "open" or a list of hosts$/, 'debe ser cualquier sitio o una lista de sitios'),
  told(
    /^must say it in each language of the kit: .*$/,
    'debe decirlo en cada idioma de la campaña',
    'must say it in each language of the campaign',
  ),
  told(
    /^must say \{link\} in both languages$/,
    'debe llevar {link} en cada idioma',
    'must hold {link} in each language',
  ),
  told(
    /^must be a language of the kit: (.+)$/,
    'debe ser un idioma de la campaña: $1',
    'must be a language of the campaign: $1',
  ),
  told(/^must name the source (.+)$/, 'debe incluir la fuente $1'),
  told(/^must name at least one: .*$/, 'debe haber al menos uno: toda la ciudad, si no tiene distritos'),
  told(/^must be more than the one before$/, 'debe ser mayor que la anterior'),
  told(/^must be more than (from|min)$/, 'debe ser mayor que el inicio', 'must be more than the start'),
  told(/^must be more than (\d+)$/, 'debe ser mayor que $1'),
  told(/^must be less than (.+)$/, 'debe ser menor que $1'),
  told(/^must be at least (.+)$/, 'debe ser al menos $1'),
  told(/^must be at most (.+)$/, 'debe ser como máximo $1'),
  told(/^must be a multiple of (.+)$/, 'debe ser múltiplo de $1'),
  told(/^must have at most two decimals$/, 'puede tener dos decimales como máximo'),
  told(/^must be a whole number from 1$/, 'debe ser un número entero a partir de 1'),
  told(/^must have at most three decimals$/, 'puede tener tres decimales como máximo'),
  told(/^must not be longer than (\S+) characters?$/, 'no puede tener más de $1 caracteres'),
  told(/^must not have more than (\S+) (?:entry|entries)$/, 'no puede tener más de $1 elementos'),
  told(/^must have at least (\S+) (?:entry|entries)$/, 'debe tener al menos $1 elementos'),
  told(/^must have at least (\S+) characters?$/, 'debe tener al menos $1 caracteres'),
  told(/^must be (\d+) to (\d+) options$/, 'deben ser de $1 a $2 opciones'),
  told(/^must be one of the options$/, 'debe ser una de las opciones'),
  told(/^must be a list of options, each once$/, 'deben ser opciones distintas'),
  told(/^must be a number of the scale$/, 'debe ser un número de la escala'),
  told(/^must be a number in the steps.*$/, 'debe ser un número de los pasos entre el mínimo y el máximo'),
  told(/^must name each option once.*$/, 'debe nombrar cada opción una vez, desde el primer lugar'),
  told(/^must be the amount of each line$/, 'debe dar una cantidad a cada línea'),
  told(/^must be one of (.+)$/, 'debe ser uno de estos: $1'),
  told(/^must be (?:the|a|an) (.+)$/, 'no tiene la forma que pide esa herramienta'),
  told(/^(.+) is used twice$/, '$1 aparece dos veces'),
  told(/^(.+) is used for two answers$/, '$1 se usa para dos respuestas'),
  told(/^(.+) is not a question of this survey$/, '$1 no es una pregunta de esta encuesta'),
  told(
    /^is the slug of (?:the headline fact)$/,
    'es el nombre corto del dato principal',
    'is the short name of the fact on top',
  ),
  told(/^is the slug of (.+)$/, 'ya es el nombre de otra acción', 'is already the name of $1'),
  told(/^is before starts_on$/, 'es anterior al primer día', 'is before the first day'),
  told(/^is before opens_on$/, 'es anterior al primer día', 'is before the first day'),
  told(/^is not a committee of this council$/, 'no es un comité de este concejo'),
  told(/^is not a district of this city$/, 'no es un distrito de esta ciudad'),
  told(/^is not a source of this campaign$/, 'no es una fuente de esta campaña'),
  told(/^is not a partner of this campaign$/, 'no es un socio de esta campaña'),
  told(
    /^is not a petition or survey of this kit$/,
    'no es una petición ni una encuesta de esta campaña',
    'is not a petition or survey of this campaign',
  ),
  told(
    /^is not a petition of this kit$/,
    'no es una petición de esta campaña',
    'is not a petition of this campaign',
  ),
  told(/^is not a threshold of the petition$/, 'no es una meta de la petición'),
  told(/^is not one of the asks above$/, 'no es una de las demandas de arriba'),
  told(/^is not a question asked before$/, 'no es una pregunta anterior'),
  told(/^is not a question of this survey$/, 'no es una pregunta de esta encuesta'),
  told(/^is not an answer to that question$/, 'no es una respuesta a esa pregunta'),
  told(/^is not of the question (.+)$/, 'no es de la pregunta $1'),
  told(/^is of kind (.+): it cannot be compared$/, 'es del tipo $1 y no se puede comparar'),
  told(/^is not a setting of this tool$/, 'no es un ajuste de esta herramienta'),
  told(/^is not a key of a kit$/, 'no es una parte de una campaña', 'is not a part of a campaign'),
  told(/^is asked for once in a survey$/, 'se pide una sola vez en una encuesta'),
  told(/^ask the same of one committee twice$/, 'piden lo mismo dos veces a un comité'),
  told(/^is more than there are seats$/, 'es más que los escaños que hay'),
  told(/^is more than there are options$/, 'es más que las opciones que hay'),
  told(/^is more than may be chosen$/, 'es más de lo que se puede elegir'),
  told(/^is more than 20 steps from the first.*$/, 'queda a más de 20 pasos del inicio: pida un número'),
  told(/^makes more than 1000 steps$/, 'forma más de 1000 pasos'),
  told(/^is not a whole number of steps away$/, 'no queda a un número entero de pasos'),
  told(/^holds shares that are more than 1 together$/, 'las partes suman más de 1'),
  told(/^cannot be credited with (.+)$/, 'no puede tener el mérito de $1'),
  told(/^names a language twice$/, 'nombra un idioma dos veces'),
  told(
    /^is a placeholder: .*$/,
    'es un texto de relleno: escriba lo que debe leerse o déjelo vacío',
    'is a placeholder: write what readers should see, or leave it empty',
  ),
  told(/^shows nothing: .*$/, 'no muestra nada: nadie ve ninguno de sus caracteres'),
  told(
    /^holds a character that nobody sees \((U\+[0-9A-F]+)\) (.*)\. Take it out$/,
    'tiene un carácter que nadie ve ($1). Quítelo',
  ),
  told(/^holds a carriage return.*$/, 'tiene un salto de línea incompleto. Quítelo'),
  told(
    /^holds � .*$/,
    'tiene �: se perdió una letra al guardar el texto con otra codificación. Escríbala otra vez',
  ),
  told(/^has a meaning of its own$/, 'es un nombre reservado'),
  told(
    /^has passed, so the \S+ would close at once.*$/,
    'ya pasó, así que se cerraría de inmediato',
    'has passed, so it would close at once',
  ),
  told(
    /^was asked of a committee in other words.*$/,
    'se pidió a un comité con otras palabras: dé a la demanda cambiada un nombre corto propio',
    'was asked of a committee in other words: give a changed ask a short name of its own',
  ),
  told(
    /^was (\S+) when people answered.*$/,
    'era del tipo $1 cuando la gente respondió: dé a la pregunta un nombre corto propio',
    'was $1 when people answered: give the question a short name of its own',
  ),
  told(/^asks where somebody lives.*$/, 'pregunta dónde vive alguien: no se puede dar una respuesta'),
  told(
    /^asks for somebody's own words.*$/,
    'pide las palabras de alguien: no se puede responder por esa persona',
  ),
  told(/^is a text, which no address carries$/, 'es un texto, y ninguna dirección lo lleva'),
  told(/^is a (\S+) of the campaign (.+)$/, 'ya es de la campaña $2'),
  told(/^is a short link of the campaign (.+)$/, 'ya es un enlace corto de la campaña $1'),
  told(/^is a campaign of the city (.+)$/, 'es una campaña de la ciudad $1'),
  told(/^is not written as it has to be$/, 'no está escrito como debe'),
  told(
    /^has none of the forms that it may have$/,
    'no tiene ninguna de las formas que puede tener',
    'is not complete',
  ),
  told(/^cannot be stored as it is.*$/, 'no se puede guardar así'),
  told(/^needs an answer$/, 'necesita una respuesta'),
  told(/^must have a letter from A to Z or a digit$/, 'debe tener una letra de la A a la Z o una cifra'),
  told(
    /^must be a city and a state with a comma between them$/,
    'debe ser una ciudad y un estado, con una coma entre los dos',
  ),
  told(
    /^must be ZIP codes of five digits, with spaces between them$/,
    'deben ser códigos postales de cinco cifras, con espacios entre ellos',
  ),
  told(/^must stay (.+)$/, 'tiene que seguir siendo $1'),
  told(
    /^lacks (.+), which is public: .*$/,
    'no tiene $1, que es público: déjelo, y ciérrelo o retírelo en cambio',
  ),
  told(
    /^is shared with a campaign that you do not write.*$/,
    'se comparte con una campaña que usted no escribe: tiene que quedarse como está',
  ),
  told(
    /^is missing: people have signed.*$/,
    'falta: ya hay firmas en el texto como estaba, así que diga qué cambió',
  ),
];

/** What is wrong with a value of a kit, in the organizer's language. What is not known is told as it is. */
export function problemWords(message: string, language: Language): string {
  const found = problems.find(({ pattern }) => pattern.test(message));
  const words = found?.[language];
  return found && words !== undefined
    ? message.replace(found.pattern, () => filled(words, found.pattern, message))
    : message;
}

function filled(words: string, pattern: RegExp, message: string): string {
  const groups = pattern.exec(message) ?? [];
  return words.replace(/\$(\d)/g, (_, n) => groups[Number(n)] ?? '');
}
