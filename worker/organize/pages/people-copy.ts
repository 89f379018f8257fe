import type { Language } from '../../../web/language.ts';

const en = {
  title: 'People',
  lead: 'Who may come in here, and what each may do. Access that nobody uses for 90 days ends by itself.',
  caption: 'People of this campaign',
  columns: {
    who: 'Who',
    role: 'Role',
    since: 'Since',
    used: 'Last used',
    keys: 'Passkeys',
    change: 'Change',
  },
  you: '(you)',
  ended: 'ended {date}',
  never: 'never',
  roles: {
    owner: 'Owner: everything, people and exports too',
    editor: 'Editor: texts, news, partners, and what moderators do',
    moderator: 'Moderator: names, comments, duplicates, paper',
    viewer: 'Viewer: numbers',
  },
  role: 'Role',
  save: 'Change the role',
  end: 'End the access',
  recover: 'Let them begin again with a new passkey',
  recoverHint: 'Only after you have spoken with them. Their passkeys end and they are signed out.',
  working: 'Saving…',
  invite: {
    heading: 'Invite somebody',
    email: 'Email address',
    hint: 'We write to them. They come in by a link sent to this address.',
    button: 'Invite',
    error: 'Enter an email address, such as name@example.org',
  },
  refused: {
    title: 'Nothing was changed',
    texts: {
      changed:
        'A campaign needs an owner: make somebody else one first. Or this access has changed in the meantime.',
      inside: 'This person has access already. Change their role in the list.',
      elsewhere:
        'This person also works on a campaign that you do not own. Ask its owner to do it, or whoever runs this site.',
    },
    back: 'Back to the people',
  },
};

export const peopleCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Personas',
    lead: 'Quién puede entrar aquí y qué puede hacer. Un acceso que nadie usa termina solo a los 90 días.',
    caption: 'Personas de esta campaña',
    columns: {
      who: 'Quién',
      role: 'Función',
      since: 'Desde',
      used: 'Último uso',
      keys: 'Llaves de acceso',
      change: 'Cambiar',
    },
    you: '(usted)',
    ended: 'terminó el {date}',
    never: 'nunca',
    roles: {
      owner: 'Responsable: todo, también personas y exportaciones',
      editor: 'Edición: textos, noticias, aliados y lo que hace moderación',
      moderator: 'Moderación: nombres, comentarios, duplicados, papel',
      viewer: 'Solo lectura: números',
    },
    role: 'Función',
    save: 'Cambiar la función',
    end: 'Terminar el acceso',
    recover: 'Dejarle empezar de nuevo con otra llave de acceso',
    recoverHint: 'Solo después de hablar con esa persona. Sus llaves terminan y se cierra su sesión.',
    working: 'Guardando…',
    invite: {
      heading: 'Invitar a alguien',
      email: 'Correo electrónico',
      hint: 'Le escribimos. Entra con un enlace que se envía a esta dirección.',
      button: 'Invitar',
      error: 'Escriba un correo electrónico, como nombre@example.org',
    },
    refused: {
      title: 'No se cambió nada',
      texts: {
        changed:
          'Una campaña necesita una persona responsable: nombre antes a otra. O este acceso cambió mientras tanto.',
        inside: 'Esta persona ya tiene acceso. Cambie su función en la lista.',
        elsewhere:
          'Esta persona también trabaja en una campaña de la que usted no es responsable. Pídaselo a quien lo sea, o a quien administra este sitio.',
      },
      back: 'Volver a las personas',
    },
  },
};
