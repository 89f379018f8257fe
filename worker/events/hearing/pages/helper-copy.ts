import type { Language } from '../../../../web/language.ts';

const en = {
  title: 'What you will say: {title}',
  heading: 'Write what you will say',
  lead: 'Write your text here and see how long it takes to read aloud.',
  private: 'Your text is not stored. It stays on your device as long as your browser runs scripts.',
  plain: 'Without scripts, the button sends your text to us to count the words. We do not store it.',
  outlineHeading: 'Four parts of a short speech',
  outline: [
    'Who you are: your name if you like, and your part of the city.',
    'What you ask for, in one sentence.',
    'Why: one thing that you have seen or that you know.',
    'Thank you, and what you ask for once more.',
  ],
  care: 'What is said at a hearing is public and often recorded. Leave out what could identify somebody who needs to be safe.',
  interpreters: 'Interpreters',
  field: 'Your text',
  count: 'Count the words',
  counting: 'Counting…',
  counted: 'Words: {n}. Time to read aloud: about {time} of {minutes}:00 minutes.',
  over: 'Too long: cut about {over} words.',
  paceHint: 'Counted at 130 words a minute.',
  large: 'To read out',
  print: 'Print in large type',
  back: 'Back to the event',
  tooLong: 'Shorten your text to 30,000 characters',
};

const es: typeof en = {
  title: 'Lo que va a decir: {title}',
  heading: 'Escriba lo que va a decir',
  lead: 'Escriba aquí su texto y vea cuánto se tarda en leerlo en voz alta.',
  private: 'Su texto no se guarda. Se queda en su dispositivo mientras su navegador ejecute scripts.',
  plain: 'Sin scripts, el botón nos envía su texto para contar las palabras. No lo guardamos.',
  outlineHeading: 'Cuatro partes de una intervención breve',
  outline: [
    'Quién es usted: su nombre si quiere, y su zona de la ciudad.',
    'Qué pide, en una sola frase.',
    'Por qué: algo que ha visto o que sabe.',
    'Gracias, y una vez más lo que pide.',
  ],
  care: 'Lo que se dice en una audiencia es público y muchas veces se graba. No diga nada que permita reconocer a alguien que necesita estar a salvo.',
  interpreters: 'Intérpretes',
  field: 'Su texto',
  count: 'Contar las palabras',
  counting: 'Contando…',
  counted: 'Palabras: {n}. Tiempo de lectura en voz alta: unos {time} de {minutes}:00 minutos.',
  over: 'Es demasiado largo: quite unas {over} palabras.',
  paceHint: 'Se cuentan 130 palabras por minuto.',
  large: 'Para leer en voz alta',
  print: 'Imprimir en letra grande',
  back: 'Volver al evento',
  tooLong: 'Acorte su texto a 30,000 caracteres',
};

export const helperCopy: Record<Language, typeof en> = { en, es };
