import {
  type Field,
  type KitForms,
  namedOptions,
  type Option,
  same,
  say,
  stays,
  valueAt,
} from '../kits/form-rules.ts';

const days: Option[] = [
  { value: '1', label: say('Monday', 'Lunes') },
  { value: '2', label: say('Tuesday', 'Martes') },
  { value: '3', label: say('Wednesday', 'Miércoles') },
  { value: '4', label: say('Thursday', 'Jueves') },
  { value: '5', label: say('Friday', 'Viernes') },
  { value: '6', label: say('Saturday', 'Sábado') },
  { value: '7', label: say('Sunday', 'Domingo') },
];

const hours: Option[] = Array.from({ length: 24 }, (_, hour) => {
  const label = `${hour % 12 === 0 ? 12 : hour % 12}:00`;
  return {
    value: String(hour),
    label: say(`${label} ${hour < 12 ? 'am' : 'pm'}`, `${label} ${hour < 12 ? 'a.m.' : 'p.m.'}`),
  };
});

const digest: Field = {
  kind: 'group',
  key: 'digest',
  optional: true,
  label: say('Weekly mail', 'Correo semanal'),
  fields: [
    { kind: 'choice', key: 'day', isNumber: true, standard: '1', label: say('Day', 'Día'), options: days },
    {
      kind: 'choice',
      key: 'hour',
      isNumber: true,
      standard: '7',
      label: say('Hour, on the city’s clock', 'Hora, según el reloj de la ciudad'),
      options: hours,
    },
    {
      kind: 'choice',
      key: 'language',
      standard: '',
      optional: true,
      label: say('Language', 'Idioma'),
      options: [
        { value: '', label: say('As usual', 'El de siempre') },
        { value: 'en', label: same('English') },
        { value: 'es', label: same('Español') },
      ],
    },
  ],
};

const email: Field = {
  kind: 'line',
  key: 'contact_email',
  type: 'email',
  label: say('Email', 'Correo'),
};

const checkedOn: Field = {
  kind: 'line',
  key: 'checked_on',
  type: 'date',
  optional: true,
  label: say('Address checked on', 'Dirección comprobada el'),
  hint: say(
    'The day on which somebody last looked whether it is right.',
    'El día en que alguien comprobó por última vez que es correcta.',
  ),
};

const committees: Field = {
  kind: 'list',
  key: 'committees',
  optional: true,
  label: say('Committees', 'Comités'),
  add: say('Add a committee', 'Añadir un comité'),
  one: say('Committee', 'Comité'),
  titles: ['name', 'slug'],
  fields: [
    { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
    { kind: 'text', key: 'remit', rows: 2, label: say('What it is there for', 'De qué se ocupa') },
    email,
    checkedOn,
    digest,
    {
      kind: 'slug',
      key: 'slug',
      from: 'name',
      label: say('Short name', 'Nombre corto'),
      fixed: stays(
        say('Petitions and mails know it by this.', 'Las peticiones y los correos lo reconocen por él.'),
      ),
    },
  ],
};

const seats: Field = {
  kind: 'list',
  key: 'seats',
  optional: true,
  label: say('Seats', 'Escaños'),
  hint: say('The office, never a person.', 'El cargo, nunca una persona.'),
  add: say('Add a seat', 'Añadir un escaño'),
  one: say('Seat', 'Escaño'),
  titles: ['title', 'slug'],
  fields: [
    { kind: 'text', key: 'title', label: say('Office', 'Cargo') },
    {
      kind: 'choice',
      key: 'district',
      standard: '',
      optional: true,
      label: say('District', 'Distrito'),
      options: ({ kit }) => [
        { value: '', label: say('The whole city', 'Toda la ciudad') },
        ...namedOptions(valueAt(kit, ['city', 'districts']), 'code', 'name'),
      ],
    },
    { kind: 'slug', key: 'slug', from: 'title', label: say('Short name', 'Nombre corto') },
  ],
};

export const councilForms: KitForms = {
  pages: [
    {
      slug: 'council',
      order: 130,
      at: 'council',
      title: say('Council and committees', 'Concejo y comités'),
      about: say(
        'To whom petitions are addressed, and when mail comes.',
        'A quién se dirigen las peticiones y cuándo llega el correo.',
      ),
      fields: [
        { kind: 'text', key: 'name', label: say('Council', 'Concejo') },
        committees,
        {
          ...email,
          optional: true,
          label: say('Email of the council as a whole', 'Correo del concejo en su conjunto'),
          hint: say('Where something is addressed to all of it.', 'Si algo se dirige a todo el concejo.'),
        },
        checkedOn,
        {
          ...digest,
          label: say('Weekly mail to the council as a whole', 'Correo semanal al concejo en su conjunto'),
        },
        {
          kind: 'slug',
          key: 'slug',
          from: 'name',
          label: say('Short name', 'Nombre corto'),
          fixed: (_value, { published }) =>
            published && say('Petitions know it by this.', 'Las peticiones lo reconocen por él.'),
        },
      ],
    },
    {
      slug: 'seats',
      order: 140,
      at: 'council',
      title: say('Seats and votes', 'Escaños y votos'),
      about: say('How many decide, and how.', 'Cuántos deciden y cómo.'),
      fields: [
        {
          kind: 'line',
          key: 'majority',
          type: 'amount',
          optional: true,
          label: say('Votes that carry a decision', 'Votos que bastan para decidir'),
        },
        {
          kind: 'text',
          key: 'decides',
          rows: 2,
          optional: true,
          label: say('How it decides, in your words', 'Cómo decide, en sus palabras'),
          hint: say('Shown in the place of seats and votes.', 'Se muestra en lugar de escaños y votos.'),
        },
        seats,
      ],
    },
  ],
};
