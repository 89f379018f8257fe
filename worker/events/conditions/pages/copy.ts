import type { Language } from '../../../../web/language.ts';

const en = {
  asks: 'Before you have a place: {what}.',
  norms: 'agree to the norms',
  training: 'finish the training',
  and: '{one} and {other}',
  normsText: 'The norms, version {version} of {date}',
  agree: 'I agree to these norms',
  only: 'Only for: {roles}.',
  certificate: 'Certificate of the training',
  later:
    'Paste its text. Or leave this empty, sign up now and show it later on the page that our email leads to. You have no place until then.',
  paste: 'Paste its text here.',
  take: 'Take the training first. It opens in a new tab, and what you entered here stays.',
  kept: 'We do not store the certificate, and nobody here learns your answers. We only note that you finished these lessons, and when.',
  error: {
    norms: {
      missing: 'Agree to the norms. This shift asks for it',
      changed: 'The norms have changed. Read them again, and agree to the text that stands now',
    },
    certificate: {
      missing: 'Show the certificate of the training. This shift asks for it',
      'not-certificate':
        'This is no certificate of the training. Paste all of its text, which has two dots in it',
      altered: 'This certificate was changed after it was made. Use the one that the training gave you',
      'other-training': 'This certificate is of another training. Take the one that is linked here',
      'other-lessons':
        'This certificate does not have all lessons that the shift asks for. Take the training as it is now',
    },
  },
};

export const conditionsCopy: Record<Language, typeof en> = {
  en,
  es: {
    asks: 'Antes de tener lugar: {what}.',
    norms: 'aceptar las normas',
    training: 'terminar la formación',
    and: '{one} y {other}',
    normsText: 'Las normas, versión {version} del {date}',
    agree: 'Acepto estas normas',
    only: 'Solo para: {roles}.',
    certificate: 'Certificado de la formación',
    later:
      'Pegue su texto. O deje esto vacío, inscríbase ahora y muéstrelo después en la página a la que lleva nuestro correo. Hasta entonces no tiene lugar.',
    paste: 'Pegue aquí su texto.',
    take: 'Haga primero la formación. Se abre en otra pestaña, y lo que escribió aquí se queda.',
    kept: 'No guardamos el certificado, y aquí nadie conoce sus respuestas. Solo anotamos que terminó estas lecciones, y cuándo.',
    error: {
      norms: {
        missing: 'Acepte las normas. Este turno lo pide',
        changed: 'Las normas cambiaron. Léalas de nuevo y acepte el texto que vale ahora',
      },
      certificate: {
        missing: 'Muestre el certificado de la formación. Este turno lo pide',
        'not-certificate':
          'Esto no es un certificado de la formación. Pegue todo su texto, en el que hay dos veces un punto (.)',
        altered: 'Este certificado se cambió después de hacerse. Use el que le dio la formación',
        'other-training': 'Este certificado es de otra formación. Haga la que está enlazada aquí',
        'other-lessons':
          'A este certificado le faltan lecciones que el turno pide. Haga la formación como es ahora',
      },
    },
  },
};
