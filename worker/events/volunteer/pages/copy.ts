import type { Language } from '../../../../web/language.ts';

const en = {
  title: 'Your hours',
  lead: 'How long did you help? You can change it or take it back. Organizers see only the sum of all, and only once five people have reported.',
  label: 'Hours',
  hint: 'From 0 to 24, in quarters of an hour: 2, 2.25 or 2.5.',
  wrong: 'Enter hours from 0 to 24, in quarters: 2, 2.25, 2.5 or 2.75',
  button: 'Save',
  working: 'Saving…',
  reported: 'You have reported {hours} hours.',
  takeBack: 'Take it back',
  back: 'Back to your own page',
  link: 'Report your hours',
  change: 'You have reported {hours} hours. Change or take them back',
  total: 'Hours of volunteers: {hours} in all, reported by {reports}.',
  few: 'Hours of volunteers are shown as a sum once five have reported.',
};

export const hoursCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Sus horas',
    lead: '¿Cuánto tiempo ayudó? Puede cambiarlo o quitarlo. La organización solo ve la suma de todas, y solo cuando cinco personas las hayan contado.',
    label: 'Horas',
    hint: 'De 0 a 24, en cuartos de hora: 2, 2.25 o 2.5.',
    wrong: 'Escriba horas de 0 a 24, en cuartos: 2, 2.25, 2.5 o 2.75',
    button: 'Guardar',
    working: 'Guardando…',
    reported: 'Usted ha contado {hours} horas.',
    takeBack: 'Quitarlas',
    back: 'Volver a su propia página',
    link: 'Contar sus horas',
    change: 'Usted ha contado {hours} horas. Cambiarlas o quitarlas',
    total: 'Personas voluntarias que contaron sus horas: {reports}. En total: {hours} horas.',
    few: 'Las horas se muestran como suma cuando cinco personas las hayan contado.',
  },
};
