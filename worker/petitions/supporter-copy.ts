import type { Language } from '../../web/language.ts';
import type { SupporterWords } from '../actions/kind.ts';

/** Texts for people who signed, from the form to their own page. */
export const supporterWords: Record<Language, SupporterWords> = {
  en: {
    mails: {
      confirm: {
        subject: 'Confirm your signature: {title}',
        lead: 'You signed “{title}”, addressed {to}. One step is left: confirm that the signature is yours.',
        button: 'Confirm my signature',
        after:
          'The link shows a page with a button. Until you press it, your signature is not counted. The link works for 30 days; after that we erase what you sent.',
        notYou:
          'If you did not sign, do nothing. We write at most five emails a day about this petition to one address.',
      },
      reminder: {
        subject: 'Your signature is waiting for you: {title}',
        lead: 'You signed “{title}” on {date}, and it is not confirmed yet. It does not count until you confirm it.',
      },
      counted: {
        subject: 'You have already signed: {title}',
        lead: 'Someone, perhaps you, signed “{title}” again with your name and address. Your signature of {date} counts, and it counts once. You do not need to do anything.',
      },
      supporterPage:
        'On your own page you can see what we hold, correct it, withdraw your signature or erase it:',
      why: 'You get this email because this address came with a signature, on the petition’s page or on paper.',
    },
    checkEmail: {
      lead: 'One step is left: confirm your signature from your inbox.',
      sentAgain: 'If a signature is waiting for that address, we have sent the email again.',
      press: 'Open the link in it and press “Confirm my signature”.',
      done: 'Then your signature counts for “{title}”.',
      back: 'Back to the petition',
    },
    confirm: {
      title: 'Confirm your signature',
      lead: 'This is what will be counted for “{title}”.',
      button: 'Confirm my signature',
      notYou: 'If you did not sign, close this page. Nothing is counted unless you press the button.',
      supporterPage: 'See, correct or withdraw your signature',
      toAction: 'Go to the petition',
    },
    again: {
      title: 'You have already signed',
      lead: 'Your signature for “{title}” counts, and it counts once. Someone signed again with your name and address.',
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
        text: 'Two people can sign from one inbox if they live in the same ZIP code. No more signatures can be counted from this address. To be counted, sign with an email address of your own.',
      },
      'duplicate-found-same': {
        title: 'This signature is not counted',
        text: 'An organizer found that you had signed this petition from another email address as well, and each person counts once. If that is not so, write to the campaign at the foot of this page.',
      },
      flagged: {
        title: 'Your signature is not counted now',
        text: 'An organizer of the campaign set it aside and can count it again. If you think this is a mistake, write to the campaign at the foot of this page.',
      },
      withdrawn: {
        title: 'You withdrew this signature',
        text: 'It is not counted. If you changed your mind, you can sign again on the petition’s page.',
      },
      invalidated: {
        title: 'This signature is not counted',
        text: 'Your own page says why, and how to reach us if you think this is a mistake.',
      },
      'action-closed': {
        title: 'The petition has closed',
        text: 'Signatures could be confirmed until a day after closing. This one was not confirmed in time, so it is not counted.',
      },
      'action-removed': {
        title: 'The petition was removed',
        text: 'Its organizers took it down, so signatures can no longer be confirmed. Yours is not counted.',
      },
    },
    thanks: {
      title: 'Thank you. Your signature counts',
      count:
        '{n, plural, =0 {No signature is confirmed for “{title}” yet.} one {One person has signed “{title}” so far.} other {{count} people have signed “{title}” so far.}}',
      shareLead: 'Most people hear about a petition from someone they know.',
      url: 'Link to the petition',
      supporterPage:
        'Our email to you has a link to your own page. There you can see, correct or withdraw your signature.',
    },
    supporterPage: {
      title: 'Your signature',
      lead: 'What we hold about your signature on “{title}”, and what you can do with it.',
      state: {
        unconfirmed: 'Waiting for you to confirm it. Use the link in our email.',
        duplicate: 'Not counted, because each person counts once and a signature of yours already does.',
        'shared-inbox': 'Not counted. Two people can sign from one inbox if they share a ZIP code, no more.',
        'found-same':
          'Not counted. An organizer found that you had signed from another address as well. If that is not so, write to the campaign.',
        flagged: 'Not counted now: an organizer set it aside. If this is a mistake, write to the campaign.',
        withdrawn: 'Withdrawn by you. It is not counted.',
        'never-confirmed': 'Not counted, because it was not confirmed within 30 days.',
        'struck-off': 'Not counted: an organizer struck it off. If this is a mistake, write to the campaign.',
      },
      received: 'Signed',
      correct: {
        heading: 'Correct it',
        email: 'The email address cannot be changed here. To use another one, withdraw and sign again.',
      },
      withdraw: {
        heading: 'Withdraw it',
        open: 'I want to withdraw my signature',
        text: 'Your signature stops counting at once. We keep the record so that you can see it here.',
        button: 'Withdraw my signature',
      },
      erase: {
        heading: 'Erase it',
        text: 'Your signature stops counting and your name, email address and comment are deleted. This cannot be undone.',
        uncounted: 'Your name, email address and comment are deleted. This cannot be undone.',
      },
      notice: {
        withdrawn: 'Your signature is withdrawn. It is no longer counted.',
        'already-withdrawn': 'Your signature was withdrawn before. Nothing changed.',
      },
      inCount: {
        title: 'Is my signature in the count?',
        in: 'Yes. It is in the statement for the week ending {date}.',
        leaving: 'It no longer counts. It is in the statement up to {date}; the next one takes it out.',
        removed:
          'It was in the count and was taken out again. The statement for the week ending {date} has both.',
        later: 'Not yet. It goes into the weekly statement that is made on {when}.',
        not: 'No, because it is not counted.',
        erased: 'It is in a statement, but what is needed to prove it was erased.',
      },
      nothing:
        'Everything about this signature is erased. Only the petition’s totals remain, and no one can tell from them who signed.',
      toAction: 'Go to the petition',
    },
    publicName: {
      shown: 'Shown on the petition’s page',
      notShown: 'Nothing of you is shown',
      heading: 'Shown on the petition’s page',
      nameHidden: 'Nothing of you is shown',
      tick: 'Show my name on the petition’s page',
    },
  },
  es: {
    mails: {
      confirm: {
        subject: 'Confirme su firma: {title}',
        lead: 'Usted firmó «{title}», dirigida {to}. Falta un paso: confirmar que la firma es suya.',
        button: 'Confirmar mi firma',
        after:
          'El enlace muestra una página con un botón. Su firma no cuenta hasta que usted lo pulse. El enlace sirve durante 30 días; después borramos lo que envió.',
        notYou:
          'Si usted no firmó, no haga nada. Escribimos como máximo cinco correos al día sobre esta petición a una misma dirección.',
      },
      reminder: {
        subject: 'Su firma le espera: {title}',
        lead: 'Usted firmó «{title}» el {date} y todavía no la ha confirmado. No cuenta hasta que usted la confirme.',
      },
      counted: {
        subject: 'Usted ya firmó: {title}',
        lead: 'Alguien, quizá usted, firmó otra vez «{title}» con su nombre y su dirección. Su firma del {date} cuenta, y cuenta una vez. No tiene que hacer nada.',
      },
      supporterPage:
        'En su propia página puede ver lo que guardamos, corregirlo, retirar su firma o borrarla:',
      why: 'Recibe este correo porque esta dirección llegó con una firma, en la página de la petición o en papel.',
    },
    checkEmail: {
      lead: 'Falta un paso: confirme su firma desde su buzón.',
      sentAgain: 'Si hay una firma en espera para esa dirección, hemos enviado el correo otra vez.',
      press: 'Abra el enlace y pulse «Confirmar mi firma».',
      done: 'Entonces su firma cuenta para «{title}».',
      back: 'Volver a la petición',
    },
    confirm: {
      title: 'Confirme su firma',
      lead: 'Esto es lo que se contará para «{title}».',
      button: 'Confirmar mi firma',
      notYou: 'Si usted no firmó, cierre esta página. Nada se cuenta si no pulsa el botón.',
      supporterPage: 'Ver, corregir o retirar su firma',
      toAction: 'Ir a la petición',
    },
    again: {
      title: 'Usted ya firmó',
      lead: 'Su firma para «{title}» cuenta, y cuenta una vez. Alguien firmó de nuevo con su nombre y su dirección.',
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
        text: 'Dos personas pueden firmar desde un mismo correo si viven en el mismo código postal. Desde esta dirección ya no se puede contar otra firma. Para que la suya cuente, firme con un correo propio.',
      },
      'duplicate-found-same': {
        title: 'Esta firma no se cuenta',
        text: 'Un organizador vio que usted ya había firmado esta petición con otra dirección de correo, y cada persona cuenta una vez. Si no es así, escriba a la campaña: la dirección está al pie de esta página.',
      },
      flagged: {
        title: 'Por ahora su firma no se cuenta',
        text: 'La organización de la campaña la apartó y puede volver a contarla. Si cree que es un error, escriba a la campaña, al pie de esta página.',
      },
      withdrawn: {
        title: 'Usted retiró esta firma',
        text: 'No se cuenta. Si cambió de opinión, puede firmar de nuevo en la página de la petición.',
      },
      invalidated: {
        title: 'Esta firma no se cuenta',
        text: 'Su propia página dice por qué, y cómo escribirnos si cree que es un error.',
      },
      'action-closed': {
        title: 'La petición ha cerrado',
        text: 'Las firmas se podían confirmar hasta un día después del cierre. Esta no se confirmó a tiempo y por eso no se cuenta.',
      },
      'action-removed': {
        title: 'La petición se retiró',
        text: 'Quienes la organizan la quitaron, así que las firmas ya no se pueden confirmar. La suya no se cuenta.',
      },
    },
    thanks: {
      title: 'Gracias. Su firma cuenta',
      count:
        '{n, plural, =0 {Todavía no hay firmas confirmadas para «{title}».} one {Hasta ahora una persona ha firmado «{title}».} other {Hasta ahora {count} personas han firmado «{title}».}}',
      shareLead: 'La mayoría de la gente se entera de una petición por alguien que conoce.',
      url: 'Enlace a la petición',
      supporterPage:
        'Nuestro correo lleva un enlace a su propia página. Allí puede ver, corregir o retirar su firma.',
    },
    supporterPage: {
      title: 'Su firma',
      lead: 'Lo que guardamos de su firma en «{title}», y lo que usted puede hacer con ella.',
      state: {
        unconfirmed: 'Espera a que usted la confirme. Use el enlace de nuestro correo.',
        duplicate: 'No se cuenta, porque cada persona cuenta una vez y ya hay una firma suya.',
        'shared-inbox':
          'No se cuenta. Desde un correo pueden firmar dos personas del mismo código postal, no más.',
        'found-same':
          'No se cuenta. Un organizador vio que usted había firmado también con otra dirección. Si no es así, escriba a la campaña.',
        flagged: 'Por ahora no se cuenta: la organización la apartó. Si es un error, escriba a la campaña.',
        withdrawn: 'Usted la retiró. No se cuenta.',
        'never-confirmed': 'No se cuenta, porque no se confirmó en 30 días.',
        'struck-off': 'No se cuenta: un organizador la anuló. Si es un error, escriba a la campaña.',
      },
      received: 'Fecha de la firma',
      correct: {
        heading: 'Corregirla',
        email: 'El correo no se puede cambiar aquí. Para usar otro, retire su firma y firme de nuevo.',
      },
      withdraw: {
        heading: 'Retirarla',
        open: 'Quiero retirar mi firma',
        text: 'Su firma deja de contar enseguida. Guardamos el registro para que usted pueda verlo aquí.',
        button: 'Retirar mi firma',
      },
      erase: {
        heading: 'Borrarla',
        text: 'Su firma deja de contar y se borran su nombre, su correo y su comentario. No se puede deshacer.',
        uncounted: 'Se borran su nombre, su correo y su comentario. No se puede deshacer.',
      },
      notice: {
        withdrawn: 'Su firma está retirada. Ya no se cuenta.',
        'already-withdrawn': 'Su firma ya estaba retirada. Nada cambió.',
      },
      inCount: {
        title: '¿Está mi firma en el recuento?',
        in: 'Sí. Está en la constancia de la semana que terminó el {date}.',
        leaving: 'Ya no cuenta. Está en la constancia hasta el {date}; la próxima la quita.',
        removed:
          'Estuvo en el recuento y se quitó después. La constancia de la semana que terminó el {date} muestra las dos cosas.',
        later: 'Todavía no. Entra en la constancia semanal que se hace el {when}.',
        not: 'No, porque no se cuenta.',
        erased: 'Está en una constancia, pero se borró lo necesario para probarlo.',
      },
      nothing:
        'Todos los datos de esta firma están borrados. Solo quedan los totales de la petición, y nadie puede ver en ellos quién firmó.',
      toAction: 'Ir a la petición',
    },
    publicName: {
      shown: 'Se muestra en la página de la petición',
      notShown: 'No se muestra nada de usted',
      heading: 'Se muestra en la página de la petición',
      nameHidden: 'No se muestra nada de usted',
      tick: 'Mostrar mi nombre en la página de la petición',
    },
  },
};
