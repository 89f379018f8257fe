import type { Language } from '../../../web/language.ts';

const en = {
  title: 'Switches',
  lead: 'For a rush, for work on the database, and for a place where many people sign at once. A switch takes effect within two seconds.',
  scope:
    'Every switch here is of the whole site: it holds for all of its campaigns, and every owner of a campaign can turn it. No switch is of one campaign alone.',
  on: 'on',
  off: 'off',
  since: 'On since {since}',
  sinceUntil: 'On since {since}. It ends by itself: {until}',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  working: 'Turning…',
  minutes: 'For how many minutes',
  minutesHint: 'From 1 to 1,440, which is a day. Then it ends by itself.',
  problems: {
    changed:
      'Somebody else has turned this switch in the meantime. Nothing was changed; this is how it stands now.',
    minutes: 'Enter a whole number of minutes from 1 to 1,440',
  },
  switches: {
    'signing-paused': {
      title: 'Signing paused',
      does: 'Nobody can sign or answer a survey. Who has signed can still confirm, change or withdraw.',
      seen: 'Residents see the petition with its numbers. In the place of the form it says that signing is paused for a short while; what somebody was typing is kept.',
    },
    'reminders-paused': {
      title: 'Reminders paused',
      does: 'People who have not confirmed yet get their reminder later. All other mail goes out.',
      seen: 'Residents see nothing of it.',
    },
    'read-only': {
      title: 'Read-only',
      does: 'Nothing is stored and no mail goes out, here in the console either. You can turn it off on this page for 15 minutes after you last showed your passkey; later with the command “npm run switch -- read-only off”.',
      seen: 'Residents read every page. Each says that nothing can be stored at the moment; a form that is sent comes back with what was typed.',
    },
    'event-open': {
      title: 'Room for an event',
      does: 'Allows fifteen times as many signatures from one connection, for a hall or a church where everybody uses one Wi-Fi.',
      seen: 'Residents see nothing of it. While it is on, one computer can also send more forms than usual; each still has to be confirmed by mail.',
    },
  },
};

export const switchesCopy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Interruptores',
    lead: 'Para una avalancha de visitas, para trabajar en la base de datos y para un lugar donde muchas personas firman a la vez. Un interruptor surte efecto en dos segundos.',
    scope:
      'Todos los interruptores son del sitio entero: valen para todas sus campañas, y cualquier responsable de una campaña puede moverlos. Ninguno es de una sola campaña.',
    on: 'encendido',
    off: 'apagado',
    since: 'Encendido desde: {since}',
    sinceUntil: 'Encendido desde: {since}. Termina solo: {until}',
    turnOn: 'Encender',
    turnOff: 'Apagar',
    working: 'Cambiando…',
    minutes: 'Por cuántos minutos',
    minutesHint: 'De 1 a 1,440, que es un día. Después termina solo.',
    problems: {
      changed: 'Otra persona movió este interruptor mientras tanto. No se cambió nada; así está ahora.',
      minutes: 'Escriba un número entero de minutos, de 1 a 1,440',
    },
    switches: {
      'signing-paused': {
        title: 'Firmas en pausa',
        does: 'Nadie puede firmar ni contestar una encuesta. Quien ya firmó puede confirmar, cambiar o retirar su firma.',
        seen: 'La gente ve la petición con sus números. En lugar del formulario se lee que las firmas están en pausa por un momento; lo que alguien estaba escribiendo se conserva.',
      },
      'reminders-paused': {
        title: 'Recordatorios en pausa',
        does: 'Quien todavía no confirmó recibe su recordatorio más tarde. Los demás correos salen.',
        seen: 'La gente no nota nada.',
      },
      'read-only': {
        title: 'Solo lectura',
        does: 'No se guarda nada y no sale ningún correo, tampoco desde esta consola. Usted puede apagarlo en esta página durante los 15 minutos después de usar su llave de acceso; más tarde, con el comando «npm run switch -- read-only off».',
        seen: 'La gente puede leer todas las páginas. Cada una dice que por ahora no se puede guardar nada; un formulario enviado vuelve con lo escrito.',
      },
      'event-open': {
        title: 'Espacio para un evento',
        does: 'Permite quince veces más firmas desde una sola conexión, para un salón o una iglesia donde todos usan el mismo wifi.',
        seen: 'La gente no nota nada. Mientras está encendido, una sola computadora también puede enviar más formularios de lo normal; cada uno se confirma igualmente por correo.',
      },
    },
  },
};
