import * as z from 'zod';
import type { Text } from '../../../web/language.ts';
import {
  type Around,
  type Field,
  isPart,
  namedOptions,
  type Option,
  type Part,
  same,
  say,
} from '../../kits/form-rules.ts';
import { adapters } from '../carry/adapters/registry.ts';
import { findQuestion, formOf, questionsAround } from './form-questions.ts';
import { tryTool } from './tools.ts';

/** Settings of the tools by their keys. One that is not here is called by its key. */
const labels: Record<string, Text> = {
  url: say('Address of their survey', 'Dirección de su encuesta'),
  form_id: say('Id of the form, from its address', 'Identificador del formulario, de su dirección'),
  survey_id: say('Id of the survey, from its address', 'Identificador de la encuesta, de su dirección'),
  survey: say('Number of the survey', 'Número de la encuesta'),
  host: say('Site', 'Sitio'),
  entry: say('Number of the field', 'Número del campo'),
  field: say('Name of the field', 'Nombre del campo'),
  part: say('Part of the field', 'Parte del campo'),
  other: say('It has an “Other” line', 'Tiene una línea «Otro»'),
  quoted: say(
    'Its pre-filled link has the value in quotes',
    'Su enlace rellenado lleva el valor entre comillas',
  ),
  embed: say('To show it on our page', 'Para mostrarla en nuestra página'),
  project: say('Project number', 'Número del proyecto'),
};

type Schema = z.core.JSONSchema.BaseSchema;
const schemas = new Map<string, Schema>();

/** What the tool asks for, from its own schema. */
function schemaOf(id: unknown): Schema | null {
  const adapter = typeof id === 'string' ? adapters.get(id) : undefined;
  if (!adapter) return null;
  const known = schemas.get(adapter.id);
  if (known) return known;
  const schema = z.toJSONSchema(adapter.config, { io: 'input', unrepresentable: 'any' });
  schemas.set(adapter.id, schema);
  return schema;
}

const isSchema = (value: unknown): value is Schema => isPart(value);

function settings(schema: Schema, around: Around, config: Part): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, one]): Field[] => {
    if (!isSchema(one)) return [];
    if (key === 'fields') return [mapped(one, around, config)];
    if (key === 'questions') return [asked(around)];
    return [setting(key, one, schema.required ?? [])];
  });
}

function setting(key: string, schema: Schema, required: readonly string[]): Field {
  const label = labels[key] ?? same(key);
  const optional = !required.includes(key);
  if (schema.type === 'boolean') return { kind: 'tick', key, label };
  if (schema.enum) {
    const options = schema.enum.map((value) => ({ value: String(value), label: same(String(value)) }));
    return {
      kind: 'choice',
      key,
      label,
      options,
      ...(schema.default !== undefined && { standard: String(schema.default) }),
    };
  }
  if (schema.type === 'object') {
    const inner = Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      isSchema(one) ? [setting(name, one, schema.required ?? [])] : [],
    );
    return { kind: 'group', key, label, optional, fields: inner };
  }
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  return { kind: 'line', key, label, optional, ...(isNumber && { type: 'amount' as const }) };
}

/** For a tool that takes answers from its address: each of our questions as a field of theirs. */
function mapped(schema: Schema, around: Around, config: Part): Field {
  const of = isSchema(schema.additionalProperties) ? schema.additionalProperties : {};
  return {
    kind: 'group',
    key: 'fields',
    label: say('Our questions in their survey', 'Nuestras preguntas en su encuesta'),
    hint: say('Leave out what their survey does not ask.', 'Deje vacío lo que su encuesta no pregunta.'),
    fields: withStrange(namedOptions(questionsAround(around), 'id', 'title'), config.fields).map(
      ({ value, label }) => ({
        kind: 'group',
        key: value,
        label,
        optional: true,
        fields: (_around, field) => fieldOf(of, { around, id: value, field }),
      }),
    ),
  };
}

function fieldOf(of: Schema, { around, id, field }: { around: Around; id: string; field: Part }): Field[] {
  const question = findQuestion(around, id) ?? {};
  const form = formOf(question);
  return Object.entries(of.properties ?? {}).flatMap(([key, one]): Field[] => {
    if (!isSchema(one)) return [];
    if (key === 'text') return [theirWords];
    if (key === 'options')
      return each(
        key,
        withStrange(form?.values?.(question, around) ?? optionsOf(question), field.options),
        'line',
      );
    if (key === 'parts') return each(key, withStrange(form?.parts?.(question) ?? [], field.parts), 'line');
    return [setting(key, one, of.required ?? [])];
  });
}

/** The options of a ranking are named in some tools, too. */
function optionsOf(question: Part): Option[] {
  return formOf(question)?.parts?.(question) ?? [];
}

const theirWords: Field = {
  kind: 'text',
  key: 'text',
  rows: 2,
  optional: true,
  label: say('How their survey words it', 'Cómo lo dice su encuesta'),
  hint: say('In our words if empty.', 'Con nuestras palabras si queda vacío.'),
};

/** A field for each option or part. */
function each(key: 'options' | 'parts', options: Option[], kind: 'line' | 'text'): Field[] {
  if (options.length === 0) return [];
  const label =
    key === 'options'
      ? say('Our options as they write them', 'Nuestras opciones como las escriben allí')
      : say('The field of each part', 'El campo de cada parte');
  const fields = options.map((one): Field => ({ kind, key: one.value, label: one.label, optional: true }));
  return [{ kind: 'group', key, label, optional: true, fields }];
}

/** With the keys that the kit has and no question does, so that they can be seen and emptied. */
function withStrange(options: Option[], written: unknown): Option[] {
  const strange = isPart(written)
    ? Object.keys(written).filter((key) => !options.some(({ value }) => value === key))
    : [];
  return [...options, ...strange.map((value) => ({ value, label: same(value) }))];
}

/** For a tool that is filled in by hand: its questions in its order. */
function asked(around: Around): Field {
  return {
    kind: 'list',
    key: 'questions',
    label: say('Their questions, in their order', 'Sus preguntas, en su orden'),
    add: say('Add a question of theirs', 'Añadir una pregunta de allí'),
    one: say('Question', 'Pregunta'),
    titles: ['question'],
    fields: (_around, group) => {
      const question = findQuestion(around, group.question) ?? {};
      const values = formOf(question)?.values?.(question, around) ?? optionsOf(question);
      return [
        {
          kind: 'choice',
          key: 'question',
          label: say('Our question', 'Nuestra pregunta'),
          options: namedOptions(questionsAround(around), 'id', 'title'),
        },
        theirWords,
        ...each('options', withStrange(values, group.options), 'text'),
      ];
    },
  };
}

export const carryField: Field = {
  kind: 'list',
  key: 'carry',
  hasPages: true,
  optional: true,
  label: say('Ways to the city’s own survey', 'Caminos a la encuesta de la ciudad'),
  hint: say(
    'Residents take their answers there, and send them themselves.',
    'Cada residente lleva allí sus respuestas y las envía por su cuenta.',
  ),
  add: say('Add a way', 'Añadir un camino'),
  one: say('Way', 'Camino'),
  titles: ['label', 'adapter'],
  tools: [tryTool],
  fresh: {},
  fields: (_around, group) => {
    const schema = schemaOf(group.adapter);
    return [
      { kind: 'text', key: 'label', label: say('What the button says', 'Lo que dice el botón') },
      {
        kind: 'choice',
        key: 'adapter',
        label: say('Tool that the city uses', 'Herramienta que usa la ciudad'),
        hint: say(
          'Save after choosing it, and its settings are shown.',
          'Guarde después de elegirla y aparecerán sus ajustes.',
        ),
        options: [...adapters.values()].map(({ id, label }) => ({ value: id, label: same(label) })),
      },
      ...(schema
        ? [
            {
              kind: 'group' as const,
              key: 'config',
              label: say('Its settings', 'Sus ajustes'),
              fields: (inner: Around, config: Part) => settings(schema, inner, config),
            },
          ]
        : []),
    ];
  },
};
