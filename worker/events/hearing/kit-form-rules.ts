import { type Field, say } from '../../kits/form-rules.ts';

export const commentField: Field = {
  kind: 'group',
  key: 'comment',
  optional: true,
  head: 'minutes',
  label: say('Speaking at a hearing', 'Hablar en una audiencia'),
  fields: [
    {
      kind: 'line',
      key: 'minutes',
      type: 'amount',
      optional: true,
      label: say('Minutes for each speaker', 'Minutos para cada persona'),
      hint: say(
        'With it, the page helps people to write what they will say. Empty for all that is no hearing.',
        'Con ello, la página ayuda a escribir lo que se va a decir. Vacío si no es una audiencia.',
      ),
    },
    {
      kind: 'line',
      key: 'register_by',
      type: 'moment',
      optional: true,
      label: say('Register by', 'Inscribirse para hablar hasta'),
      hint: say(
        'Like 2027-01-14T18:00. Empty where people register until it begins.',
        'Como 2027-01-14T18:00. Vacío si se admite hasta que comience.',
      ),
    },
    {
      kind: 'line',
      key: 'url',
      type: 'url',
      optional: true,
      label: say('Form to register', 'Formulario para inscribirse'),
    },
    {
      kind: 'line',
      key: 'phone',
      type: 'tel',
      optional: true,
      label: say('Phone to register', 'Teléfono para inscribirse'),
    },
    {
      kind: 'text',
      key: 'place',
      optional: true,
      label: say('Where to register', 'Dónde inscribirse'),
    },
  ],
};
