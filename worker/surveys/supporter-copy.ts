import type { Language } from '../../web/language.ts';
import type { SupporterWords } from '../actions/kind.ts';

/** Texts for people who answered, from the form to their own page. */
export const supporterWords: Record<Language, SupporterWords> = {
  en: {
    mails: {
      confirm: {
        subject: 'Confirm your answers: {title}',
        lead: 'You answered “{title}”, a survey addressed {to}. One step is left: confirm that the answers are yours.',
        button: 'Confirm my answers',
        after:
          'The link shows a page with a button. Until you press it, your answers are not counted. The link works for 30 days; after that we erase what you sent.',
        notYou:
          'If you did not answer, do nothing. We write at most five emails a day about this survey to one address.',
      },
      reminder: {
        subject: 'Your answers are waiting for you: {title}',
        lead: 'You answered “{title}” on {date}, and your answers are not confirmed yet. They do not count until you confirm them.',
      },
      counted: {
        subject: 'You have already answered: {title}',
        lead: 'Someone, perhaps you, answered “{title}” again with your name and address. Your answers of {date} count, and they count once. You do not need to do anything. To change what you said, use your own page.',
      },
      supporterPage:
        'On your own page you can see what we hold, change your answers, withdraw them or erase them:',
      why: 'You get this email because this address was entered on the survey’s page.',
    },
    checkEmail: {
      lead: 'One step is left: confirm your answers from your inbox.',
      sentAgain: 'If answers are waiting for that address, we have sent the email again.',
      press: 'Open the link in it and press “Confirm my answers”.',
      done: 'Then your answers count in “{title}”.',
      back: 'Back to the survey',
    },
    confirm: {
      title: 'Confirm your answers',
      lead: 'These are your details for “{title}”. Your answers are counted without your name.',
      button: 'Confirm my answers',
      notYou: 'If you did not answer, close this page. Nothing is counted unless you press the button.',
      supporterPage: 'See, correct or withdraw your answers',
      toAction: 'Go to the survey',
    },
    again: {
      title: 'You have already answered',
      lead: 'Your answers to “{title}” count, and they count once. Someone answered again with your name and address.',
      notYou: 'If it was not you, close this page. Nobody learns that your answers count.',
    },
    states: {
      confirmed: {
        title: 'Your answers are counted',
        text: 'You confirmed them before. You do not need to do anything.',
      },
      'duplicate-same-person': {
        title: 'You have already answered',
        text: 'Answers with this name and this email address already count in this survey. Each person counts once, so these are not added. To change what you said, use the link to your own page in our first email.',
      },
      'duplicate-shared-inbox': {
        title: 'These answers cannot be counted',
        text: 'Two people can answer from one inbox if they live in the same ZIP code. No more answers can be counted from this address. To be counted, answer with an email address of your own.',
      },
      'duplicate-found-same': {
        title: 'These answers are not counted',
        text: 'An organizer found that you had answered this survey from another email address as well, and each person counts once. If that is not so, write to the campaign at the foot of this page.',
      },
      flagged: {
        title: 'Your answers are not counted now',
        text: 'An organizer of the campaign set them aside and can count them again. If you think this is a mistake, write to the campaign at the foot of this page.',
      },
      withdrawn: {
        title: 'You withdrew these answers',
        text: 'They are not counted. If you changed your mind, you can answer again on the survey’s page.',
      },
      invalidated: {
        title: 'These answers are not counted',
        text: 'Your own page says why, and how to reach us if you think this is a mistake.',
      },
      'action-closed': {
        title: 'The survey has closed',
        text: 'Answers could be confirmed until a day after closing. These were not confirmed in time, so they are not counted.',
      },
      'action-removed': {
        title: 'The survey was removed',
        text: 'Its organizers took it down, so answers can no longer be confirmed. Yours are not counted.',
      },
    },
    thanks: {
      title: 'Thank you. Your answers count',
      count:
        '{n, plural, =0 {No one’s answers are confirmed in “{title}” yet.} one {One person has answered “{title}” so far.} other {{count} people have answered “{title}” so far.}}',
      shareLead: 'Most people hear about a survey from someone they know.',
      url: 'Link to the survey',
      supporterPage:
        'Our email to you has a link to your own page. There you can see, correct or withdraw your answers.',
    },
    supporterPage: {
      title: 'Your answers',
      lead: 'What we hold about your answers to “{title}”, and what you can do with them.',
      state: {
        unconfirmed: 'Waiting for you to confirm them. Use the link in our email.',
        duplicate: 'Not counted, because each person counts once and answers of yours already do.',
        'shared-inbox':
          'Not counted. Two people can answer from one inbox if they share a ZIP code, no more.',
        'found-same':
          'Not counted. An organizer found that you had answered from another address as well. If that is not so, write to the campaign.',
        flagged: 'Not counted now: an organizer set them aside. If this is a mistake, write to the campaign.',
        withdrawn: 'Withdrawn by you. They are not counted.',
        'never-confirmed': 'Not counted, because they were not confirmed within 30 days.',
        'struck-off':
          'Not counted: an organizer struck them off. If this is a mistake, write to the campaign.',
      },
      received: 'Answered',
      correct: {
        heading: 'Correct your details',
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
        uncounted: 'Your answers, your name and your email address are deleted. This cannot be undone.',
      },
      notice: {
        withdrawn: 'Your answers are withdrawn. They are no longer counted.',
        'already-withdrawn': 'Your answers were withdrawn before. Nothing changed.',
      },
      inCount: {
        title: 'Are my answers in the count?',
        in: 'Yes. They are in the statement for the week ending {date}.',
        leaving: 'They no longer count. They are in the statement up to {date}; the next one takes them out.',
        removed:
          'They were in the count and were taken out again. The statement for the week ending {date} has both.',
        later: 'Not yet. They go into the weekly statement that is made on {when}.',
        not: 'No, because they are not counted.',
        erased: 'They are in a statement, but what is needed to prove it was erased.',
      },
      nothing:
        'Everything about these answers is erased. Only the survey’s totals remain, and no one can tell from them who answered.',
      toAction: 'Go to the survey',
    },
  },
  es: {
    mails: {
      confirm: {
        subject: 'Confirme sus respuestas: {title}',
        lead: 'Usted respondió a «{title}», una encuesta dirigida {to}. Falta un paso: confirmar que las respuestas son suyas.',
        button: 'Confirmar mis respuestas',
        after:
          'El enlace muestra una página con un botón. Sus respuestas no cuentan hasta que usted lo pulse. El enlace sirve durante 30 días; después borramos lo que envió.',
        notYou:
          'Si usted no respondió, no haga nada. Escribimos como máximo cinco correos al día sobre esta encuesta a una misma dirección.',
      },
      reminder: {
        subject: 'Sus respuestas le esperan: {title}',
        lead: 'Usted respondió a «{title}» el {date} y todavía no ha confirmado sus respuestas. No cuentan hasta que usted las confirme.',
      },
      counted: {
        subject: 'Usted ya respondió: {title}',
        lead: 'Alguien, quizá usted, respondió otra vez a «{title}» con su nombre y su dirección. Sus respuestas del {date} cuentan, y cuentan una vez. No tiene que hacer nada. Para cambiar lo que dijo, use su propia página.',
      },
      supporterPage:
        'En su propia página puede ver lo que guardamos, cambiar sus respuestas, retirarlas o borrarlas:',
      why: 'Recibe este correo porque esta dirección se escribió en la página de la encuesta.',
    },
    checkEmail: {
      lead: 'Falta un paso: confirme sus respuestas desde su buzón.',
      sentAgain: 'Si hay respuestas en espera para esa dirección, hemos enviado el correo otra vez.',
      press: 'Abra el enlace y pulse «Confirmar mis respuestas».',
      done: 'Entonces sus respuestas cuentan en «{title}».',
      back: 'Volver a la encuesta',
    },
    confirm: {
      title: 'Confirme sus respuestas',
      lead: 'Estos son sus datos para «{title}». Sus respuestas se cuentan sin su nombre.',
      button: 'Confirmar mis respuestas',
      notYou: 'Si usted no respondió, cierre esta página. Nada se cuenta si no pulsa el botón.',
      supporterPage: 'Ver, corregir o retirar sus respuestas',
      toAction: 'Ir a la encuesta',
    },
    again: {
      title: 'Usted ya respondió',
      lead: 'Sus respuestas a «{title}» cuentan, y cuentan una vez. Alguien respondió de nuevo con su nombre y su dirección.',
      notYou: 'Si no fue usted, cierre esta página. Nadie se entera de que sus respuestas cuentan.',
    },
    states: {
      confirmed: {
        title: 'Sus respuestas están contadas',
        text: 'Usted ya las había confirmado. No tiene que hacer nada.',
      },
      'duplicate-same-person': {
        title: 'Usted ya respondió',
        text: 'Unas respuestas con este nombre y este correo ya cuentan en esta encuesta. Cada persona cuenta una vez, por eso estas no se suman. Para cambiar lo que dijo, use el enlace a su propia página en nuestro primer correo.',
      },
      'duplicate-shared-inbox': {
        title: 'Estas respuestas no se pueden contar',
        text: 'Dos personas pueden responder desde un mismo correo si viven en el mismo código postal. Desde esta dirección ya no se pueden contar más respuestas. Para que las suyas cuenten, responda con un correo propio.',
      },
      'duplicate-found-same': {
        title: 'Estas respuestas no se cuentan',
        text: 'Un organizador vio que usted ya había respondido esta encuesta con otra dirección de correo, y cada persona cuenta una vez. Si no es así, escriba a la campaña: la dirección está al pie de esta página.',
      },
      flagged: {
        title: 'Por ahora sus respuestas no se cuentan',
        text: 'La organización de la campaña las apartó y puede volver a contarlas. Si cree que es un error, escriba a la campaña, al pie de esta página.',
      },
      withdrawn: {
        title: 'Usted retiró estas respuestas',
        text: 'No se cuentan. Si cambió de opinión, puede responder de nuevo en la página de la encuesta.',
      },
      invalidated: {
        title: 'Estas respuestas no se cuentan',
        text: 'Su propia página dice por qué, y cómo escribirnos si cree que es un error.',
      },
      'action-closed': {
        title: 'La encuesta ha cerrado',
        text: 'Las respuestas se podían confirmar hasta un día después del cierre. Estas no se confirmaron a tiempo y por eso no se cuentan.',
      },
      'action-removed': {
        title: 'La encuesta se retiró',
        text: 'Quienes la organizan la quitaron, así que las respuestas ya no se pueden confirmar. Las suyas no se cuentan.',
      },
    },
    thanks: {
      title: 'Gracias. Sus respuestas cuentan',
      count:
        '{n, plural, =0 {Todavía no hay respuestas confirmadas en «{title}».} one {Hasta ahora una persona ha respondido a «{title}».} other {Hasta ahora {count} personas han respondido a «{title}».}}',
      shareLead: 'La mayoría de la gente se entera de una encuesta por alguien que conoce.',
      url: 'Enlace a la encuesta',
      supporterPage:
        'Nuestro correo lleva un enlace a su propia página. Allí puede ver, corregir o retirar sus respuestas.',
    },
    supporterPage: {
      title: 'Sus respuestas',
      lead: 'Lo que guardamos de sus respuestas a «{title}», y lo que usted puede hacer con ellas.',
      state: {
        unconfirmed: 'Esperan a que usted las confirme. Use el enlace de nuestro correo.',
        duplicate: 'No se cuentan, porque cada persona cuenta una vez y ya hay respuestas suyas.',
        'shared-inbox':
          'No se cuentan. Desde un correo pueden responder dos personas del mismo código postal, no más.',
        'found-same':
          'No se cuentan. Un organizador vio que usted había respondido también con otra dirección. Si no es así, escriba a la campaña.',
        flagged: 'Por ahora no se cuentan: la organización las apartó. Si es un error, escriba a la campaña.',
        withdrawn: 'Usted las retiró. No se cuentan.',
        'never-confirmed': 'No se cuentan, porque no se confirmaron en 30 días.',
        'struck-off': 'No se cuentan: un organizador las anuló. Si es un error, escriba a la campaña.',
      },
      received: 'Fecha de las respuestas',
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
        uncounted: 'Se borran sus respuestas, su nombre y su correo. No se puede deshacer.',
      },
      notice: {
        withdrawn: 'Sus respuestas están retiradas. Ya no se cuentan.',
        'already-withdrawn': 'Sus respuestas ya estaban retiradas. Nada cambió.',
      },
      inCount: {
        title: '¿Están mis respuestas en el recuento?',
        in: 'Sí. Están en la constancia de la semana que terminó el {date}.',
        leaving: 'Ya no cuentan. Están en la constancia hasta el {date}; la próxima las quita.',
        removed:
          'Estuvieron en el recuento y se quitaron después. La constancia de la semana que terminó el {date} muestra las dos cosas.',
        later: 'Todavía no. Entran en la constancia semanal que se hace el {when}.',
        not: 'No, porque no se cuentan.',
        erased: 'Están en una constancia, pero se borró lo necesario para probarlo.',
      },
      nothing:
        'Todos los datos de estas respuestas están borrados. Solo quedan los totales de la encuesta, y nadie puede ver en ellos quién respondió.',
      toAction: 'Ir a la encuesta',
    },
  },
};
