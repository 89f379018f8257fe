import type { Language } from '../language.ts';

const en = {
  given_name: {
    missing: 'Enter your given name',
    'too-long': 'Your given name is longer than we can keep. Enter a shorter form of it',
    'bad-characters': 'Your given name has characters that we cannot keep. Type it again',
    'same-person':
      'Another signature from this email address has this name and already counts. Enter your own name, or withdraw this signature',
  },
  family_name: {
    missing: 'Enter your family name',
    'too-long': 'Your family name is longer than we can keep. Enter a shorter form of it',
    'bad-characters': 'Your family name has characters that we cannot keep. Type it again',
  },
  email: {
    missing: 'Enter your email address',
    'too-long': 'Your email address is too long. Check it for a mistake',
    'bad-characters': 'Your email address has characters that addresses do not have. Type it again',
    'not-an-address': 'Enter an email address like name@example.com',
  },
  zip: {
    missing: 'Enter your ZIP code',
    'too-long': 'Enter a ZIP code of five digits, like 28202',
    'bad-characters': 'Enter a ZIP code of five digits, like 28202',
    'not-a-zip': 'Enter a ZIP code of five digits, like 28202',
    'shared-inbox':
      'Another person has signed from this email address, and two people can do so only if they share a ZIP code. Enter the ZIP code you share',
  },
  district: {
    missing: 'Choose where you live, or “I am not sure”',
    'not-one-of': 'Choose one of the places in the list, or “I am not sure”',
  },
  street: {
    missing: 'Enter your street and house number',
    'too-long': 'Your street is longer than we can keep. Enter the street and number only',
    'bad-characters': 'Your street has characters that we cannot keep. Type it again',
  },
  comment: {
    'too-long': 'Your comment is too long. Shorten it to 1,000 characters',
    'bad-characters': 'Your comment has characters that we cannot keep. Type it again',
  },
  form_token: {
    missing: 'This page did not load completely. Press the button again',
    stale: 'This page was open for too long. What you entered is still here: press the button again',
    'too-quick': 'That was faster than a person can type. Wait a few seconds, then press the button again',
    'not-verified': 'We could not check that a person sent this. Press the button again',
    limit: 'Too many signatures came from this connection. Wait a minute, then press the button again',
    'limit-today':
      'Too many signatures came from this connection today. Sign from another connection, or tomorrow',
    overloaded:
      'Many people are signing right now. What you entered is still here: wait a few seconds, then press the button again',
    'signing-paused':
      'Signing is paused, so your signature was not stored. What you entered is still here: press the button again in a few minutes',
    'not-a-token': 'This must be 16 to 64 letters, digits, hyphens or underscores, or be left out',
  },
  website: {
    'leave-empty':
      'Your browser or password manager filled in the field “Leave this empty”. We have cleared it: press the button again',
  },
  source: { 'not-yours': 'Use one of your own sources. If you have none, ask the campaign' },
  show_name: {},
  keep_informed: {},
  partner_contact: {},
  any: {
    missing: 'Something is missing. Check the form and press the button again',
    'too-long': 'One entry is too long. Shorten it and press the button again',
    'bad-characters': 'One entry has characters that we cannot keep. Type it again',
    'not-one-of': 'Choose one of the answers on the page',
    'not-an-address': 'Enter an email address like name@example.com',
    'not-a-zip': 'Enter a ZIP code of five digits, like 28202',
    'sent-twice': 'The form sent two answers to one question. Enter it once and press the button again',
    stale: 'This page was open for too long. Press the button again',
    'too-quick': 'Wait a few seconds, then press the button again',
    'leave-empty':
      'Your browser or password manager filled in the field “Leave this empty”. We have cleared it: press the button again',
    'not-verified': 'We could not check that a person sent this. Press the button again',
    limit: 'Too many requests came from this connection. Wait a minute, then press the button again',
    'limit-today':
      'Too many requests came from this connection today. Try from another connection, or tomorrow',
    'read-only':
      'Nothing can be stored at the moment. What you entered is still here: press the button again in a few minutes',
    'not-text': 'This must be text',
    other: 'Check this entry and press the button again',
  },
};

const zipEs = 'Escriba un código postal de cinco cifras, como 28202';

export const errorCopy: Record<Language, typeof en> = {
  en,
  es: {
    given_name: {
      missing: 'Escriba su nombre',
      'too-long': 'Su nombre es más largo de lo que podemos guardar. Escriba una forma más corta',
      'bad-characters': 'Su nombre tiene caracteres que no podemos guardar. Escríbalo de nuevo',
      'same-person':
        'Otra firma desde este correo lleva este nombre y ya cuenta. Escriba su propio nombre o retire esta firma',
    },
    family_name: {
      missing: 'Escriba su apellido',
      'too-long': 'Su apellido es más largo de lo que podemos guardar. Escriba una forma más corta',
      'bad-characters': 'Su apellido tiene caracteres que no podemos guardar. Escríbalo de nuevo',
    },
    email: {
      missing: 'Escriba su correo electrónico',
      'too-long': 'Su correo electrónico es demasiado largo. Revise si hay un error',
      'bad-characters':
        'Su correo electrónico tiene caracteres que los correos no llevan. Escríbalo de nuevo',
      'not-an-address': 'Escriba un correo electrónico como nombre@ejemplo.com',
    },
    zip: {
      missing: 'Escriba su código postal',
      'too-long': zipEs,
      'bad-characters': zipEs,
      'not-a-zip': zipEs,
      'shared-inbox':
        'Otra persona firmó desde este correo, y dos personas solo pueden hacerlo si comparten el código postal. Escriba el código postal que comparten',
    },
    district: {
      missing: 'Elija dónde vive, o «No lo sé»',
      'not-one-of': 'Elija uno de los lugares de la lista, o «No lo sé»',
    },
    street: {
      missing: 'Escriba su calle y número',
      'too-long': 'Su calle es más larga de lo que podemos guardar. Escriba solo la calle y el número',
      'bad-characters': 'Su calle tiene caracteres que no podemos guardar. Escríbala de nuevo',
    },
    comment: {
      'too-long': 'Su comentario es demasiado largo. Acórtelo a 1,000 caracteres',
      'bad-characters': 'Su comentario tiene caracteres que no podemos guardar. Escríbalo de nuevo',
    },
    form_token: {
      missing: 'Esta página no se cargó completa. Pulse el botón otra vez',
      stale:
        'Esta página estuvo abierta demasiado tiempo. Lo que escribió sigue aquí: pulse el botón otra vez',
      'too-quick':
        'Fue más rápido de lo que una persona escribe. Espere unos segundos y pulse el botón otra vez',
      'not-verified': 'No pudimos comprobar que lo envió una persona. Pulse el botón otra vez',
      limit: 'Llegaron demasiadas firmas desde esta conexión. Espere un minuto y pulse el botón otra vez',
      'limit-today':
        'Hoy llegaron demasiadas firmas desde esta conexión. Firme desde otra conexión o espere a mañana',
      overloaded:
        'En este momento firma muchísima gente. Lo que usted escribió sigue aquí: espere unos segundos y pulse el botón otra vez',
      'signing-paused':
        'Las firmas están en pausa, así que la suya no se guardó. Lo que escribió sigue aquí: pulse el botón otra vez en unos minutos',
      'not-a-token': 'Debe tener de 16 a 64 letras, cifras, guiones o guiones bajos, o no enviarse',
    },
    website: {
      'leave-empty':
        'Su navegador o su gestor de contraseñas rellenó el campo «Deje esto vacío». Ya lo vaciamos: pulse el botón otra vez',
    },
    source: { 'not-yours': 'Nombre un medio propio. Si no tiene ninguno, pídalo a la campaña' },
    show_name: {},
    keep_informed: {},
    partner_contact: {},
    any: {
      missing: 'Falta algo. Revise el formulario y pulse el botón otra vez',
      'too-long': 'Una respuesta es demasiado larga. Acórtela y pulse el botón otra vez',
      'bad-characters': 'Una respuesta tiene caracteres que no podemos guardar. Escríbala de nuevo',
      'not-one-of': 'Elija una de las respuestas de la página',
      'not-an-address': 'Escriba un correo electrónico como nombre@ejemplo.com',
      'not-a-zip': zipEs,
      'sent-twice':
        'El formulario envió dos respuestas a una pregunta. Escríbala una vez y pulse el botón otra vez',
      stale: 'Esta página estuvo abierta demasiado tiempo. Pulse el botón otra vez',
      'too-quick': 'Espere unos segundos y pulse el botón otra vez',
      'leave-empty':
        'Su navegador o su gestor de contraseñas rellenó el campo «Deje esto vacío». Ya lo vaciamos: pulse el botón otra vez',
      'not-verified': 'No pudimos comprobar que lo envió una persona. Pulse el botón otra vez',
      limit:
        'Llegaron demasiadas solicitudes desde esta conexión. Espere un minuto y pulse el botón otra vez',
      'limit-today':
        'Hoy llegaron demasiadas solicitudes desde esta conexión. Pruebe desde otra conexión o espere a mañana',
      'read-only':
        'Por el momento no se puede guardar nada. Lo que escribió sigue aquí: pulse el botón otra vez en unos minutos',
      'not-text': 'Debe ser un texto',
      other: 'Revise esta respuesta y pulse el botón otra vez',
    },
  },
};
