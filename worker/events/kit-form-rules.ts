import {
  addresseeField,
  closesField,
  linksField,
  opensField,
  stateField,
} from '../actions/kit-form-rules.ts';
import { type Field, type KitForms, namedOptions, say, stays, valueAt } from '../kits/form-rules.ts';
import { guestsFields } from './guests/kit-form-rules.ts';
import { commentField } from './hearing/kit-form-rules.ts';
import { eventKinds } from './kind-rules.ts';
import { languagesField, sessionsField } from './programme/kit-form-rules.ts';

const place: Field = {
  kind: 'group',
  key: 'place',
  label: say('Place', 'Lugar'),
  fields: [
    {
      kind: 'text',
      key: 'name',
      label: say('What everybody may read', 'Lo que todos pueden leer'),
      hint: say('Such as the library or the part of the city.', 'Por ejemplo, la biblioteca o la zona.'),
    },
    { kind: 'line', key: 'address', optional: true, label: say('Address', 'Dirección') },
    {
      kind: 'line',
      key: 'url',
      type: 'url',
      optional: true,
      label: say('Link to join online', 'Enlace para participar en línea'),
    },
    {
      kind: 'choice',
      key: 'address_for',
      standard: 'all',
      label: say('Who sees the address and the link', 'Quién ve la dirección y el enlace'),
      options: [
        { value: 'all', label: say('Everybody', 'Todas las personas') },
        {
          value: 'confirmed',
          label: say('Only who has confirmed and has a place', 'Solo quien confirmó y tiene lugar'),
        },
      ],
    },
  ],
};

const roles: Field = {
  kind: 'list',
  key: 'roles',
  optional: true,
  label: say('Roles of volunteers', 'Tareas de voluntariado'),
  hint: say(
    'What people do, and what they show before they have a place.',
    'Lo que hace la gente y lo que muestra antes de tener lugar.',
  ),
  add: say('Add a role', 'Añadir una tarea'),
  one: say('Role', 'Tarea'),
  titles: ['name', 'slug'],
  fields: [
    { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
    { kind: 'text', key: 'about', rows: 2, optional: true, label: say('What people do', 'Lo que se hace') },
    { kind: 'tick', key: 'norms', label: say('It asks for the norms', 'Pide aceptar las normas') },
    {
      kind: 'several',
      key: 'lessons',
      label: say('Lessons that must be finished', 'Lecciones que deben terminarse'),
      options: ({ kit }) => namedOptions(kit.lessons, 'slug', 'title'),
    },
    {
      kind: 'slug',
      key: 'slug',
      from: 'name',
      label: say('Short name', 'Nombre corto'),
    },
  ],
};

const times: Field = {
  kind: 'list',
  key: 'times',
  label: say('Times', 'Horarios'),
  hint: say(
    'People sign up for one of them. Each has its own places and its own waiting list.',
    'La gente se inscribe en uno. Cada uno tiene sus lugares y su lista de espera.',
  ),
  add: say('Add a time', 'Añadir un horario'),
  one: say('Time', 'Horario'),
  titles: ['name', 'starts'],
  fields: [
    { kind: 'text', key: 'name', optional: true, label: say('Name', 'Nombre') },
    {
      kind: 'choice',
      key: 'role',
      standard: '',
      optional: true,
      label: say('Role', 'Tarea'),
      options: ({ kit, path }) => [
        { value: '', label: say('None in particular', 'Ninguna en particular') },
        ...namedOptions(valueAt(kit, [...path.slice(0, 2), 'roles']), 'slug', 'name'),
      ],
    },
    {
      kind: 'line',
      key: 'starts',
      type: 'moment',
      label: say('Begins', 'Comienza'),
      hint: say(
        'Year, month, day and hour on the city’s clock, like 2027-01-14T18:00.',
        'Año, mes, día y hora en el reloj de la ciudad, como 2027-01-14T18:00.',
      ),
    },
    { kind: 'line', key: 'ends', type: 'moment', label: say('Ends', 'Termina') },
    {
      kind: 'line',
      key: 'capacity',
      type: 'amount',
      optional: true,
      label: say('Places', 'Lugares'),
      hint: say('Empty where there is room for everybody.', 'Vacío si hay lugar para todos.'),
    },
    {
      kind: 'slug',
      key: 'slug',
      from: 'starts',
      label: say('Short name', 'Nombre corto'),
      fixed: stays(say('It stays: people sign up under it.', 'No cambia: con él se inscribe la gente.')),
    },
  ],
};

export const eventForms: KitForms = {
  pages: [
    {
      slug: 'events',
      order: 35,
      at: '',
      title: say('Events', 'Eventos'),
      about: say(
        'Meetings, trainings and volunteer shifts to sign up for.',
        'Reuniones, formaciones y turnos de voluntariado con inscripción.',
      ),
      fields: [
        {
          kind: 'list',
          key: 'events',
          optional: true,
          hasPages: true,
          label: say('Events', 'Eventos'),
          add: say('Add an event', 'Añadir un evento'),
          one: say('Event', 'Evento'),
          titles: ['title', 'slug'],
          fields: [
            {
              kind: 'choice',
              key: 'kind',
              label: say('Kind', 'Tipo'),
              options: eventKinds.map(({ id, label }) => ({ value: id, label })),
            },
            { kind: 'text', key: 'title', label: say('Title', 'Título') },
            {
              kind: 'text',
              key: 'ask',
              rows: 2,
              label: say('What people come for', 'Para qué viene la gente'),
              hint: say('One sentence.', 'Una sola frase.'),
            },
            { kind: 'text', key: 'text', rows: 10, isMarkdown: true, label: say('Text', 'Texto') },
            place,
            roles,
            times,
            sessionsField,
            ...guestsFields,
            commentField,
            {
              kind: 'text',
              key: 'accessibility',
              optional: true,
              label: say('Access', 'Accesibilidad'),
            },
            languagesField,
            {
              kind: 'text',
              key: 'interpreters',
              optional: true,
              label: say('Interpreters', 'Intérpretes'),
            },
            { kind: 'text', key: 'child_care', optional: true, label: say('Child care', 'Cuidado de niños') },
            addresseeField,
            stateField,
            opensField,
            closesField,
            {
              kind: 'text',
              key: 'cancelled',
              rows: 2,
              optional: true,
              label: say('Why it does not take place', 'Por qué no se celebra'),
              hint: say(
                'Fill it in to cancel the event. Everybody who signed up is told once.',
                'Escríbalo para cancelar el evento. Se avisa una vez a quienes se inscribieron.',
              ),
            },
            linksField,
            {
              kind: 'slug',
              key: 'slug',
              from: 'title',
              label: say('Name in its address', 'Nombre en su dirección'),
              hint: say(
                '/events/NAME. Leave it empty, and it is made from the title.',
                '/events/NOMBRE. Déjelo vacío y se forma a partir del título.',
              ),
              fixed: stays(
                say('The address is public, so it stays.', 'La dirección es pública, así que se queda.'),
              ),
            },
          ],
        },
      ],
    },
  ],
};
