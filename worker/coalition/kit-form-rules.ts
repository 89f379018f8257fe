import {
  type Field,
  type KitForms,
  namedOptions,
  type Option,
  say,
  stays,
  valueIn,
} from '../kits/form-rules.ts';
import { defaultSources } from './default-source-rules.ts';

const sectors: Option[] = [
  { value: 'law-enforcement', label: say('Law enforcement', 'Policía y justicia') },
  { value: 'victim-services', label: say('Services for victims', 'Servicios para víctimas') },
  { value: 'business', label: say('Business', 'Empresas') },
  { value: 'healthcare', label: say('Health care', 'Salud') },
  { value: 'faith', label: say('Faith', 'Comunidades de fe') },
  { value: 'foundation', label: say('Foundation', 'Fundaciones') },
  { value: 'advocacy', label: say('Advocacy', 'Defensa de derechos') },
  { value: 'survivor-led', label: say('Led by survivors', 'Dirigida por sobrevivientes') },
  { value: 'other', label: say('Other', 'Otro') },
];

const kinds: Option[] = [
  { value: 'link', label: say('Link', 'Enlace') },
  { value: 'embed', label: say('Form on another site', 'Formulario en otro sitio') },
  { value: 'share', label: say('Shared by people', 'Compartido por personas') },
  { value: 'poster', label: say('Poster', 'Cartel') },
  { value: 'flyer', label: say('Flyer', 'Volante') },
  { value: 'event', label: say('Event', 'Evento') },
  { value: 'paper', label: say('Paper', 'Papel') },
];

const nameStays = stays(
  say('Links and counts know it by this.', 'Los enlaces y las cifras lo reconocen por él.'),
);

const partners: Field = {
  kind: 'list',
  key: 'partners',
  optional: true,
  label: say('Partners', 'Socios'),
  hint: say('Organizations, never people.', 'Organizaciones, nunca personas.'),
  add: say('Add a partner', 'Añadir un socio'),
  one: say('Partner', 'Socio'),
  titles: ['name', 'slug'],
  fields: [
    { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
    { kind: 'choice', key: 'sector', label: say('Field of work', 'Área de trabajo'), options: sectors },
    { kind: 'text', key: 'role', rows: 2, label: say('What it does here', 'Qué hace aquí') },
    {
      kind: 'text',
      key: 'brings',
      rows: 2,
      optional: true,
      label: say('What it brings', 'Qué aporta'),
      hint: say('All partners read it.', 'Lo leen todos los socios.'),
    },
    {
      kind: 'text',
      key: 'decides',
      rows: 2,
      optional: true,
      label: say('What it decides', 'Qué decide'),
      hint: say('Alone or with others. All partners read it.', 'Sola o con otras. Lo leen todos los socios.'),
    },
    {
      kind: 'line',
      key: 'site',
      type: 'url',
      optional: true,
      label: say('Site', 'Sitio web'),
    },
    {
      kind: 'line',
      key: 'contact_email',
      type: 'email',
      label: say('Email', 'Correo'),
      hint: say('For the organizers; shown nowhere.', 'Para el equipo; no se muestra.'),
    },
    {
      kind: 'line',
      key: 'norms_agreed_on',
      type: 'date',
      optional: true,
      label: say('Agreed to the norms on', 'Aceptó las normas el'),
    },
    {
      kind: 'tick',
      key: 'may_ask_contact',
      label: say(
        'Its own forms ask if it may write to the supporter',
        'Sus formularios preguntan si puede escribir a quien firma',
      ),
    },
    { kind: 'slug', key: 'slug', from: 'name', label: say('Short name', 'Nombre corto'), fixed: nameStays },
  ],
};

const norms: Field = {
  kind: 'list',
  key: 'norms',
  optional: true,
  isPlain: true,
  label: say('Norms', 'Normas'),
  hint: say(
    'What all partners agree to. If you change it, each of them is asked again.',
    'Lo que aceptan todos los socios. Si lo cambia, se le pregunta de nuevo a cada uno.',
  ),
  add: say('Add a norm', 'Añadir una norma'),
  one: say('Norm', 'Norma'),
  fields: [{ kind: 'text', key: '', rows: 2, label: say('Text', 'Texto') }],
};

const normsArePublic: Field = {
  kind: 'tick',
  key: 'norms_are_public',
  label: say('Show the norms on the campaign’s page', 'Mostrar las normas en la página de la campaña'),
};

const sources: Field = {
  kind: 'list',
  key: 'sources',
  standard: defaultSources,
  label: say('Sources', 'Fuentes'),
  hint: say(
    'Where signatures come from. “direct” and “other” have to be among them.',
    'De dónde vienen las firmas. «direct» y «other» deben estar entre ellas.',
  ),
  add: say('Add a source', 'Añadir una fuente'),
  one: say('Source', 'Fuente'),
  titles: ['name', 'slug'],
  fields: [
    { kind: 'text', key: 'name', label: say('Name', 'Nombre') },
    { kind: 'choice', key: 'kind', standard: 'link', label: say('Kind', 'Tipo'), options: kinds },
    {
      kind: 'choice',
      key: 'partner',
      standard: '',
      optional: true,
      label: say('Credited to', 'Mérito de'),
      options: ({ kit }) => [
        { value: '', label: say('The campaign', 'La campaña') },
        ...namedOptions(valueIn(kit.campaign, 'partners'), 'slug', 'name'),
      ],
    },
    {
      kind: 'slug',
      key: 'slug',
      from: 'name',
      label: say('Name in links', 'Nombre en los enlaces'),
      hint: say('As in ?source=NAME.', 'Como en ?source=NOMBRE.'),
      fixed: nameStays,
    },
  ],
};

export const coalitionForms: KitForms = {
  pages: [
    {
      slug: 'partners',
      order: 100,
      at: 'campaign',
      title: say('Partners and norms', 'Socios y normas'),
      about: say(
        'Who is in the coalition, and what all agree to.',
        'Quién forma la coalición y qué aceptan todos.',
      ),
      fields: [partners, norms, normsArePublic],
    },
    {
      slug: 'sources',
      order: 110,
      at: 'campaign',
      title: say('Sources', 'Fuentes'),
      about: say('By which signatures are counted.', 'Por las que se cuentan las firmas.'),
      fields: [sources],
    },
  ],
};
