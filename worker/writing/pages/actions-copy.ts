import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Open, close, remove',
  lead: 'What people can sign or answer. Each decision is in the log with your reason, and most can be undone.',
  means: {
    open: 'Opening: people can sign it from its first day on.',
    close:
      'Closing: nobody can sign it any more. {days} days later personal data is erased, announced a week before; counts stay.',
    reopen: 'Opening again: people can sign it again, without an end if its last day has passed.',
    reject: 'Rejecting: its page says that it was rejected and why. Nobody can sign it.',
    remove:
      'Removing: its page only says that it was removed. Nobody can sign it, and personal data is erased as after closing.',
  },
  states: {
    draft: 'draft: not public',
    submitted: 'submitted: not public',
    open: 'open',
    closed: 'closed',
    rejected: 'rejected',
    removed: 'removed',
  },
  until: 'last day {day}',
  closedOn: 'closed on {day}',
  erased: 'Its personal data is erased, so nothing can be decided any more.',
  decisions: { open: 'Open', close: 'Close', reopen: 'Open again', reject: 'Reject', remove: 'Remove' },
  undo: 'Undo',
  reason: 'Reason, for the log',
  rejection: 'Why it is rejected, shown on its page ({language})',
  languages: { en: 'English', es: 'Spanish' },
  errors: {
    reason: 'Give a reason, with at most 300 characters.',
    personal:
      'This looks like an address, a phone number or a ZIP code. The log keeps it for good: leave it out.',
    rejection: 'Say why in each language, with at most 500 characters.',
    changed: 'Somebody else has decided this meanwhile. This is how it is now.',
  },
  none: 'There is no petition or survey yet.',
  back: 'Write and publish',
};

const es: typeof en = {
  title: 'Abrir, cerrar, quitar',
  lead: 'Lo que se puede firmar o responder. Cada decisión queda en el registro con su razón, y casi todas se pueden deshacer.',
  means: {
    open: 'Abrir: se puede firmar desde su primer día.',
    close:
      'Cerrar: ya no se puede firmar. {days} días después se borran los datos personales, con aviso una semana antes; los recuentos se quedan.',
    reopen: 'Abrir de nuevo: se puede firmar otra vez, sin fin si su último día ya pasó.',
    reject: 'Rechazar: su página dice que se rechazó y por qué. No se puede firmar.',
    remove:
      'Quitar: su página solo dice que se quitó. No se puede firmar, y los datos personales se borran como después de cerrar.',
  },
  states: {
    draft: 'borrador: no es público',
    submitted: 'presentada: no es pública',
    open: 'abierta',
    closed: 'cerrada',
    rejected: 'rechazada',
    removed: 'quitada',
  },
  until: 'último día: {day}',
  closedOn: 'cerrada el {day}',
  erased: 'Sus datos personales están borrados, así que ya no hay nada que decidir.',
  decisions: {
    open: 'Abrir',
    close: 'Cerrar',
    reopen: 'Abrir de nuevo',
    reject: 'Rechazar',
    remove: 'Quitar',
  },
  undo: 'Deshacer',
  reason: 'Razón, para el registro',
  rejection: 'Por qué se rechaza; se ve en su página ({language})',
  languages: { en: 'inglés', es: 'español' },
  errors: {
    reason: 'Dé una razón, de 300 caracteres como máximo.',
    personal:
      'Esto parece una dirección, un teléfono o un código postal. El registro lo guarda para siempre: no lo ponga.',
    rejection: 'Diga por qué en cada idioma, con 500 caracteres como máximo.',
    changed: 'Otra persona lo decidió mientras tanto. Así está ahora.',
  },
  none: 'Todavía no hay ninguna petición ni encuesta.',
  back: 'Escribir y publicar',
};

export const actionsCopy: Record<Language, typeof en> = { en, es };
