import type { Language } from '../../../web/language.ts';

const en = {
  confirm: {
    title: 'Confirm your signature',
    lead: 'This is what will be counted for “{title}”.',
    name: 'Name',
    zip: 'ZIP code',
    place: 'Counted in',
    placeUnknown: 'Place not known yet',
    shown: 'Shown on the petition’s page',
    notShown: 'Your name is not shown',
    button: 'Confirm my signature',
    working: 'Confirming…',
    notYou: 'If you did not sign, close this page. Nothing is counted unless you press the button.',
    own: 'See, correct or withdraw your signature',
    petition: 'Go to the petition',
  },
  again: {
    title: 'You have already signed',
    lead: 'Your signature for “{title}” counts, and it counts once. Somebody signed with your name and address again.',
    text: 'If that was you, you can say so. The number of people stays the same. Whoever brought you this time sees one more person who counts already, and never who.',
    button: 'It was me: count me once',
    notYou: 'If it was not you, close this page. Nobody learns that you count.',
  },
  states: {
    confirmed: {
      title: 'Your signature is counted',
      text: 'You confirmed it before. You do not need to do anything.',
    },
    'duplicate-same-person': {
      title: 'You have already signed',
      text: 'A signature with this name and this email address already counts for this petition. Each person counts once, so this one is not added.',
    },
    'duplicate-shared-inbox': {
      title: 'This signature cannot be counted',
      text: 'Two people can sign from one inbox if they live in the same ZIP code. This address has no place left for another signature. To be counted, sign with an email address of your own.',
    },
    flagged: {
      title: 'Your signature is waiting for a check',
      text: 'It looks like another signature from the same street. A person from the campaign will look at both. You do not need to do anything.',
    },
    withdrawn: {
      title: 'You withdrew this signature',
      text: 'It is not counted. If you changed your mind, you can sign again on the petition’s page.',
    },
    invalidated: {
      title: 'This signature is not counted',
      text: 'Your own page says why, and how to reach us if you think this is a mistake.',
    },
    'petition-closed': {
      title: 'The petition has closed',
      text: 'Signatures could be confirmed until a day after closing. This one was not confirmed in time, so it is not counted.',
    },
  },
  linkProblem: {
    'not-ours': {
      title: 'This link does not work',
      text: 'Part of it may be missing. Some mail programs break long links over two lines.',
      todo: 'Open the email again and copy the whole link into your browser’s address bar. Or ask for a new email on the page where you signed or answered.',
    },
    gone: {
      title: 'This link has ended',
      text: 'What was behind it is erased: either its owner asked for that, or it was not confirmed within 30 days. We hold nothing about it any more.',
      todo: 'If the petition or survey is still open, you can take part again.',
    },
    home: 'See the open petitions',
    campaign: 'Go to the campaign',
  },
  thanks: {
    title: 'Thank you. Your signature counts',
    count:
      '{n, plural, =0 {No signature is confirmed for “{title}” yet.} one {One person has signed “{title}” so far.} other {{count} people have signed “{title}” so far.}}',
    share: 'Pass it on',
    shareLead: 'A word from someone they know is how most people hear of a petition.',
    ways: { email: 'Send by email', sms: 'Send by text message', whatsapp: 'Send by WhatsApp' },
    url: 'Link to the petition',
    copyButton: 'Copy',
    copied: 'The link is copied.',
    copyFailed: 'The link is selected. Copy it with your keyboard or menu.',
    next: 'What else you can do',
    campaign: 'Go to the campaign',
    own: 'Our email to you has a link to your own page. There you can see, correct or withdraw your signature.',
  },
};

export const confirmCopy: Record<Language, typeof en> = {
  en,
  es: {
    confirm: {
      title: 'Confirme su firma',
      lead: 'Esto es lo que se contará para «{title}».',
      name: 'Nombre',
      zip: 'Código postal',
      place: 'Se cuenta en',
      placeUnknown: 'Lugar aún no conocido',
      shown: 'Se muestra en la página de la petición',
      notShown: 'Su nombre no se muestra',
      button: 'Confirmar mi firma',
      working: 'Confirmando…',
      notYou: 'Si usted no firmó, cierre esta página. Nada se cuenta si no pulsa el botón.',
      own: 'Ver, corregir o retirar su firma',
      petition: 'Ir a la petición',
    },
    again: {
      title: 'Usted ya firmó',
      lead: 'Su firma para «{title}» cuenta, y cuenta una vez. Alguien firmó de nuevo con su nombre y su dirección.',
      text: 'Si fue usted, puede decirlo. El número de personas no cambia. Quien le trajo esta vez verá que una persona más ya cuenta, y nunca verá quién.',
      button: 'Fui yo: cuénteme una vez',
      notYou: 'Si no fue usted, cierre esta página. Nadie se entera de que su firma cuenta.',
    },
    states: {
      confirmed: {
        title: 'Su firma está contada',
        text: 'Usted ya la había confirmado. No tiene que hacer nada.',
      },
      'duplicate-same-person': {
        title: 'Usted ya firmó',
        text: 'Una firma con este nombre y este correo ya cuenta para esta petición. Cada persona cuenta una vez, por eso esta no se suma.',
      },
      'duplicate-shared-inbox': {
        title: 'Esta firma no se puede contar',
        text: 'Dos personas pueden firmar desde un mismo correo si viven en el mismo código postal. En esta dirección ya no cabe otra firma. Para que la suya cuente, firme con un correo propio.',
      },
      flagged: {
        title: 'Su firma espera una revisión',
        text: 'Se parece a otra firma de la misma calle. Una persona de la campaña mirará las dos. Usted no tiene que hacer nada.',
      },
      withdrawn: {
        title: 'Usted retiró esta firma',
        text: 'No se cuenta. Si cambió de opinión, puede firmar de nuevo en la página de la petición.',
      },
      invalidated: {
        title: 'Esta firma no se cuenta',
        text: 'Su propia página dice por qué, y cómo escribirnos si cree que es un error.',
      },
      'petition-closed': {
        title: 'La petición ha cerrado',
        text: 'Las firmas se podían confirmar hasta un día después del cierre. Esta no se confirmó a tiempo y por eso no se cuenta.',
      },
    },
    linkProblem: {
      'not-ours': {
        title: 'Este enlace no funciona',
        text: 'Puede que falte una parte. Algunos programas de correo parten los enlaces largos en dos líneas.',
        todo: 'Abra otra vez el correo y copie el enlace entero en la barra de direcciones de su navegador. O pida un correo nuevo en la página donde firmó o respondió.',
      },
      gone: {
        title: 'Este enlace ha terminado',
        text: 'Aquello a lo que llevaba está borrado: o lo pidió su dueño, o no se confirmó en 30 días. Ya no guardamos nada de ello.',
        todo: 'Si la petición o la encuesta sigue abierta, puede participar de nuevo.',
      },
      home: 'Ver las peticiones abiertas',
      campaign: 'Ir a la campaña',
    },
    thanks: {
      title: 'Gracias. Su firma cuenta',
      count:
        '{n, plural, =0 {Todavía no hay firmas confirmadas para «{title}».} one {Hasta ahora una persona ha firmado «{title}».} other {Hasta ahora {count} personas han firmado «{title}».}}',
      share: 'Cuéntelo',
      shareLead: 'La mayoría de la gente se entera de una petición por alguien que conoce.',
      ways: {
        email: 'Enviar por correo',
        sms: 'Enviar por mensaje de texto',
        whatsapp: 'Enviar por WhatsApp',
      },
      url: 'Enlace a la petición',
      copyButton: 'Copiar',
      copied: 'El enlace está copiado.',
      copyFailed: 'El enlace está seleccionado. Cópielo con el teclado o el menú.',
      next: 'Qué más puede hacer',
      campaign: 'Ir a la campaña',
      own: 'Nuestro correo lleva un enlace a su propia página. Allí puede ver, corregir o retirar su firma.',
    },
  },
};
