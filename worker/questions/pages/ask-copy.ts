import type { Language } from '../../../web/language.ts';

const en = {
  ask: {
    lead: 'We send you a link first. Your question reaches the organizers once you have confirmed it there. They answer in public, where the answer helps others too, and tell you by email.',
    question: 'Your question',
    questionHint: 'One question, up to 1,000 characters. Leave out names and addresses, your own too.',
    name: 'Your name',
    nameHint: 'Only for the greeting in our emails. It is never published.',
    email: 'Your email address',
    emailHint: 'For the link and for the answer, and for nothing else.',
    agree: 'The organizers may publish my question in their own words, without my name.',
    trap: 'Leave this empty',
    button: 'Send my question',
    working: 'Sending your question…',
  },
  errors: {
    question: {
      missing: 'Type your question',
      'too-short': 'Your question is too short to answer. Use 10 characters or more',
      'too-long': 'Your question is too long. Shorten it to 1,000 characters',
      'bad-characters': 'Your question has characters that we cannot keep. Type it again',
      'sent-twice': 'Your question was sent twice. Press the button again',
    },
    name: {
      name: 'Your name is longer than we can keep, or has characters that we cannot keep',
      'sent-twice': 'Your name was sent twice. Press the button again',
    },
    email: {
      missing: 'Enter your email address',
      'not-an-address': 'Enter an email address like name@example.org',
      'sent-twice': 'Your email address was sent twice. Press the button again',
    },
    agree: {
      missing: 'Check the box so that we can answer in public',
      'sent-twice': 'The box was sent twice. Press the button again',
    },
    website: {
      'leave-empty':
        'Your browser filled in the field “Leave this empty”. We have cleared it: press the button again',
      'sent-twice': 'Press the button again',
    },
    form_token: {
      missing: 'This page did not load completely. Press the button again',
      stale: 'This page was open for too long. What you entered is still here: press the button again',
      'too-quick': 'That was faster than a person can type. Wait a few seconds, then press the button again',
      limit: 'Too much came from this connection. Wait a minute, then press the button again',
      'limit-today': 'Too much came from this connection today. Ask from another connection, or tomorrow',
      'read-only':
        'Nothing can be stored at the moment. What you entered is still here: press the button again in a few minutes',
      'sent-twice': 'Press the button again',
    },
  },
  sent: {
    title: 'Check your email',
    text: 'If we can write to the address you gave, a link is on its way. Open it and press the button there, and your question reaches the organizers. Without that, it is deleted after seven days.',
    back: 'Back to the questions and answers',
  },
  own: {
    title: 'Your question',
    asked: 'You asked “{campaign}”:',
    state: {
      unconfirmed: 'It has not reached the organizers yet. Press the button to send it.',
      waiting: 'It waits for the organizers. They tell you by email when they have decided.',
      answered: 'It was answered:',
      hidden: 'The organizers did not publish it: {reason}',
      taken: 'It was answered, and the answer has been taken down since.',
      gone: 'What you typed was deleted. There is nothing more to see here.',
    },
    confirm: 'Send my question to the organizers',
    confirming: 'Sending…',
    erase: 'Delete my question',
    erasing: 'Deleting…',
    eraseHint:
      'Deletes what you typed, your name and your address. A published answer stays: nothing in it is about you.',
    deleted: 'Your question was deleted.',
  },
};

const es: typeof en = {
  ask: {
    lead: 'Primero le enviamos un enlace. Su pregunta llega a quienes organizan la campaña cuando usted la confirma allí. Responden en público, donde la respuesta sirve también a otras personas, y le avisan por correo.',
    question: 'Su pregunta',
    questionHint:
      'Una sola pregunta, de hasta 1,000 caracteres. No escriba nombres ni direcciones, tampoco los suyos.',
    name: 'Su nombre',
    nameHint: 'Solo para el saludo de nuestros correos. Nunca se publica.',
    email: 'Su correo electrónico',
    emailHint: 'Para el enlace y para la respuesta, y para nada más.',
    agree: 'La organización puede publicar mi pregunta con sus propias palabras y sin mi nombre.',
    trap: 'Deje esto vacío',
    button: 'Enviar mi pregunta',
    working: 'Enviando su pregunta…',
  },
  errors: {
    question: {
      missing: 'Escriba su pregunta',
      'too-short': 'Su pregunta es demasiado corta para responderla. Escriba 10 caracteres o más',
      'too-long': 'Su pregunta es demasiado larga. Acórtela a 1,000 caracteres',
      'bad-characters': 'Su pregunta tiene caracteres que no podemos guardar. Escríbala otra vez',
      'sent-twice': 'Su pregunta se envió dos veces. Presione el botón otra vez',
    },
    name: {
      name: 'Su nombre es más largo de lo que podemos guardar o tiene caracteres que no podemos guardar',
      'sent-twice': 'Su nombre se envió dos veces. Presione el botón otra vez',
    },
    email: {
      missing: 'Escriba su correo electrónico',
      'not-an-address': 'Escriba un correo como nombre@example.org',
      'sent-twice': 'Su correo se envió dos veces. Presione el botón otra vez',
    },
    agree: {
      missing: 'Marque la casilla para que podamos responder en público',
      'sent-twice': 'La casilla se envió dos veces. Presione el botón otra vez',
    },
    website: {
      'leave-empty':
        'Su navegador rellenó el campo «Deje esto vacío». Lo hemos vaciado: presione el botón otra vez',
      'sent-twice': 'Presione el botón otra vez',
    },
    form_token: {
      missing: 'Esta página no se cargó por completo. Presione el botón otra vez',
      stale:
        'Esta página estuvo abierta demasiado tiempo. Lo que escribió sigue aquí: presione el botón otra vez',
      'too-quick':
        'Fue más rápido de lo que se puede escribir. Espere unos segundos y presione el botón otra vez',
      limit: 'Llegaron demasiados envíos desde esta conexión. Espere un minuto y presione el botón otra vez',
      'limit-today': 'Hoy llegaron demasiados envíos desde esta conexión. Pregunte desde otra o mañana',
      'read-only':
        'En este momento no se puede guardar nada. Lo que escribió sigue aquí: presione el botón otra vez en unos minutos',
      'sent-twice': 'Presione el botón otra vez',
    },
  },
  sent: {
    title: 'Revise su correo',
    text: 'Si podemos escribir a la dirección que nos dio, un enlace está en camino. Ábralo y presione allí el botón, y su pregunta llegará a la organización. Si no lo hace, se borra a los siete días.',
    back: 'Volver a las preguntas y respuestas',
  },
  own: {
    title: 'Su pregunta',
    asked: 'Usted preguntó a «{campaign}»:',
    state: {
      unconfirmed: 'Todavía no ha llegado a la organización. Presione el botón para enviarla.',
      waiting: 'Espera a la organización, que le avisará por correo cuando haya decidido.',
      answered: 'Ya tiene respuesta:',
      hidden: 'La organización no la publicó: {reason}',
      taken: 'Tuvo respuesta, que después se retiró.',
      gone: 'Lo que usted escribió se borró. Aquí no hay nada más que ver.',
    },
    confirm: 'Enviar mi pregunta a la organización',
    confirming: 'Enviando…',
    erase: 'Borrar mi pregunta',
    erasing: 'Borrando…',
    eraseHint:
      'Borra lo que escribió, su nombre y su dirección. Una respuesta publicada se queda: en ella no hay nada sobre usted.',
    deleted: 'Su pregunta se borró.',
  },
};

export const copy: Record<Language, typeof en> = { en, es };
