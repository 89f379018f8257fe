import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Tell supporters of the answers',
  lead: 'Who signed “{title}” and checked that the campaign may write gets one mail. An inbox gets it once. Who has erased, withdrawn or unchecked gets none, and neither do addresses that bounced or complained.',
  back: 'All official answers',
  nothing: 'There is no answer that supporters were not told of.',
  untold:
    '{n, plural, one {Supporters were not told of one answer yet.} other {Supporters were not told of # answers yet.}}',
  subject: 'Subject, in {language}',
  subjectHint: 'At most 120 characters. It shows on locked phones: give nobody away.',
  longSubject: 'Shorten the subject to 120 characters.',
  count: 'Count who gets it',
  send: '{n, plural, one {Send it to one person} other {Send it to {count} people}}',
  said: {
    counting:
      'Counting. {n, plural, one {One person so far.} other {{count} people so far.}} Load this page again in a moment.',
    ready:
      '{n, plural, =0 {Nobody would get it.} one {One person gets it.} other {{count} people get it.}} A mail that was sent cannot be taken back.',
    sending: 'Sending: {mailed} of {people}. It goes on by itself.',
    paused: 'Paused: {mailed} of {people} got it.',
  },
  why: {
    bounces: 'Too many addresses rejected it, more than 5%. Look at how the mail fares before it goes on.',
    complaints: 'Too many people called it spam, more than 0.2%. Find out why before it goes on.',
  },
  resume: 'Go on',
  stop: 'Stop',
  drop: 'Tell nobody',
  working: 'Working…',
  changed: 'This has changed in the meantime. Nothing was done; look again.',
  preview: 'What they get, in {language}',
  languages: { en: 'English', es: 'Spanish' },
  earlier: 'Earlier mails',
  caption: 'Mails about answers to this petition',
  columns: { when: 'When', state: 'Status', people: 'Counted', mailed: 'Mailed' },
  states: {
    paused: 'paused',
    done: 'sent',
    stopped: 'stopped',
    counting: 'counting',
    ready: 'counted',
    sending: 'sending',
  },
};

export const mailingCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Contar las respuestas a quienes firmaron',
    lead: 'Quien firmó «{title}» y marcó que la campaña puede escribirle recibe un correo. A cada buzón llega una sola vez. No lo recibe quien borró o retiró su firma, quien quitó la marca ni las direcciones que rechazaron el correo o se quejaron.',
    back: 'Todas las respuestas oficiales',
    nothing: 'No hay respuestas por contar a quienes firmaron.',
    untold:
      '{n, plural, one {Queda una respuesta por contar a quienes firmaron.} other {Quedan # respuestas por contar a quienes firmaron.}}',
    subject: 'Asunto, en {language}',
    subjectHint: '120 caracteres como máximo. Se ve en teléfonos bloqueados: que no delate a nadie.',
    longSubject: 'Acorte el asunto a 120 caracteres.',
    count: 'Contar quién lo recibe',
    send: '{n, plural, one {Enviarlo a una persona} other {Enviarlo a {count} personas}}',
    said: {
      counting:
        'Contando. {n, plural, one {Una persona hasta ahora.} other {{count} personas hasta ahora.}} Vuelva a cargar esta página en un momento.',
      ready:
        '{n, plural, =0 {Nadie lo recibiría.} one {Lo recibe una persona.} other {Lo reciben {count} personas.}} Un correo enviado no se puede deshacer.',
      sending: 'Enviando: {mailed} de {people}. Sigue por sí solo.',
      paused: 'En pausa: lo recibieron {mailed} de {people}.',
    },
    why: {
      bounces:
        'Lo rechazaron demasiadas direcciones, más del 5 %. Mire cómo van los correos antes de seguir.',
      complaints:
        'Demasiadas personas lo marcaron como correo no deseado, más del 0.2 %. Averigüe por qué antes de seguir.',
    },
    resume: 'Seguir',
    stop: 'Detener',
    drop: 'No contarlo a nadie',
    working: 'Un momento…',
    changed: 'Esto cambió mientras tanto. No se hizo nada; mire otra vez.',
    preview: 'Lo que reciben, en {language}',
    languages: { en: 'inglés', es: 'español' },
    earlier: 'Correos anteriores',
    caption: 'Correos sobre las respuestas a esta petición',
    columns: { when: 'Cuándo', state: 'Situación', people: 'Contadas', mailed: 'Enviados' },
    states: {
      paused: 'en pausa',
      done: 'enviado',
      stopped: 'detenido',
      counting: 'contando',
      ready: 'contado',
      sending: 'enviando',
    },
  },
};
