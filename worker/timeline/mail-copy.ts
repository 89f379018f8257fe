import type { Language } from '../../web/language.ts';

const en = {
  masthead: 'Undersigned, the console',
  week: {
    subject: 'Ends in a week: {title}',
    text: '“{title}”, on the timeline of “{campaign}”, ends on {date}.',
  },
  late: {
    subject: 'Has it been done? {title}',
    text: '“{title}”, on the timeline of “{campaign}”, was to end on {date}. Nobody has marked it as done.',
  },
  how: 'If it is done, say so on its page. If it needs more time, give it another end.',
  button: 'Open it in the console',
  why: 'You get this mail because this is yours, or because you wrote it down last. Each of the two reminders comes once.',
};

export const mailCopy: Record<Language, typeof en> = {
  en,
  es: {
    masthead: 'Undersigned, la consola',
    week: {
      subject: 'Termina en una semana: {title}',
      text: '«{title}», en el calendario de «{campaign}», termina el {date}.',
    },
    late: {
      subject: '¿Ya está hecho? {title}',
      text: '«{title}», en el calendario de «{campaign}», debía terminar el {date}. Nadie lo ha marcado como hecho.',
    },
    how: 'Si está hecho, dígalo en su página. Si necesita más tiempo, póngale otro final.',
    button: 'Abrirlo en la consola',
    why: 'Usted recibe este correo porque esto está a su cargo o porque fue quien lo anotó por última vez. Cada uno de los dos avisos llega una sola vez.',
  },
};
