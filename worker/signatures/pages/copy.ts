import type { Language } from '../../../web/language.ts';

/** What is said whatever somebody took part in; the rest is the words of the kind of action. */
const en = {
  checkEmail: {
    title: 'Check your email',
    open: 'Open our email. It comes from {sender}.',
    missingHeading: 'No email after a few minutes?',
    spam: 'Look in your spam or junk folder for a message from {sender}.',
    wait: 'The link works for 30 days.',
    email: 'Email address',
    button: 'Send it again',
    working: 'Sending…',
  },
  confirm: {
    name: 'Name',
    zip: 'ZIP code',
    place: 'Counted in',
    placeUnknown: 'Place not known yet',
    email: 'Email address',
    street: 'Street',
    comment: 'Comment',
    informed: 'News by email',
    partner: '{partner} may write to you',
    yes: 'Yes',
    no: 'No',
    source: 'Brought by',
    noSource: 'Nobody in particular',
    working: 'Confirming…',
    changed:
      'This was changed after you opened the page, so nothing is counted yet. Below is what it says now. Read it, then press the button.',
    'several-wait':
      'More than one form waits for this email address, so nothing is counted yet. Choose the one that is yours.',
  },
  list: {
    title: 'Which one is yours?',
    others: 'More waits for this email address',
    lead: 'Forms for “{title}” that were sent with your email address. Anybody can type an address: read each, and press the button of the one that you sent.',
    rest: 'Leave the others alone. They do not count, and after 30 days they are erased.',
    sent: 'Sent on {instant}',
    ofThisLink: 'The email that you opened was sent for this one.',
    mine: 'This one is mine: confirm it',
    earlier: 'Show those that were sent earlier',
  },
  again: {
    text: 'If that was you, you can say so. The number of people stays the same. The partner whose link you used sees that one more person had already been counted, but never who.',
    button: 'Yes, that was me',
  },
  linkProblem: {
    'not-ours': {
      title: 'This link does not work',
      text: 'Part of it may be missing. Some mail programs break long links over two lines.',
      todo: 'Open the email again and copy the whole link into your browser’s address bar. Or ask for a new email on the page where you signed or answered.',
    },
    gone: {
      title: 'This link no longer works',
      text: 'The data behind it was erased, either because its owner asked for that or because it was not confirmed within 30 days. We no longer hold anything about it.',
      todo: 'If the petition or survey is still open, you can take part again.',
    },
    home: 'See the open petitions',
    campaign: 'Go to the campaign',
  },
  thanks: {
    share: 'Pass it on',
    ways: { email: 'Send by email', sms: 'Send by text message', whatsapp: 'Send by WhatsApp' },
    copyButton: 'Copy',
    copied: 'The link is copied.',
    copyFailed: 'The link is selected. Copy it with your keyboard or menu.',
    next: 'What else you can do',
    campaign: 'Go to the campaign',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    checkEmail: {
      title: 'Revise su correo',
      open: 'Abra nuestro correo. Viene de {sender}.',
      missingHeading: '¿No llega el correo en unos minutos?',
      spam: 'Busque un mensaje de {sender} en su carpeta de correo no deseado.',
      wait: 'El enlace sirve durante 30 días.',
      email: 'Correo electrónico',
      button: 'Enviarlo otra vez',
      working: 'Enviando…',
    },
    confirm: {
      name: 'Nombre',
      zip: 'Código postal',
      place: 'Se cuenta en',
      placeUnknown: 'Lugar aún no conocido',
      email: 'Correo electrónico',
      street: 'Calle',
      comment: 'Comentario',
      informed: 'Noticias por correo',
      partner: '{partner} le puede escribir',
      yes: 'Sí',
      no: 'No',
      source: 'Llegó por',
      noSource: 'Nadie en particular',
      working: 'Confirmando…',
      changed:
        'Esto cambió después de que usted abriera la página, así que todavía no cuenta nada. Abajo está lo que dice ahora. Léalo y luego pulse el botón.',
      'several-wait':
        'Hay más de un formulario en espera para este correo, así que todavía no cuenta nada. Elija el suyo.',
    },
    list: {
      title: '¿Cuál es el suyo?',
      others: 'Hay más en espera para este correo',
      lead: 'Formularios para «{title}» enviados con su correo. Cualquiera puede escribir una dirección: léalos y pulse el botón del que usted envió.',
      rest: 'Deje los demás como están. No cuentan, y a los 30 días se borran.',
      sent: 'Enviado el {instant}',
      ofThisLink: 'El correo que usted abrió se envió por este.',
      mine: 'Este es el mío: confirmarlo',
      earlier: 'Mostrar los que se enviaron antes',
    },
    again: {
      text: 'Si fue usted, puede decirlo. El número de personas no cambia. El socio cuyo enlace usó verá que una persona más ya estaba contada, pero nunca quién.',
      button: 'Sí, fui yo',
    },
    linkProblem: {
      'not-ours': {
        title: 'Este enlace no funciona',
        text: 'Puede que falte una parte. Algunos programas de correo parten los enlaces largos en dos líneas.',
        todo: 'Abra otra vez el correo y copie el enlace entero en la barra de direcciones de su navegador. O pida un correo nuevo en la página donde firmó o respondió.',
      },
      gone: {
        title: 'Este enlace ya no sirve',
        text: 'Los datos de este enlace se borraron, porque su titular lo pidió o porque no se confirmaron en 30 días. Ya no guardamos nada.',
        todo: 'Si la petición o la encuesta sigue abierta, puede participar de nuevo.',
      },
      home: 'Ver las peticiones abiertas',
      campaign: 'Ir a la campaña',
    },
    thanks: {
      share: 'Cuéntelo',
      ways: {
        email: 'Enviar por correo',
        sms: 'Enviar por mensaje de texto',
        whatsapp: 'Enviar por WhatsApp',
      },
      copyButton: 'Copiar',
      copied: 'El enlace está copiado.',
      copyFailed: 'El enlace está seleccionado. Cópielo con el teclado o el menú.',
      next: 'Qué más puede hacer',
      campaign: 'Ir a la campaña',
    },
  },
};
