import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Write and publish',
  lead: 'Changes gather in a draft. Nothing of it is public until you publish it.',
  notPublic:
    'Nobody but its organizers sees this campaign yet. It becomes public when you publish this draft for the first time.',
  nothing:
    'There is no draft: what you see on the site is version {number}, since {when}. The first change that you save under “Change the texts” starts one.',
  leftOver: {
    texts:
      '{n, plural, one {One text names} other {# texts name}} {city}, from where you took the campaign. Change {n, plural, one {it} other {them}} before you publish:',
    more: '{n, plural, one {one more} other {# more}}',
    shares:
      '{where}: what each line gets today is an example. Put in the shares of your budget before you publish.',
  },
  noKit:
    'This campaign was opened before its file was kept here. Upload the file that it was opened from, or have it opened once more, and then it can be written here.',
  site: 'The campaign’s public page',
  links: { edit: 'Change the texts', history: 'Versions', kit: 'Kit file', actions: 'Open, close, remove' },
  saved: 'Last saved {when} by {who}.',
  notYet: 'somebody whose access has ended',
  command: 'a command on the server',
  failed: 'It was not published at its time ({when}):',
  failures: {
    moved: 'something else became public meanwhile. Take that in, then publish.',
    'access-ended': 'whoever set the time may no longer write this campaign.',
    'changed-meanwhile': 'the draft changed at that moment.',
  },
  changes: 'What is different from what is public',
  count: '{n, plural, one {# change} other {# changes}}',
  same: 'The draft says the same as what is public.',
  before: 'before',
  after: 'after',
  what: { new: 'New', gone: 'Removed', changed: 'Changed', moved: 'In another order' },
  moreLines: '{n, plural, one {# more line} other {# more lines}}',
  more: 'The first {shown} of {n} changes are shown. All are in the kit file of the draft.',
  problems: {
    heading: 'What has to be mended before it can be published',
    fine: 'Nothing stands in the way of publishing it.',
    edit: 'mend it',
  },
  moved: {
    heading: 'What is public has changed since this draft was started',
    lead: 'Take it into the draft first. Your changes stay.',
    conflicts: 'Both changed these places. Say which words stay:',
    ours: 'ours',
    public: 'public',
    button: 'Take it in',
    keepOurs: 'Take it in, and keep ours there',
    takeTheirs: 'Take it in, and take what is public there',
  },
  publish: {
    heading: 'Publish',
    back: 'To go back later, a button on this page puts the version before into a new draft, which you publish then.',
    note: 'What changed, for the history',
    noteHint: 'Organizers see it. Leave out names and addresses of people.',
    personal:
      'This looks like an address, a phone number or a ZIP code. The history keeps it for good: leave it out.',
    long: 'Use at most 300 characters.',
    closeNow: 'Close what has a last day that has passed',
    now: 'Publish now',
    publishing: 'Publishing…',
    at: 'Or at a time',
    atHint:
      'Day and time on the clock of the city ({zone}). Whatever the draft says at that time is published.',
    day: 'Day',
    time: 'Time',
    timeWrong: 'Give a day and a time to come, within a year, such as 2027-01-31 and 09:00.',
    later: 'Publish at that time',
    is: 'It is published by itself on {when}.',
    not: 'Do not publish it by itself',
  },
  signed: {
    heading: 'People have signed this text: {title}',
    lead: 'What they signed stays what they signed. The changed text becomes a new version, and its page shows your note about it.',
    spelling: 'Only the spelling or the layout changed',
    meaning: 'The meaning changed',
    note: 'Note on the page ({language})',
    noteHint: 'In a sentence. It may stay empty where only the spelling changed.',
    missing: 'Say what was changed in each language.',
    asked: 'Spelling or meaning?',
    answered:
      'These words were answered already, and each answer stays with its question. Only their spelling may change:',
    newQuestion: 'People have answered these words. If their meaning changes, add a new question instead.',
  },
  link: {
    heading: 'Show it to others',
    lead: 'Whoever has the private link sees the draft without signing in. It works until {when}. Search engines do not list it.',
    none: 'Make a private link with which others see the draft without signing in, for 14 days.',
    make: 'Make a link',
    again: 'Make a new link, and end this one',
    end: 'End the link',
  },
  throwAway: {
    heading: 'Throw the draft away',
    lead: 'Everything in it goes. You can undo it for 30 days.',
    button: 'Throw it away',
  },
  goBack: {
    heading: 'Go back',
    lead: 'Version {number} was public before. It is put into a new draft, with what was decided since; you look at it and publish it. What people signed stays as it is.',
    button: 'Put version {number} into a draft',
  },
  refused: {
    'changed-meanwhile':
      'Another organizer changed the draft meanwhile. This is how it is now. Nothing of yours was done yet.',
    moved: 'Something else became public meanwhile. Nothing was published yet.',
    problems: 'It was not published. See below what has to be mended.',
    'not-public-yet':
      'Before the first publishing, the draft is all that there is of the campaign, so it cannot be thrown away. Change it, or leave it as it is: nobody else sees it.',
  },
  languages: { en: 'English', es: 'Spanish' },
  shared: {
    title: 'Draft of {campaign}',
    lead: 'A draft that organizers of {campaign} showed you. It is not public, and it may still change. This link works until {when}.',
    gone: 'This link has ended. Ask whoever sent it to you for a new one.',
    goneTitle: 'The link has ended',
  },
};

const es: typeof en = {
  title: 'Escribir y publicar',
  lead: 'Los cambios se juntan en un borrador. Nada es público hasta que usted lo publique.',
  notPublic:
    'Todavía nadie más que quienes la organizan ve esta campaña. Será pública cuando usted publique este borrador por primera vez.',
  nothing:
    'No hay ningún borrador: lo que se ve en el sitio es la versión {number}, desde el {when}. El primer cambio que guarde en «Cambiar los textos» empieza uno.',
  leftOver: {
    texts:
      '{n, plural, one {Un texto nombra} other {# textos nombran}} {city}, de donde usted tomó la campaña. {n, plural, one {Cámbielo} other {Cámbielos}} antes de publicar:',
    more: '{n, plural, one {uno más} other {# más}}',
    shares:
      '{where}: lo que cada línea recibe hoy es un ejemplo. Ponga la parte de su presupuesto antes de publicar.',
  },
  noKit:
    'Esta campaña se abrió antes de que aquí se guardara su archivo. Suba el archivo con el que se abrió, o pida que se abra otra vez, y entonces podrá escribirla aquí.',
  site: 'La página pública de la campaña',
  links: {
    edit: 'Cambiar los textos',
    history: 'Versiones',
    kit: 'Archivo del kit',
    actions: 'Abrir, cerrar, quitar',
  },
  saved: 'Se guardó por última vez el {when}; lo hizo {who}.',
  notYet: 'alguien que ya no tiene acceso',
  command: 'un comando en el servidor',
  failed: 'No se publicó a su hora ({when}):',
  failures: {
    moved: 'mientras tanto se publicó otra cosa. Inclúyala y publique después.',
    'access-ended': 'quien fijó la hora ya no puede escribir esta campaña.',
    'changed-meanwhile': 'el borrador cambió en ese momento.',
  },
  changes: 'En qué se distingue de lo público',
  count: '{n, plural, one {# cambio} other {# cambios}}',
  same: 'El borrador dice lo mismo que lo público.',
  before: 'antes',
  after: 'después',
  what: { new: 'Nuevo', gone: 'Quitado', changed: 'Cambiado', moved: 'En otro orden' },
  moreLines: '{n, plural, one {# línea más} other {# líneas más}}',
  more: 'Aquí van los primeros {shown} de {n} cambios. Todos están en el archivo del borrador.',
  problems: {
    heading: 'Lo que hay que corregir antes de publicar',
    fine: 'Nada impide publicarlo.',
    edit: 'corregirlo',
  },
  moved: {
    heading: 'Lo público cambió desde que se empezó este borrador',
    lead: 'Inclúyalo primero en el borrador. Sus cambios se quedan.',
    conflicts: 'Los dos cambiaron estos lugares. Diga qué palabras se quedan:',
    ours: 'las nuestras',
    public: 'las públicas',
    button: 'Incluirlo',
    keepOurs: 'Incluirlo y dejar ahí lo nuestro',
    takeTheirs: 'Incluirlo y tomar ahí lo público',
  },
  publish: {
    heading: 'Publicar',
    back: 'Para volver atrás después, un botón de esta página pone la versión anterior en un borrador nuevo, que usted publica.',
    note: 'Qué cambió, para el historial',
    noteHint: 'Lo ven los organizadores. No ponga nombres ni direcciones de personas.',
    personal:
      'Esto parece una dirección, un teléfono o un código postal. El historial lo guarda para siempre: no lo ponga.',
    long: 'Use 300 caracteres como máximo.',
    closeNow: 'Cerrar lo que tiene un último día ya pasado',
    now: 'Publicar ahora',
    publishing: 'Publicando…',
    at: 'O a una hora',
    atHint: 'Día y hora en el reloj de la ciudad ({zone}). Se publica lo que el borrador diga a esa hora.',
    day: 'Día',
    time: 'Hora',
    timeWrong: 'Dé un día y una hora por venir, dentro de un año, como 2027-01-31 y 09:00.',
    later: 'Publicar a esa hora',
    is: 'Se publica solo el {when}.',
    not: 'No publicarlo solo',
  },
  signed: {
    heading: 'Ya hay firmas en este texto: {title}',
    lead: 'Lo que se firmó sigue siendo lo que se firmó. El texto cambiado será otra versión, y su página muestra su nota.',
    spelling: 'Solo cambió la ortografía o el formato',
    meaning: 'Cambió el sentido',
    note: 'Nota en la página ({language})',
    noteHint: 'En una oración. Puede quedar vacía si solo cambió la ortografía.',
    missing: 'Diga qué se cambió en cada idioma.',
    asked: '¿Ortografía o sentido?',
    answered:
      'Ya hay respuestas a estas palabras, y cada respuesta sigue con su pregunta. Solo puede cambiar la ortografía:',
    newQuestion: 'Ya hay respuestas a estas palabras. Si cambia el sentido, añada otra pregunta.',
  },
  link: {
    heading: 'Mostrarlo a otras personas',
    lead: 'Quien tenga el enlace privado ve el borrador sin iniciar sesión. Sirve hasta el {when}. Los buscadores no lo muestran.',
    none: 'Haga un enlace privado con el que otras personas vean el borrador sin iniciar sesión, durante 14 días.',
    make: 'Hacer un enlace',
    again: 'Hacer otro enlace y terminar este',
    end: 'Terminar el enlace',
  },
  throwAway: {
    heading: 'Desechar el borrador',
    lead: 'Se va todo lo que tiene. Puede deshacerlo durante 30 días.',
    button: 'Desecharlo',
  },
  goBack: {
    heading: 'Volver atrás',
    lead: 'Antes era pública la versión {number}. Se pone en un borrador nuevo, con lo que se decidió desde entonces; usted la revisa y la publica. Lo que se firmó queda como está.',
    button: 'Poner la versión {number} en un borrador',
  },
  refused: {
    'changed-meanwhile':
      'Otra persona cambió el borrador mientras tanto. Así está ahora. De lo suyo todavía no se hizo nada.',
    moved: 'Mientras tanto se publicó otra cosa. Todavía no se publicó nada de esto.',
    problems: 'No se publicó. Vea abajo lo que hay que corregir.',
    'not-public-yet':
      'Antes de publicar por primera vez, el borrador es todo lo que hay de la campaña, así que no puede desecharse. Cámbielo o déjelo como está: nadie más lo ve.',
  },
  languages: { en: 'inglés', es: 'español' },
  shared: {
    title: 'Borrador de {campaign}',
    lead: 'Un borrador que le mostraron los organizadores de {campaign}. No es público y todavía puede cambiar. Este enlace sirve hasta el {when}.',
    gone: 'Este enlace terminó. Pida otro a quien se lo envió.',
    goneTitle: 'El enlace terminó',
  },
};

export const writeCopy: Record<Language, typeof en> = { en, es };
