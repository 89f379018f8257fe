import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Webhooks',
  lead: 'A partner’s own programs can be told of each signature that came by its sources, and of each threshold. What is sent is explained for them at /developers.',
  none: 'No partner has a webhook.',
  noPartners: 'The campaign has no partner. Add one under “Write and publish”.',
  secret:
    'The secret that deliveries are signed with. It is not shown again; send it to the partner by a safe way:',
  of: '{host}, of {partner}',
  on: 'On.',
  off: 'Ended {date}.',
  nothing: 'Nothing has been sent to it so far.',
  deliveries: 'The last deliveries',
  columns: { when: 'When', event: 'What', state: 'Result', answer: 'Answer' },
  states: { waiting: 'is tried again', delivered: 'arrived', failed: 'given up' },
  silent: 'no answer',
  choices: { try: 'Send a test', rotate: 'Make a new secret', end: 'End it' },
  effects:
    'A new secret holds at once, for what still waits too. What is ended gets nothing any more; that can be undone.',
  add: 'Add a webhook',
  partner: 'Partner',
  url: 'Address',
  urlHint: 'An address that begins with https and can be reached from the internet.',
  events: 'What it is told',
  addButton: 'Add it',
  working: 'Saving…',
  problems: {
    changed: 'This webhook has changed in the meantime. Nothing was done; this is how it stands now.',
    'no-partner': 'Choose a partner of the campaign',
    'no-address': 'Enter an address that begins with https, with a public name and without a password',
    'no-event': 'Choose at least one thing that it is told',
  },
};

export const webhooksConsoleCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Webhooks',
    lead: 'Los programas de una organización aliada pueden enterarse de cada firma que llegó por sus fuentes y de cada meta alcanzada. Lo que se envía está explicado para ellos en /developers.',
    none: 'Ninguna organización aliada tiene un webhook.',
    noPartners: 'La campaña no tiene organizaciones aliadas. Se añaden en «Escribir y publicar».',
    secret:
      'El secreto con que se firman los envíos. No se vuelve a mostrar; entrégueselo a la organización por un medio seguro:',
    of: '{host}, de {partner}',
    on: 'Activo.',
    off: 'Terminado: {date}.',
    nothing: 'Hasta ahora no se le ha enviado nada.',
    deliveries: 'Los últimos envíos',
    columns: { when: 'Cuándo', event: 'Qué', state: 'Resultado', answer: 'Respuesta' },
    states: { waiting: 'se intenta otra vez', delivered: 'llegó', failed: 'abandonado' },
    silent: 'sin respuesta',
    choices: { try: 'Enviar una prueba', rotate: 'Hacer un secreto nuevo', end: 'Terminarlo' },
    effects:
      'Un secreto nuevo vale de inmediato, también para lo que espera. Lo que se termina no recibe nada más; eso se puede deshacer.',
    add: 'Añadir un webhook',
    partner: 'Organización',
    url: 'Dirección',
    urlHint: 'Una dirección que empieza con https y a la que se llega desde internet.',
    events: 'De qué se entera',
    addButton: 'Añadirlo',
    working: 'Guardando…',
    problems: {
      changed: 'Este webhook cambió mientras tanto. No se hizo nada; así está ahora.',
      'no-partner': 'Elija una organización aliada de la campaña',
      'no-address': 'Escriba una dirección que empiece con https, con un nombre público y sin contraseña',
      'no-event': 'Elija al menos una cosa de la que se entera',
    },
  },
};
