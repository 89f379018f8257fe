import type { Language } from '../../../web/language.ts';

const en = {
  home: {
    title: 'Petitions your council can count on',
    lead: 'Sign once, be counted once, and see what your city council is told. No account, no cookies.',
    heading: 'Campaigns',
    none: 'There is no campaign here yet.',
    signed:
      '{n, plural, =0 {No one has signed yet} one {One person has signed} other {{count} people have signed}}',
    answered:
      '{n, plural, =0 {No one has answered the survey yet} one {One person has answered the survey} other {{count} people have answered the survey}}',
  },
  countdown: '{days, plural, =0 {Today: {name}} one {Tomorrow: {name}} other {In # days: {name}}}',
  actions: 'What you can do',
  signed:
    '{n, plural, =0 {No one has signed yet.} one {One person has signed.} other {{count} people have signed.}}',
  answered:
    '{n, plural, =0 {No one has answered yet.} one {One person has answered.} other {{count} people have answered.}}',
  goal: '{n, plural, =0 {No one has signed yet. The next threshold is {goal}.} one {One person has signed. The next threshold is {goal}.} other {{count} people have signed. The next threshold is {goal}.}}',
  facts: 'What is known',
  decides: {
    heading: 'Who decides',
    majority:
      '{council} has {seats, plural, one {# seat} other {# seats}}. A majority of {majority} decides.',
    committees: 'Who advises',
    seats: 'The seats',
  },
  timeline: 'What happens when',
  share: 'Tell others',
  hotline: {
    heading: 'If someone needs help now',
    text: 'Call the National Human Trafficking Hotline, 1-888-373-7888, at any hour. In danger, call 911. This site takes no reports of crimes.',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    home: {
      title: 'Peticiones con las que su concejo puede contar',
      lead: 'Firme una vez, cuente una vez y vea lo que recibe su concejo municipal. Sin cuenta y sin cookies.',
      heading: 'Campañas',
      none: 'Todavía no hay ninguna campaña.',
      signed:
        '{n, plural, =0 {Nadie ha firmado todavía} one {Una persona ha firmado} other {{count} personas han firmado}}',
      answered:
        '{n, plural, =0 {Nadie ha respondido la encuesta todavía} one {Una persona ha respondido la encuesta} other {{count} personas han respondido la encuesta}}',
    },
    countdown: '{days, plural, =0 {Hoy: {name}} one {Mañana: {name}} other {Dentro de # días: {name}}}',
    actions: 'Lo que usted puede hacer',
    signed:
      '{n, plural, =0 {Nadie ha firmado todavía.} one {Una persona ha firmado.} other {{count} personas han firmado.}}',
    answered:
      '{n, plural, =0 {Nadie ha respondido todavía.} one {Una persona ha respondido.} other {{count} personas han respondido.}}',
    goal: '{n, plural, =0 {Nadie ha firmado todavía. La próxima meta es {goal}.} one {Una persona ha firmado. La próxima meta es {goal}.} other {{count} personas han firmado. La próxima meta es {goal}.}}',
    facts: 'Lo que se sabe',
    decides: {
      heading: 'Quién decide',
      majority:
        '{council} tiene {seats, plural, one {# puesto} other {# puestos}}. Decide una mayoría de {majority}.',
      committees: 'Quién recomienda',
      seats: 'Los puestos',
    },
    timeline: 'Qué pasa y cuándo',
    share: 'Cuéntelo',
    hotline: {
      heading: 'Si alguien necesita ayuda ahora',
      text: 'Llame a la Línea Nacional contra la Trata de Personas, 1-888-373-7888, a cualquier hora. Si hay peligro, llame al 911. Este sitio no recibe denuncias de delitos.',
    },
  },
};
