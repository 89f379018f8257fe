import type { Language } from '../../../web/language.ts';

const en = {
  heading: 'What you answered',
  earlier: 'Some questions have changed since. Below is what you answered then.',
  none: 'You did not answer any question.',
  share: 'Your own words',
  words: {
    waiting:
      'You let {whole, select, yes {the council} other {the committee}} read them, without your name. An organizer of the campaign reads them first.',
    shown: '{whole, select, yes {The council} other {The committee}} can read them, without your name.',
    hidden:
      'An organizer decided not to pass them on. If you think this is a mistake, write to the campaign.',
    kept: 'Counted with your answers and passed on to nobody.',
  },
  change: 'Change your answers',
  toCity: 'Take these answers to the city’s own survey',
  edit: {
    title: 'Change your answers',
    lead: {
      my: 'What you save here replaces your earlier answers, and the counts change with it.',
      confirm:
        'Nothing counts yet. When you have saved, the page with the button comes back and shows what you changed.',
    },
    share:
      'Let {whole, select, yes {the council} other {the committee}} read what I wrote in my own words, without my name',
    shareHint: 'An organizer reads it first.',
    button: 'Save your answers',
    working: 'Saving…',
    back: { my: 'Back to your own page', confirm: 'Back without changing anything' },
    changed:
      'This survey has changed since you opened this page, so nothing was saved. What you entered is still here, except what no longer fits.',
    'read-only':
      'Nothing can be stored at the moment. What you entered is still here: press the button again in a few minutes',
    none: {
      my: 'Answer at least one question. To take back everything that you answered, withdraw your answers',
      confirm:
        'Answer at least one question. If you do not want to answer after all, leave this page: nothing counts',
    },
    withdraw: 'Withdraw your answers on your own page instead',
    settledTitle: 'These answers can no longer be changed',
    settled: 'They are no longer counted. Your own page says why.',
  },
};

export const supporterCopy: Record<Language, typeof en> = {
  en,
  es: {
    heading: 'Lo que usted respondió',
    earlier: 'Algunas preguntas han cambiado desde entonces. Esto es lo que usted respondió.',
    none: 'Usted no respondió ninguna pregunta.',
    share: 'Sus propias palabras',
    words: {
      waiting:
        'Usted permite que {whole, select, yes {el concejo} other {el comité}} las lea, sin su nombre. Antes las lee alguien de la organización.',
      shown: '{whole, select, yes {El concejo} other {El comité}} puede leerlas, sin su nombre.',
      hidden: 'La organización decidió no transmitirlas. Si cree que es un error, escriba a la campaña.',
      kept: 'Se cuentan con sus respuestas y no se transmiten a nadie.',
    },
    change: 'Cambiar sus respuestas',
    toCity: 'Llevar estas respuestas a la encuesta de la ciudad',
    edit: {
      title: 'Cambie sus respuestas',
      lead: {
        my: 'Lo que guarde aquí reemplaza lo que respondió. Los totales cambian con ello.',
        confirm:
          'Todavía no cuenta nada. Al guardar volverá a la página donde se confirma, con sus cambios a la vista.',
      },
      share:
        'Permitir que {whole, select, yes {el concejo} other {el comité}} lea lo que escribí con mis propias palabras, sin mi nombre',
      shareHint: 'Antes lo lee alguien de la organización.',
      button: 'Guardar sus respuestas',
      working: 'Guardando…',
      back: { my: 'Volver a su propia página', confirm: 'Volver sin cambiar nada' },
      changed:
        'La encuesta ha cambiado desde que abrió esta página, así que no se guardó nada. Lo que escribió sigue aquí, salvo lo que ya no corresponde.',
      'read-only':
        'Por el momento no se puede guardar nada. Lo que escribió sigue aquí: pulse el botón otra vez en unos minutos',
      none: {
        my: 'Responda al menos una pregunta. Para quitar todo lo que respondió, retire sus respuestas',
        confirm:
          'Responda al menos una pregunta. Si al final no quiere responder, salga de esta página: no cuenta nada',
      },
      withdraw: 'Mejor retirar sus respuestas en su propia página',
      settledTitle: 'Estas respuestas ya no se pueden cambiar',
      settled: 'Ya no se cuentan. Su propia página dice por qué.',
    },
  },
};
