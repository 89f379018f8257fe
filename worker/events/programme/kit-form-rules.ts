import { type Field, linesField, say, stays } from '../../kits/form-rules.ts';

export const languagesField = linesField({
  key: 'languages',
  optional: true,
  label: say('Languages spoken there', 'Idiomas que se hablan'),
  hint: say('A code on each line, such as en or es.', 'Un código en cada línea, como en o es.'),
});

export const sessionsField: Field = {
  kind: 'list',
  key: 'sessions',
  optional: true,
  label: say('Program', 'Programa'),
  hint: say(
    'Sessions within the times of the event. Nobody signs up for a single one. Two that begin and end together stand side by side.',
    'Sesiones dentro de los horarios del evento. Nadie se inscribe en una sola. Dos que comienzan y terminan juntas van una al lado de la otra.',
  ),
  add: say('Add a session', 'Añadir una sesión'),
  one: say('Session', 'Sesión'),
  titles: ['title', 'starts'],
  fields: [
    { kind: 'text', key: 'title', label: say('Title', 'Título') },
    {
      kind: 'line',
      key: 'starts',
      type: 'moment',
      label: say('Begins', 'Comienza'),
      hint: say('Like 2027-01-14T18:00.', 'Como 2027-01-14T18:00.'),
    },
    { kind: 'line', key: 'ends', type: 'moment', label: say('Ends', 'Termina') },
    { kind: 'text', key: 'room', optional: true, label: say('Room', 'Sala') },
    {
      kind: 'list',
      key: 'speakers',
      optional: true,
      isPlain: true,
      label: say('Who speaks', 'Quién habla'),
      hint: say('Offices and organizations, not people.', 'Cargos y organizaciones, no personas.'),
      add: say('Add who speaks', 'Añadir quién habla'),
      one: say('Office or organization', 'Cargo u organización'),
      fields: [{ kind: 'text', key: '', label: say('Name', 'Nombre') }],
    },
    languagesField,
    {
      kind: 'text',
      key: 'interpretation',
      optional: true,
      label: say('Interpreters', 'Intérpretes'),
    },
    {
      kind: 'line',
      key: 'seats',
      type: 'amount',
      optional: true,
      label: say('How many fit into the room', 'Cuántas personas caben en la sala'),
    },
    { kind: 'text', key: 'accessibility', optional: true, label: say('Access', 'Accesibilidad') },
    {
      kind: 'slug',
      key: 'slug',
      from: 'title',
      label: say('Short name', 'Nombre corto'),
      fixed: stays(say('It stays: other programs know it.', 'No cambia: otros programas lo conocen.')),
    },
  ],
};
