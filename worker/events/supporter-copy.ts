import type { Language } from '../../web/language.ts';
import type { SupporterWords } from '../actions/kind.ts';

/** Texts for people who signed up, from the form to their own page. */
export const supporterWords: Record<Language, SupporterWords> = {
  en: {
    mails: {
      confirm: {
        subject: 'Confirm your sign-up: {title}',
        lead: 'You signed up for “{title}”. One step is left: confirm that it was you.',
        button: 'Confirm my sign-up',
        after:
          'The link shows a page with a button. You have no place until you press it. The link works for 30 days; after that we erase what you sent.',
        notYou:
          'If you did not sign up, do nothing. We write at most five emails a day about this event to one address.',
      },
      reminder: {
        subject: 'Your sign-up is waiting for you: {title}',
        lead: 'You signed up for “{title}” on {date} and have not confirmed it yet. You have no place until you do.',
      },
      counted: {
        subject: 'You have already signed up: {title}',
        lead: 'Someone, perhaps you, signed up for “{title}” again with your name and address. Your sign-up of {date} counts, and it counts once. You do not need to do anything. To change the time or cancel, use your own page.',
      },
      supporterPage:
        'On your own page you can see your time and the place, change them, cancel, or erase what we hold:',
      why: 'You get this email because this address was entered on the event’s page.',
    },
    checkEmail: {
      lead: 'One step is left: confirm your sign-up from your inbox.',
      sentAgain: 'If a sign-up is waiting for that address, we have sent the email again.',
      press: 'Open the link in it and press “Confirm my sign-up”.',
      done: 'Then you have a place in “{title}”, or you are on the waiting list if it is full.',
      back: 'Back to the event',
    },
    confirm: {
      title: 'Confirm your sign-up',
      lead: 'These are your details for “{title}”.',
      button: 'Confirm my sign-up',
      notYou: 'If you did not sign up, close this page. Nothing happens unless you press the button.',
      supporterPage: 'See, change or cancel your sign-up',
      toAction: 'Go to the event',
    },
    again: {
      title: 'You have already signed up',
      lead: 'Your sign-up for “{title}” counts, and it counts once. Someone signed up again with your name and address.',
      notYou: 'If it was not you, close this page. Nobody learns that you signed up.',
    },
    states: {
      confirmed: {
        title: 'Your sign-up is confirmed',
        text: 'You confirmed it before. Your own page says whether you have a place.',
      },
      'duplicate-same-person': {
        title: 'You have already signed up',
        text: 'A sign-up with this name and this email address already counts for this event. To change the time, use the link to your own page in our first email.',
      },
      'duplicate-shared-inbox': {
        title: 'This sign-up cannot be counted',
        text: 'Two people can sign up from one inbox if they live in the same ZIP code. No more can be counted from this address. To take part, sign up with an email address of your own.',
      },
      'duplicate-found-same': {
        title: 'This sign-up is not counted',
        text: 'An organizer found that you had signed up from another email address as well, and each person counts once. If that is not so, write to the campaign at the foot of this page.',
      },
      flagged: {
        title: 'Your sign-up is not counted now',
        text: 'An organizer of the campaign set it aside and can count it again. If you think this is a mistake, write to the campaign at the foot of this page.',
      },
      withdrawn: {
        title: 'You canceled this sign-up',
        text: 'You have no place. If you changed your mind, you can sign up again on the event’s page.',
      },
      invalidated: {
        title: 'This sign-up is not counted',
        text: 'Your own page says why, and how to reach us if you think this is a mistake.',
      },
      'action-closed': {
        title: 'Sign-up has closed',
        text: 'Sign-ups could be confirmed until a day after closing. This one was not confirmed in time, so you have no place.',
      },
      'action-removed': {
        title: 'The event was removed',
        text: 'Its organizers took it down, so sign-ups can no longer be confirmed.',
      },
    },
    thanks: {
      title: 'Thank you. Your sign-up is confirmed',
      count:
        '{n, plural, =0 {No one has signed up for “{title}” yet.} one {One person has signed up for “{title}” so far.} other {{count} people have signed up for “{title}” so far.}}',
      shareLead: 'Most people hear about an event from someone they know.',
      url: 'Link to the event',
      supporterPage:
        'Our email to you has a link to your own page. It says whether you have a place, and where to go. There you can change the time or cancel.',
    },
    supporterPage: {
      title: 'Your sign-up',
      lead: 'What we hold about your sign-up for “{title}”, and what you can do with it.',
      state: {
        unconfirmed: 'Waiting for you to confirm it. Use the link in our email.',
        duplicate: 'Not counted, because each person counts once and another sign-up of yours does.',
        'shared-inbox':
          'Not counted. Two people can sign up from one inbox if they share a ZIP code, no more.',
        'found-same':
          'Not counted. An organizer found that you had signed up from another address as well. If that is not so, write to the campaign.',
        flagged: 'Not counted now: an organizer set it aside. If this is a mistake, write to the campaign.',
        withdrawn: 'Canceled by you. You have no place.',
        'never-confirmed': 'Not counted, because it was not confirmed within 30 days.',
        'struck-off': 'Not counted: an organizer struck it off. If this is a mistake, write to the campaign.',
      },
      received: 'Signed up',
      correct: {
        heading: 'Correct your details',
        email: 'The email address cannot be changed here. To use another one, cancel and sign up again.',
      },
      withdraw: {
        heading: 'Cancel your sign-up',
        open: 'I want to cancel',
        text: 'Your place is free at once, and the next person in line gets it. We keep the record so that you can see it here.',
        button: 'Cancel my sign-up',
      },
      erase: {
        heading: 'Erase it',
        text: 'Your sign-up is canceled. Your name, your email address and all else you entered are deleted. This cannot be undone.',
        uncounted:
          'Your name, your email address and all else you entered are deleted. This cannot be undone.',
      },
      notice: {
        withdrawn: 'Your sign-up is canceled. Your place is free for somebody else.',
        'already-withdrawn': 'Your sign-up was canceled before. Nothing changed.',
      },
      inCount: {
        title: 'Is my sign-up in the count?',
        in: 'Yes. It is in the statement for the week ending {date}.',
        leaving: 'It no longer counts. It is in the statement up to {date}; the next one takes it out.',
        removed:
          'It was in the count and was taken out again. The statement for the week ending {date} has both.',
        later: 'Not yet. It goes into the weekly statement that is made on {when}.',
        not: 'No, because it is not counted.',
        erased: 'It is in a statement, but what is needed to prove it was erased.',
      },
      nothing:
        'Everything about this sign-up is erased. Only the event’s totals remain, and no one can tell from them who signed up.',
      toAction: 'Go to the event',
    },
  },
  es: {
    mails: {
      confirm: {
        subject: 'Confirme su inscripción: {title}',
        lead: 'Usted se inscribió en «{title}». Falta un paso: confirmar que fue usted.',
        button: 'Confirmar mi inscripción',
        after:
          'El enlace muestra una página con un botón. Usted no tiene lugar hasta que lo pulse. El enlace sirve durante 30 días; después borramos lo que envió.',
        notYou:
          'Si usted no se inscribió, no haga nada. Escribimos como máximo cinco correos al día sobre este evento a una misma dirección.',
      },
      reminder: {
        subject: 'Su inscripción le espera: {title}',
        lead: 'Usted se inscribió en «{title}» el {date} y todavía no lo ha confirmado. No tiene lugar hasta que lo haga.',
      },
      counted: {
        subject: 'Usted ya se inscribió: {title}',
        lead: 'Alguien, quizá usted, se inscribió otra vez en «{title}» con su nombre y su dirección. Su inscripción del {date} cuenta, y cuenta una vez. No tiene que hacer nada. Para cambiar el horario o cancelar, use su propia página.',
      },
      supporterPage:
        'En su propia página puede ver su horario y el lugar, cambiarlos, cancelar o borrar lo que guardamos:',
      why: 'Recibe este correo porque esta dirección se escribió en la página del evento.',
    },
    checkEmail: {
      lead: 'Falta un paso: confirme su inscripción desde su buzón.',
      sentAgain: 'Si hay una inscripción en espera para esa dirección, hemos enviado el correo otra vez.',
      press: 'Abra el enlace y pulse «Confirmar mi inscripción».',
      done: 'Entonces tiene un lugar en «{title}», o queda en la lista de espera si está lleno.',
      back: 'Volver al evento',
    },
    confirm: {
      title: 'Confirme su inscripción',
      lead: 'Estos son sus datos para «{title}».',
      button: 'Confirmar mi inscripción',
      notYou: 'Si usted no se inscribió, cierre esta página. No pasa nada si no pulsa el botón.',
      supporterPage: 'Ver, cambiar o cancelar su inscripción',
      toAction: 'Ir al evento',
    },
    again: {
      title: 'Usted ya se inscribió',
      lead: 'Su inscripción en «{title}» cuenta, y cuenta una vez. Alguien se inscribió de nuevo con su nombre y su dirección.',
      notYou: 'Si no fue usted, cierre esta página. Nadie se entera de que usted se inscribió.',
    },
    states: {
      confirmed: {
        title: 'Su inscripción está confirmada',
        text: 'Usted ya la había confirmado. Su propia página dice si tiene lugar.',
      },
      'duplicate-same-person': {
        title: 'Usted ya se inscribió',
        text: 'Una inscripción con este nombre y este correo ya cuenta para este evento. Para cambiar el horario, use el enlace a su propia página en nuestro primer correo.',
      },
      'duplicate-shared-inbox': {
        title: 'Esta inscripción no se puede contar',
        text: 'Dos personas pueden inscribirse desde un mismo correo si viven en el mismo código postal. Desde esta dirección ya no se pueden contar más. Para participar, inscríbase con un correo propio.',
      },
      'duplicate-found-same': {
        title: 'Esta inscripción no se cuenta',
        text: 'La organización vio que usted ya se había inscrito con otra dirección de correo, y cada persona cuenta una vez. Si no es así, escriba a la campaña: la dirección está al pie de esta página.',
      },
      flagged: {
        title: 'Por ahora su inscripción no se cuenta',
        text: 'La organización de la campaña la apartó y puede volver a contarla. Si cree que es un error, escriba a la campaña, al pie de esta página.',
      },
      withdrawn: {
        title: 'Usted canceló esta inscripción',
        text: 'No tiene lugar. Si cambió de opinión, puede inscribirse de nuevo en la página del evento.',
      },
      invalidated: {
        title: 'Esta inscripción no se cuenta',
        text: 'Su propia página dice por qué, y cómo escribirnos si cree que es un error.',
      },
      'action-closed': {
        title: 'Las inscripciones han cerrado',
        text: 'Se podía confirmar hasta un día después del cierre. Esta inscripción no se confirmó a tiempo, así que usted no tiene lugar.',
      },
      'action-removed': {
        title: 'El evento se retiró',
        text: 'Quienes lo organizan lo quitaron, así que las inscripciones ya no se pueden confirmar.',
      },
    },
    thanks: {
      title: 'Gracias. Su inscripción está confirmada',
      count:
        '{n, plural, =0 {Todavía nadie se ha inscrito en «{title}».} one {Hasta ahora una persona se ha inscrito en «{title}».} other {Hasta ahora {count} personas se han inscrito en «{title}».}}',
      shareLead: 'La mayoría de la gente se entera de un evento por alguien que conoce.',
      url: 'Enlace al evento',
      supporterPage:
        'Nuestro correo lleva un enlace a su propia página. Ahí dice si tiene lugar y adónde ir. También puede cambiar el horario o cancelar.',
    },
    supporterPage: {
      title: 'Su inscripción',
      lead: 'Lo que guardamos de su inscripción en «{title}», y lo que usted puede hacer con ella.',
      state: {
        unconfirmed: 'Espera a que usted la confirme. Use el enlace de nuestro correo.',
        duplicate: 'No se cuenta, porque cada persona cuenta una vez y ya hay otra inscripción suya.',
        'shared-inbox':
          'No se cuenta. Desde un correo pueden inscribirse dos personas del mismo código postal, no más.',
        'found-same':
          'No se cuenta. La organización vio que usted se había inscrito también con otra dirección. Si no es así, escriba a la campaña.',
        flagged: 'Por ahora no se cuenta: la organización la apartó. Si es un error, escriba a la campaña.',
        withdrawn: 'Usted la canceló. No tiene lugar.',
        'never-confirmed': 'No se cuenta, porque no se confirmó en 30 días.',
        'struck-off': 'No se cuenta: la organización la anuló. Si es un error, escriba a la campaña.',
      },
      received: 'Fecha de la inscripción',
      correct: {
        heading: 'Corregir sus datos',
        email: 'El correo no se puede cambiar aquí. Para usar otro, cancele e inscríbase de nuevo.',
      },
      withdraw: {
        heading: 'Cancelar su inscripción',
        open: 'Quiero cancelar',
        text: 'Su lugar queda libre enseguida y pasa a la siguiente persona de la lista. Guardamos el registro para que usted pueda verlo aquí.',
        button: 'Cancelar mi inscripción',
      },
      erase: {
        heading: 'Borrarla',
        text: 'Su inscripción se cancela. Se borran su nombre, su correo y todo lo demás que escribió. No se puede deshacer.',
        uncounted: 'Se borran su nombre, su correo y todo lo demás que escribió. No se puede deshacer.',
      },
      notice: {
        withdrawn: 'Su inscripción está cancelada. Su lugar queda libre para otra persona.',
        'already-withdrawn': 'Su inscripción ya estaba cancelada. Nada cambió.',
      },
      inCount: {
        title: '¿Está mi inscripción en el recuento?',
        in: 'Sí. Está en la constancia de la semana que terminó el {date}.',
        leaving: 'Ya no cuenta. Está en la constancia hasta el {date}; la siguiente la quita.',
        removed:
          'Estuvo en el recuento y se quitó. La constancia de la semana que terminó el {date} tiene las dos cosas.',
        later: 'Todavía no. Entra en la constancia semanal que se hace el {when}.',
        not: 'No, porque no se cuenta.',
        erased: 'Está en una constancia, pero lo que hace falta para demostrarlo se borró.',
      },
      nothing:
        'Todo lo de esta inscripción está borrado. Solo quedan los totales del evento, y con ellos nadie puede saber quién se inscribió.',
      toAction: 'Ir al evento',
    },
  },
};
