import type { Language } from '../../web/language.ts';

const en = {
  withFact: {
    petition: {
      message: '{fact} You can help to change that: {ask} Read and sign here: {link}',
      post: '{fact} {ask} {link}',
      email:
        'Hello,\n\n{fact}\nSource: {source}\n\nThe petition “{title}” asks our council: {ask}\n\nRead it and sign here. It takes about a minute:\n{link}\n\nThank you.',
    },
    survey: {
      message: '{ask} Your answers are counted and go to our council: {link}',
      post: '{ask} Your answers go to the council: {link}',
      email:
        'Hello,\n\nOur council should hear from many people. {ask}\n\nAnswer here. You can skip what you like:\n{link}\n\n{fact}\nSource: {source}\n\nThank you.',
    },
  },
  /** For a campaign without a headline fact. */
  withoutFact: {
    petition: {
      message: 'Our council should hear from many people. {ask} Read and sign here: {link}',
      post: '{ask} {link}',
      email:
        'Hello,\n\nThe petition “{title}” asks our council: {ask}\n\nRead it and sign here. It takes about a minute:\n{link}\n\nThank you.',
    },
    survey: {
      message: '{ask} Your answers are counted and go to our council: {link}',
      post: '{ask} Your answers go to the council: {link}',
      email:
        'Hello,\n\nOur council should hear from many people. {ask}\n\nAnswer here. You can skip what you like:\n{link}\n\nThank you.',
    },
  },
};

/** What is sent on where the kit has no words of its own. */
export const copy: Record<Language, typeof en> = {
  en,
  es: {
    withFact: {
      petition: {
        message: '{fact} Usted puede ayudar a cambiarlo: {ask} Lea y firme aquí: {link}',
        post: '{fact} {ask} {link}',
        email:
          'Hola:\n\n{fact}\nFuente: {source}\n\nLa petición «{title}» le pide a nuestro concejo: {ask}\n\nLéala y firme aquí. Toma cerca de un minuto:\n{link}\n\nGracias.',
      },
      survey: {
        message: '{ask} Sus respuestas cuentan y llegan a nuestro concejo: {link}',
        post: '{ask} Sus respuestas llegan al concejo: {link}',
        email:
          'Hola:\n\nNuestro concejo debe oír a mucha gente. {ask}\n\nResponda aquí. Puede omitir lo que quiera:\n{link}\n\n{fact}\nFuente: {source}\n\nGracias.',
      },
    },
    withoutFact: {
      petition: {
        message: 'Nuestro concejo debe oír a mucha gente. {ask} Lea y firme aquí: {link}',
        post: '{ask} {link}',
        email:
          'Hola:\n\nLa petición «{title}» le pide a nuestro concejo: {ask}\n\nLéala y firme aquí. Toma cerca de un minuto:\n{link}\n\nGracias.',
      },
      survey: {
        message: '{ask} Sus respuestas cuentan y llegan a nuestro concejo: {link}',
        post: '{ask} Sus respuestas llegan al concejo: {link}',
        email:
          'Hola:\n\nNuestro concejo debe oír a mucha gente. {ask}\n\nResponda aquí. Puede omitir lo que quiera:\n{link}\n\nGracias.',
      },
    },
  },
};
