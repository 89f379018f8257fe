import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Partners',
  lead: 'Each partner has a link to its own page and a key for its programs. Who the partners are, and which sources are theirs, is changed under “Write and publish”.',
  caption: 'Partners of this campaign',
  empty: 'The campaign has no partner. Add one under “Write and publish”.',
  columns: { who: 'Partner', sources: 'Sources', state: 'Status', access: 'Link and key' },
  retired: 'no longer a partner',
  agreed: 'has agreed to the norms',
  notAgreed: 'has not agreed to the norms yet',
  asks: 'may ask whether it may write',
  change: 'Change',
  changed: 'Somebody else has changed this link or key in the meantime. Nothing was changed; look again.',
  accessOf: 'Link and key of {partner}',
  choices: {
    'show-link': 'Show the link',
    link: 'Replace the link',
    key: 'Make a new key',
    'end-key': 'End the key',
  },
  effects: {
    'show-link': 'Whoever has it reads the partner’s page. The log says that you looked.',
    link: 'The old link stops at once, and you get the new one to pass on. This cannot be undone.',
    key: 'The old key stops at once. The new one is shown once, here. This cannot be undone.',
    'end-key': 'Programs of the partner can send nothing until it gets a new key. This cannot be undone.',
  },
  shown: {
    link: 'The link to the partner’s page. Send it to the partner, and to nobody else:',
    key: 'The new key. It is not shown again; send it to the partner by a safe way:',
    ended: 'The key was ended. No program can send with it any more.',
  },
  working: 'Changing…',
};

export const partnersConsoleCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Aliados',
    lead: 'Cada organización aliada tiene un enlace a su propia página y una clave para sus programas. Quiénes son y qué fuentes tienen se cambia en «Escribir y publicar».',
    caption: 'Organizaciones aliadas de esta campaña',
    empty: 'La campaña no tiene organizaciones aliadas. Se añaden en «Escribir y publicar».',
    columns: { who: 'Organización', sources: 'Fuentes', state: 'Situación', access: 'Enlace y clave' },
    retired: 'ya no es aliada',
    agreed: 'aceptó las normas',
    notAgreed: 'todavía no aceptó las normas',
    asks: 'puede preguntar si puede escribir',
    change: 'Cambiar',
    changed: 'Otra persona cambió este enlace o esta clave mientras tanto. No se cambió nada; mire otra vez.',
    accessOf: 'Enlace y clave de {partner}',
    choices: {
      'show-link': 'Mostrar el enlace',
      link: 'Reemplazar el enlace',
      key: 'Hacer una clave nueva',
      'end-key': 'Terminar la clave',
    },
    effects: {
      'show-link':
        'Quien lo tiene puede leer la página de la organización. El registro dice que usted lo miró.',
      link: 'El enlace anterior deja de servir de inmediato y usted recibe el nuevo para entregarlo. No se puede deshacer.',
      key: 'La clave anterior deja de servir de inmediato. La nueva se muestra una sola vez, aquí. No se puede deshacer.',
      'end-key':
        'Los programas de la organización no pueden enviar nada hasta tener una clave nueva. No se puede deshacer.',
    },
    shown: {
      link: 'El enlace a la página de la organización. Envíeselo a ella y a nadie más:',
      key: 'La clave nueva. No se vuelve a mostrar; entréguesela por un medio seguro:',
      ended: 'La clave se terminó. Ningún programa puede enviar nada con ella.',
    },
    working: 'Cambiando…',
  },
};
