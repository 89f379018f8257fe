/** Words of the mails to supporters. Placeholders in braces are ICU. */
const en = {
  confirm: {
    subject: 'Confirm your signature: {title}',
    lead: 'You signed “{title}”, addressed to the {committee}. One step is left: confirm that the signature is yours.',
    button: 'Confirm my signature',
    after:
      'The link shows a page with a button. Until you press it, your signature is not counted. The link waits for 30 days, then we erase what you sent.',
    notYou:
      'If you did not sign, do nothing. We write at most five emails about this petition to one address.',
  },
  reminder: {
    subject: 'Your signature waits for you: {title}',
    lead: 'You signed “{title}” on {date}, and it is not confirmed yet. It does not count until you confirm it.',
    last: 'This is the last time we remind you. If you do nothing, we erase what you sent on {erasedOn}.',
    next: 'If you do nothing, we write once more and then erase what you sent.',
  },
  counted: {
    subject: 'You have already signed: {title}',
    lead: 'Somebody, perhaps you, signed “{title}” with your name and address again. Your signature of {date} counts, and it counts once. You need not do anything.',
    again:
      'Was it you? If you say so, whoever brought you this time sees one more person who counts already. They never see who.',
    link: 'It was me: count me once',
  },
  own: 'On your own page you can see what we hold, correct it, withdraw your signature or erase it:',
  ownLink: 'Your own page',
  keep: 'Keep this email: the links in it are yours alone, so do not forward it.',
  why: 'You get this email because this address was entered on the petition’s page.',
  contact: 'Questions: {contact}',
};

const es: typeof en = {
  confirm: {
    subject: 'Confirme su firma: {title}',
    lead: 'Usted firmó «{title}», dirigida a: {committee}. Falta un paso: confirmar que la firma es suya.',
    button: 'Confirmar mi firma',
    after:
      'El enlace muestra una página con un botón. Su firma no cuenta hasta que usted lo presione. El enlace espera 30 días; después borramos lo que envió.',
    notYou:
      'Si usted no firmó, no haga nada. Escribimos como máximo cinco correos sobre esta petición a una misma dirección.',
  },
  reminder: {
    subject: 'Su firma le espera: {title}',
    lead: 'Usted firmó «{title}» el {date} y todavía no la ha confirmado. No cuenta hasta que usted la confirme.',
    last: 'Es la última vez que se lo recordamos. Si no hace nada, borraremos lo que envió el {erasedOn}.',
    next: 'Si no hace nada, le escribiremos una vez más y después borraremos lo que envió.',
  },
  counted: {
    subject: 'Usted ya firmó: {title}',
    lead: 'Alguien, quizá usted, firmó otra vez «{title}» con su nombre y su dirección. Su firma del {date} cuenta, y cuenta una vez. No tiene que hacer nada.',
    again:
      '¿Fue usted? Si lo dice, quien le trajo esta vez verá que una persona más ya cuenta. Nunca verá quién.',
    link: 'Fui yo: cuénteme una vez',
  },
  own: 'En su propia página puede ver lo que guardamos, corregirlo, retirar su firma o borrarla:',
  ownLink: 'Su propia página',
  keep: 'Guarde este correo: sus enlaces son solo suyos, así que no lo reenvíe.',
  why: 'Recibe este correo porque esta dirección se escribió en la página de la petición.',
  contact: 'Preguntas: {contact}',
};

export const copy = { en, es };
