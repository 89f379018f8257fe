import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Embeds',
  open: 'Every site may show the forms of this campaign in a frame.',
  listed: 'Only these sites may show the forms of this campaign in a frame:',
  add: 'Allow a site',
  addFirst: 'From the first site on, all others stop showing the forms.',
  addHint:
    'Such as example.org, which stands for www.example.org too, or *.example.org for all of its names.',
  addButton: 'Allow this site',
  remove: 'Remove',
  openAll: 'Allow every site',
  working: 'Saving…',
  kit: 'A kit file that is opened again sets its own list.',
  caption: 'Where the forms were seen',
  nowhere: 'The forms were seen on no other site so far.',
  columns: { site: 'Site', times: 'Openings', last: 'Last seen' },
  problems: {
    changed:
      'Somebody else has changed the list in the meantime. Nothing was changed; this is how it stands now.',
    'no-host': 'Enter the name of a site, such as example.org',
    'too-many': 'A list holds at most 100 sites. Remove one first',
    known: 'This site is in the list already',
  },
};

export const hostsConsoleCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Inserciones',
    open: 'Cualquier sitio puede mostrar los formularios de esta campaña en un marco.',
    listed: 'Solo estos sitios pueden mostrar los formularios de esta campaña en un marco:',
    add: 'Permitir un sitio',
    addFirst: 'Desde el primer sitio, todos los demás dejan de mostrar los formularios.',
    addHint:
      'Por ejemplo example.org, que vale también para www.example.org, o *.example.org para todos sus nombres.',
    addButton: 'Permitir este sitio',
    remove: 'Quitar',
    openAll: 'Permitir cualquier sitio',
    working: 'Guardando…',
    kit: 'Un archivo de kit que se abre otra vez pone su propia lista.',
    caption: 'Dónde se vieron los formularios',
    nowhere: 'Hasta ahora los formularios no se vieron en ningún otro sitio.',
    columns: { site: 'Sitio', times: 'Veces que se abrió', last: 'Última vez' },
    problems: {
      changed: 'Otra persona cambió la lista mientras tanto. No se cambió nada; así está ahora.',
      'no-host': 'Escriba el nombre de un sitio, por ejemplo example.org',
      'too-many': 'Una lista tiene como máximo 100 sitios. Quite uno primero',
      known: 'Este sitio ya está en la lista',
    },
  },
};
