import type { Language } from '../../../../web/language.ts';

const en = {
  kinds: {
    'not-found': {
      title: 'This page is not here',
      text: 'The address may be mistyped, or the page has moved.',
    },
    gone: { title: 'This page is gone', text: 'It was here once and has been removed.' },
    'wrong-method': {
      title: 'This page cannot do that',
      text: 'Go back, open the page again and use its button.',
    },
    'too-large': {
      title: 'That was too much at once',
      text: 'Go back, shorten what you entered or choose a smaller file, and send it again.',
    },
    'wrong-type': {
      title: 'We could not read what was sent',
      text: 'Go back, open the page again and use its form.',
    },
    'bad-request': {
      title: 'We could not read what was sent',
      text: 'Go back, open the page again and use its form.',
    },
    limit: {
      title: 'Too many requests from this connection',
      text: 'Wait a minute, then try again. Nothing you entered was stored.',
    },
    failed: {
      title: 'Something went wrong on our side',
      text: 'Try again in a few minutes. If you were signing, go back: what you entered may still be there.',
    },
    overloaded: {
      title: 'Many people are here right now',
      text: 'Your last step was not stored. Wait a minute, then go back and press the button again.',
    },
    'read-only': {
      title: 'Nothing can be changed at the moment',
      text: 'We are working on this site, so your last step was not stored. The links in our emails still work. Try again in a few minutes.',
    },
  },
  atMost: 'This form takes at most {size}, files included.',
  home: 'Go to the home page',
};

const unread = {
  title: 'No pudimos leer lo que se envió',
  text: 'Vuelva atrás, abra la página otra vez y use su formulario.',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    kinds: {
      'not-found': {
        title: 'Esta página no está aquí',
        text: 'Puede que la dirección tenga un error o que la página se haya movido.',
      },
      gone: { title: 'Esta página ya no existe', text: 'Estuvo aquí y fue retirada.' },
      'wrong-method': {
        title: 'Esta página no puede hacer eso',
        text: 'Vuelva atrás, abra la página otra vez y use su botón.',
      },
      'too-large': {
        title: 'Eso fue demasiado de una vez',
        text: 'Vuelva atrás, acorte lo que escribió o elija un archivo más pequeño y envíelo de nuevo.',
      },
      'wrong-type': unread,
      'bad-request': unread,
      limit: {
        title: 'Demasiadas solicitudes desde esta conexión',
        text: 'Espere un minuto e inténtelo de nuevo. No se guardó nada de lo que escribió.',
      },
      failed: {
        title: 'Algo falló de nuestro lado',
        text: 'Inténtelo de nuevo en unos minutos. Si estaba firmando, vuelva atrás: lo que escribió puede seguir allí.',
      },
      overloaded: {
        title: 'Hay mucha gente aquí en este momento',
        text: 'Su último paso no se guardó. Espere un minuto, vuelva atrás y pulse el botón otra vez.',
      },
      'read-only': {
        title: 'Por el momento no se puede cambiar nada',
        text: 'Estamos trabajando en este sitio, así que su último paso no se guardó. Los enlaces de nuestros correos siguen sirviendo. Inténtelo de nuevo en unos minutos.',
      },
    },
    atMost: 'Este formulario admite {size} como máximo, archivos incluidos.',
    home: 'Ir a la página de inicio',
  },
};
