import type { Text } from '../../../web/language.ts';
import {
  type Around,
  type Field,
  linesField,
  namedOptions,
  type Option,
  type Part,
  say,
  valueAt,
  valueIn,
} from '../../kits/form-rules.ts';

/** Why the short name of a question or an option cannot be changed. */
export const countedByIt = say(
  'Answers are counted by it, so it stays.',
  'Las respuestas se cuentan por él, así que se queda.',
);

/** How organizers write a question of one kind. `question` is as the draft has it, so it may be unfinished. */
export type KindForm = {
  /** What the kind is called. */
  name: Text;
  /** The fields that only this kind has. */
  fields: readonly Field[];
  /** The answers with a name, which a later question may depend on. Left out if there are none. */
  values?(question: Part, around: Around): Option[];
  /** What is filled in by itself in another form: the lines of a budget, the options of a ranking. */
  parts?(question: Part): Option[];
  /** The field for an answer that a kit gives. Null or left out if none may be given. */
  answer?(question: Part, named: { key: string; label: Text }): Field | null;
};

/** Answers name the options and lines of their question. */
function isAnswered(part: string, { kit, path, kept }: Around): boolean {
  const survey = valueIn(valueAt(kit, path.slice(0, 2)), 'slug');
  const question = valueIn(valueAt(kit, path.slice(0, 6)), 'id');
  return kept.has(`${survey} ${question} ${part}`);
}

const idField: Field = {
  kind: 'slug',
  key: 'id',
  from: 'label',
  label: say('Short name', 'Nombre corto'),
  hint: say(
    'Answers are counted by it. Leave it empty, and it is made from the label.',
    'Las respuestas se cuentan por él. Déjelo vacío y se forma a partir del texto.',
  ),
  fixed: (value, around) => (isAnswered(value, around) ? countedByIt : null),
};

const label: Field = { kind: 'text', key: 'label', label: say('Label', 'Texto') };

export function optionsField({ withScore }: { withScore: boolean }): Field {
  const score: Field = {
    kind: 'line',
    key: 'score',
    type: 'amount',
    optional: true,
    label: say('Points', 'Puntos'),
    hint: say(
      'The points of the options that somebody chooses add up to a score. Leave it empty in a survey without one.',
      'Los puntos de las opciones que alguien elige suman un puntaje. Déjelo vacío en una encuesta sin puntaje.',
    ),
  };
  return {
    kind: 'list',
    key: 'options',
    label: say('Options', 'Opciones'),
    add: say('Add an option', 'Añadir una opción'),
    one: say('Option', 'Opción'),
    titles: ['label', 'id'],
    fields: withScore ? [label, idField, score] : [label, idField],
  };
}

export const budgetLinesField: Field = {
  kind: 'list',
  key: 'lines',
  label: say('Lines of the budget', 'Líneas del presupuesto'),
  add: say('Add a line', 'Añadir una línea'),
  one: say('Line', 'Línea'),
  titles: ['label', 'id'],
  fields: [
    label,
    { kind: 'line', key: 'today', type: 'amount', label: say('What it gets now', 'Lo que recibe hoy') },
    idField,
  ],
};

export function optionsIn({ options }: Part): Option[] {
  return namedOptions(options, 'id', 'label');
}

export function budgetLinesIn({ lines }: Part): Option[] {
  return namedOptions(lines, 'id', 'label');
}

/** A number of a question, such as the step of a budget. */
export function amountField(key: string, label: Text, more: { hint?: Text; optional?: boolean } = {}): Field {
  return { ...more, kind: 'line', key, type: 'amount', label };
}

export const unitField: Field = {
  kind: 'text',
  key: 'unit',
  label: say('Unit', 'Unidad'),
  hint: say('Set after the number, such as “%”.', 'Va después del número; por ejemplo, «%».'),
};

export const longestField = (most: number): Field =>
  amountField('longest', say('Longest answer, in characters', 'Respuesta más larga, en caracteres'), {
    hint: say(`${most} if empty.`, `${most} si queda vacío.`),
    optional: true,
  });

/** The ids of the options in an order, one on each line. */
export function orderField(question: Part, named: { key: string; label: Text }): Field {
  const ids = optionsIn(question).map(({ value }) => value);
  return linesField({
    ...named,
    hint: say(
      `One short name on each line, from the first place on: ${ids.join(', ')}`,
      `Un nombre corto por línea, desde el primer lugar: ${ids.join(', ')}`,
    ),
  });
}
