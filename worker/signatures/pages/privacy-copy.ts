import type { Language } from '../../../web/language.ts';

const en = {
  kept: {
    person:
      'Your name, email address, ZIP code{districts, select, yes { and district} other {}}, and a comment if you write one. Name, address and comment are stored encrypted, except what is shown to everybody.',
    street:
      'Your street, if the form asks for it. It is stored encrypted and used only to find the same person twice.',
    around:
      'When you signed or answered and when you confirmed, your language, and the link or poster that brought you here.',
    codes:
      'To count each person once, we compare codes made from your name, address and ZIP code. Without our key nobody can turn them back.',
    arrival:
      'To find many false signatures from one place, a code of the internet connection that the form came from, which is another one each day, and a code of what stands after the @ of your address. If unusually many come in within an hour with one such code, the code and how many they were are kept for 30 days.',
  },
  shown: {
    'after-a-look':
      'Your name or your comment is shown on the page of a petition only if you ask for it, and after an organizer has looked at it. {districts, select, yes {Your district and the day are} other {The day is}} shown beside it.',
    'at-once':
      'Your name or your comment is shown on the page of a petition only if you ask for it. {districts, select, yes {Your district and the day are} other {The day is}} shown beside it. A long text, or one with a link or a number in it, waits for an organizer. So does one with a word that the campaign holds back.',
    counts:
      'How many people signed or answered: in all, by {districts, select, yes {district} other {place}}, by day, and by the link or poster that brought them. Never who.',
  },
  given: {
    organizers:
      'The organizers read names and comments that people ask to show. They open the rest of what is encrypted about you only for a stated reason: you wrote to them, two signatures may be one person’s, somebody complains, a signature may be false, or mail does not arrive. The log says who opened it, when and why. Whoever runs this site holds the key to all that is encrypted.',
    news: 'The campaign may use your address for its news only if you check that box. Each mail of news has a link that stops them.',
  },
  until: {
    unconfirmed: 'What nobody confirms is erased after 30 days.',
    closed:
      '{days, plural, one {One day} other {# days}} after a petition or survey has closed, everything about you in it is erased. Only the counts stay.',
    own: 'What you withdraw is no longer counted or shown. What you erase is gone at once.',
  },
  rights: {
    page: 'Each email from us has a link to your own page. There you can see all that we keep about you, save it as a file, correct it, withdraw it or erase it. You need no account.',
    lost: 'If you lost that email, fill in the form again with the same name and address while it is open. The email that comes then has the link, and you still count once.',
    complain: 'If something is wrong and you cannot change it there, write to the campaign.',
  },
};

export const privacyCopy: Record<Language, typeof en> = {
  en,
  es: {
    kept: {
      person:
        'Su nombre, correo, código postal{districts, select, yes { y distrito} other {}}, y su comentario si escribe uno. El nombre, el correo y el comentario se guardan cifrados, salvo lo que se muestra a todo el mundo.',
      street:
        'Su calle, donde el formulario la pide. Se guarda cifrada y solo sirve para encontrar a la misma persona dos veces.',
      around: 'Cuándo firmó o respondió y cuándo confirmó, su idioma, y el enlace o cartel por el que llegó.',
      codes:
        'Para contar a cada persona una vez, comparamos códigos hechos con su nombre, correo y código postal. Sin nuestra clave, nadie puede volver de ellos a usted.',
      arrival:
        'Para encontrar muchas firmas falsas de un mismo lugar, un código de la conexión por la que llegó el formulario, que cambia cada día, y otro de lo que sigue a la @ en su correo. Si en una hora llegan muchas más de lo normal con un mismo código, ese código y cuántas fueron se guardan 30 días.',
    },
    shown: {
      'after-a-look':
        'Su nombre o su comentario aparece en la página de una petición solo si usted lo pide, y cuando alguien de la organización lo ha revisado. A su lado {districts, select, yes {aparecen su distrito y el día} other {aparece el día}}.',
      'at-once':
        'Su nombre o su comentario aparece en la página de una petición solo si usted lo pide. A su lado {districts, select, yes {aparecen su distrito y el día} other {aparece el día}}. Lo que es largo o lleva un enlace, un número o una palabra que la campaña retiene se revisa antes.',
      counts:
        'Cuántas personas firmaron o respondieron: en total, por {districts, select, yes {distrito} other {lugar}}, por día y por el enlace o cartel por el que llegaron. Nunca quiénes.',
    },
    given: {
      organizers:
        'La organización lee los nombres y comentarios que la gente pide mostrar. Solo abre lo demás que está cifrado sobre usted por un motivo declarado: usted le escribió, dos firmas pueden ser de la misma persona, alguien se queja, una firma puede ser falsa o el correo no llega. El registro dice quién lo abrió, cuándo y por qué. Quien administra este sitio tiene la clave de todo lo cifrado.',
      news: 'La campaña puede usar su correo para sus noticias solo si usted marca esa casilla. Cada correo de noticias tiene un enlace para no recibir más.',
    },
    until: {
      unconfirmed: 'Lo que nadie confirma se borra a los 30 días.',
      closed:
        '{days, plural, one {Un día} other {# días}} después de que cierra una petición o encuesta, se borra en ella todo lo que habla de usted. Solo quedan los totales.',
      own: 'Lo que usted retira deja de contarse y de mostrarse. Lo que borra desaparece enseguida.',
    },
    rights: {
      page: 'Cada correo nuestro lleva un enlace a su propia página. Allí puede ver todo lo que guardamos de usted, descargarlo, corregirlo, retirarlo o borrarlo. No necesita una cuenta.',
      lost: 'Si perdió ese correo, rellene otra vez el formulario con el mismo nombre y correo mientras esté abierto. El correo que llega entonces trae el enlace, y usted sigue contando una vez.',
      complain: 'Si algo está mal y no puede cambiarlo allí, escriba a la campaña.',
    },
  },
};
