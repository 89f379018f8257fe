/** Words of the mails to people who answered a survey, in the places of those to who signed. */
const en = {
  confirm: {
    subject: 'Confirm your answers: {title}',
    lead: 'You answered “{title}”, a survey for the {committee}. One step is left: confirm that the answers are yours.',
    button: 'Confirm my answers',
    after:
      'The link shows a page with a button. Until you press it, your answers are not counted. The link waits for 30 days, then we erase what you sent.',
    notYou:
      'If you did not answer, do nothing. We write at most five emails about this survey to one address.',
  },
  reminder: {
    subject: 'Your answers wait for you: {title}',
    lead: 'You answered “{title}” on {date}, and your answers are not confirmed yet. They do not count until you confirm them.',
    last: 'This is the last time we remind you. If you do nothing, we erase what you sent on {erasedOn}.',
    next: 'If you do nothing, we write once more and then erase what you sent.',
  },
  counted: {
    subject: 'You have already answered: {title}',
    lead: 'Somebody, perhaps you, answered “{title}” with your name and address again. Your answers of {date} count, and they count once. You need not do anything. To change what you said, use your own page.',
    again:
      'Was it you? If you say so, whoever brought you this time sees one more person who counts already. They never see who.',
    link: 'It was me: count me once',
  },
  own: 'On your own page you can see what we hold, change your answers, withdraw them or erase them:',
  ownLink: 'Your own page',
  keep: 'Keep this email: the links in it are yours alone, so do not forward it.',
  why: 'You get this email because this address was entered on the survey’s page.',
  contact: 'Questions: {contact}',
};

const es: typeof en = {
  confirm: {
    subject: 'Confirme sus respuestas: {title}',
    lead: 'Usted respondió a «{title}», una encuesta para: {committee}. Falta un paso: confirmar que las respuestas son suyas.',
    button: 'Confirmar mis respuestas',
    after:
      'El enlace muestra una página con un botón. Sus respuestas no cuentan hasta que usted lo presione. El enlace espera 30 días; después borramos lo que envió.',
    notYou:
      'Si usted no respondió, no haga nada. Escribimos como máximo cinco correos sobre esta encuesta a una misma dirección.',
  },
  reminder: {
    subject: 'Sus respuestas le esperan: {title}',
    lead: 'Usted respondió a «{title}» el {date} y todavía no ha confirmado sus respuestas. No cuentan hasta que usted las confirme.',
    last: 'Es la última vez que se lo recordamos. Si no hace nada, borraremos lo que envió el {erasedOn}.',
    next: 'Si no hace nada, le escribiremos una vez más y después borraremos lo que envió.',
  },
  counted: {
    subject: 'Usted ya respondió: {title}',
    lead: 'Alguien, quizá usted, respondió otra vez a «{title}» con su nombre y su dirección. Sus respuestas del {date} cuentan, y cuentan una vez. No tiene que hacer nada. Para cambiar lo que dijo, use su propia página.',
    again:
      '¿Fue usted? Si lo dice, quien le trajo esta vez verá que una persona más ya cuenta. Nunca verá quién.',
    link: 'Fui yo: cuénteme una vez',
  },
  own: 'En su propia página puede ver lo que guardamos, cambiar sus respuestas, retirarlas o borrarlas:',
  ownLink: 'Su propia página',
  keep: 'Guarde este correo: sus enlaces son solo suyos, así que no lo reenvíe.',
  why: 'Recibe este correo porque esta dirección se escribió en la página de la encuesta.',
  contact: 'Preguntas: {contact}',
};

export const surveyCopy = { en, es };
