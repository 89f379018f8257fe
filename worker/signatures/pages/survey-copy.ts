import type { Language } from '../../../web/language.ts';

/** Where a response to a survey is told of in other words than a signature; all else is said of both. */
const en = {
  checkEmail: {
    lead: 'One step is left: confirm your answers from your inbox.',
    sentAgain: 'If answers are waiting for that address, the email is on its way again.',
    steps: {
      press: 'Follow its link and press “Confirm my answers”.',
      done: 'Then your answers count in “{title}”.',
    },
    back: 'Back to the survey',
  },
  confirm: {
    title: 'Confirm your answers',
    lead: 'This is who answers “{title}”. Your answers are counted without your name.',
    button: 'Confirm my answers',
    notYou: 'If you did not answer, close this page. Nothing is counted unless you press the button.',
    own: 'See, correct or withdraw your answers',
    petition: 'Go to the survey',
  },
  states: {
    confirmed: { title: 'Your answers are counted' },
    'duplicate-same-person': {
      title: 'You have already answered',
      text: 'Answers with this name and this email address already count in this survey. Each person counts once, so these are not added. To change what you said, use the link to your own page in our first email.',
    },
    'duplicate-shared-inbox': {
      title: 'These answers cannot be counted',
      text: 'Two people can answer from one inbox if they live in the same ZIP code. This address has no place left for more answers. To be counted, answer with an email address of your own.',
    },
    flagged: {
      title: 'Your answers are waiting for a check',
      text: 'They look like the answers of another person in the same street. A person from the campaign will look at both. You do not need to do anything.',
    },
    withdrawn: {
      title: 'You withdrew these answers',
      text: 'They are not counted. If you changed your mind, you can answer again on the survey’s page.',
    },
    invalidated: { title: 'These answers are not counted' },
    'petition-closed': {
      title: 'The survey has closed',
      text: 'Answers could be confirmed until a day after closing. These were not confirmed in time, so they are not counted.',
    },
  },
  again: {
    title: 'You have already answered',
    lead: 'Your answers to “{title}” count, and they count once. Somebody answered with your name and address again.',
    notYou: 'If it was not you, close this page. Nobody learns that your answers count.',
  },
  thanks: {
    title: 'Thank you. Your answers count',
    count:
      '{n, plural, =0 {No one’s answers are confirmed in “{title}” yet.} one {One person has answered “{title}” so far.} other {{count} people have answered “{title}” so far.}}',
    shareLead: 'A word from someone they know is how most people hear of a survey.',
    url: 'Link to the survey',
    own: 'Our email to you has a link to your own page. There you can see, correct or withdraw your answers.',
  },
  my: {
    title: 'Your answers',
    lead: 'What we hold about your answers to “{title}”, and what you can do with them.',
    state: {
      unconfirmed: 'Waiting for you to confirm them. Use the link in our email.',
      duplicate: 'Not counted, because each person counts once and answers of yours already do.',
      'shared-inbox': 'Not counted. Two people can answer from one inbox if they share a ZIP code, no more.',
      flagged: 'Waiting for a check. They look like the answers of another person in the same street.',
      withdrawn: 'Withdrawn by you. They are not counted.',
      'never-confirmed': 'Not counted, because they were not confirmed within 30 days.',
      'struck-off': 'Not counted: an organizer struck them off. If this is a mistake, write to the campaign.',
    },
    held: { received: 'Answered' },
    correct: {
      heading: 'Correct what is about you',
      email: 'The email address cannot be changed here. To use another one, withdraw and answer again.',
    },
    withdraw: {
      heading: 'Withdraw them',
      open: 'I want to withdraw my answers',
      text: 'Your answers stop counting at once. We keep the record so that you can see it here.',
      button: 'Withdraw my answers',
    },
    erase: {
      heading: 'Erase them',
      text: 'Your answers stop counting. They are deleted, and so are your name and email address. This cannot be undone.',
    },
    notice: {
      withdrawn: 'Your answers are withdrawn. They are not counted any more.',
      'already-withdrawn': 'Your answers were withdrawn before. Nothing changed.',
      'confirmed-first': 'Confirm your answers first, with the link in our email.',
    },
    nothing: {
      text: 'Everything about these answers is erased. Only the survey’s totals remain, and no one can tell from them who answered.',
    },
    petition: 'Go to the survey',
  },
};

export const surveyCopy: Record<Language, typeof en> = {
  en,
  es: {
    checkEmail: {
      lead: 'Falta un paso: confirme sus respuestas desde su buzón.',
      sentAgain: 'Si hay respuestas en espera para esa dirección, el correo va de nuevo en camino.',
      steps: {
        press: 'Siga el enlace y pulse «Confirmar mis respuestas».',
        done: 'Entonces sus respuestas cuentan en «{title}».',
      },
      back: 'Volver a la encuesta',
    },
    confirm: {
      title: 'Confirme sus respuestas',
      lead: 'Así responde usted a «{title}». Sus respuestas se cuentan sin su nombre.',
      button: 'Confirmar mis respuestas',
      notYou: 'Si usted no respondió, cierre esta página. Nada se cuenta si no pulsa el botón.',
      own: 'Ver, corregir o retirar sus respuestas',
      petition: 'Ir a la encuesta',
    },
    states: {
      confirmed: { title: 'Sus respuestas están contadas' },
      'duplicate-same-person': {
        title: 'Usted ya respondió',
        text: 'Unas respuestas con este nombre y este correo ya cuentan en esta encuesta. Cada persona cuenta una vez, por eso estas no se suman. Para cambiar lo que dijo, use el enlace a su propia página en nuestro primer correo.',
      },
      'duplicate-shared-inbox': {
        title: 'Estas respuestas no se pueden contar',
        text: 'Dos personas pueden responder desde un mismo correo si viven en el mismo código postal. En esta dirección ya no caben más respuestas. Para que las suyas cuenten, responda con un correo propio.',
      },
      flagged: {
        title: 'Sus respuestas esperan una revisión',
        text: 'Se parecen a las de otra persona de la misma calle. Una persona de la campaña mirará las dos. Usted no tiene que hacer nada.',
      },
      withdrawn: {
        title: 'Usted retiró estas respuestas',
        text: 'No se cuentan. Si cambió de opinión, puede responder de nuevo en la página de la encuesta.',
      },
      invalidated: { title: 'Estas respuestas no se cuentan' },
      'petition-closed': {
        title: 'La encuesta ha cerrado',
        text: 'Las respuestas se podían confirmar hasta un día después del cierre. Estas no se confirmaron a tiempo y por eso no se cuentan.',
      },
    },
    again: {
      title: 'Usted ya respondió',
      lead: 'Sus respuestas a «{title}» cuentan, y cuentan una vez. Alguien respondió de nuevo con su nombre y su dirección.',
      notYou: 'Si no fue usted, cierre esta página. Nadie se entera de que sus respuestas cuentan.',
    },
    thanks: {
      title: 'Gracias. Sus respuestas cuentan',
      count:
        '{n, plural, =0 {Todavía no hay respuestas confirmadas en «{title}».} one {Hasta ahora una persona ha respondido a «{title}».} other {Hasta ahora {count} personas han respondido a «{title}».}}',
      shareLead: 'La mayoría de la gente se entera de una encuesta por alguien que conoce.',
      url: 'Enlace a la encuesta',
      own: 'Nuestro correo lleva un enlace a su propia página. Allí puede ver, corregir o retirar sus respuestas.',
    },
    my: {
      title: 'Sus respuestas',
      lead: 'Lo que guardamos de sus respuestas a «{title}», y lo que usted puede hacer con ellas.',
      state: {
        unconfirmed: 'Esperan a que usted las confirme. Use el enlace de nuestro correo.',
        duplicate: 'No se cuentan, porque cada persona cuenta una vez y ya hay respuestas suyas.',
        'shared-inbox':
          'No se cuentan. Desde un correo pueden responder dos personas del mismo código postal, no más.',
        flagged: 'Esperan una revisión. Se parecen a las de otra persona de la misma calle.',
        withdrawn: 'Usted las retiró. No se cuentan.',
        'never-confirmed': 'No se cuentan, porque no se confirmaron en 30 días.',
        'struck-off': 'No se cuentan: un organizador las anuló. Si es un error, escriba a la campaña.',
      },
      held: { received: 'Respondidas' },
      correct: {
        heading: 'Corregir sus datos',
        email:
          'El correo no se puede cambiar aquí. Para usar otro, retire sus respuestas y responda de nuevo.',
      },
      withdraw: {
        heading: 'Retirarlas',
        open: 'Quiero retirar mis respuestas',
        text: 'Sus respuestas dejan de contar enseguida. Guardamos el registro para que usted pueda verlo aquí.',
        button: 'Retirar mis respuestas',
      },
      erase: {
        heading: 'Borrarlas',
        text: 'Sus respuestas dejan de contar. Se borran, igual que su nombre y su correo. No se puede deshacer.',
      },
      notice: {
        withdrawn: 'Sus respuestas están retiradas. Ya no se cuentan.',
        'already-withdrawn': 'Sus respuestas ya estaban retiradas. Nada cambió.',
        'confirmed-first': 'Primero confirme sus respuestas, con el enlace de nuestro correo.',
      },
      nothing: {
        text: 'Todo lo de estas respuestas está borrado. Solo quedan los totales de la encuesta, y nadie puede ver en ellos quién respondió.',
      },
      petition: 'Ir a la encuesta',
    },
  },
};
