import type { Language } from '../../../web/language.ts';

const en = {
  title: 'For developers',
  lead: 'Read the counts, send signatures and get events from your own programs. You need no account to read.',
  document:
    'This page is made from {openapi}, an OpenAPI 3.1 document. Names of fields are the same in both languages.',
  start: {
    heading: 'Getting started',
    reading: 'Any site may read. Add lang=en or lang=es to an address to choose the language.',
    balance: 'All numbers of an answer are from the same moment, as_of. received is the sum of all states.',
    signing:
      'Anyone may sign by JSON. The person gets a mail with a link to confirm. Only then does it count.',
    retry:
      'Send a form_token of your own with each signature, 16 to 64 letters, digits, - or _. When you get no answer, send the same again: it stays one signature.',
  },
  key: {
    heading: 'The key of a partner',
    text: 'A partner of a campaign gets a key from its organizers. Keep it on your server. With it, signatures are credited to your own sources.',
    how: 'Send it as a header: {header}',
    limit: 'A key may send {count} signatures a day. Without one, the limits are for each connection.',
    answer: 'No answer contains what a person entered.',
  },
  operations: 'Addresses',
  takesKey: 'Accepts a partner’s key, and works without one.',
  fields: 'Fields and status codes',
  parameters: 'In the address',
  body: 'What you send',
  answer: 'What comes back',
  responses: 'Status codes',
  example: 'Example',
  columns: { name: 'Name', type: 'Type', text: 'Meaning', status: 'Status', required: 'required' },
  errors: {
    heading: 'When something is wrong',
    text: 'Errors are application/problem+json (RFC 9457). With 422, errors names each field and what to put right. With 429 and 503, Retry-After says how many seconds to wait.',
  },
  webhooks: {
    heading: 'Webhooks',
    text: 'We can tell a partner’s server what happens. The organizers add your address and give you a secret. Each delivery is signed by Standard Webhooks.',
    personal:
      'You get counts. A person’s name, email and ZIP code are in it only if that person checked the box that you may write, and came through your source.',
    verify: 'Check each delivery before you trust it:',
    retries:
      'Answer with 2xx within ten seconds. If not, we try again after 5 seconds, 5 minutes, 30 minutes, 2, 5, 10, 14, 20 and 24 hours. Deliveries can come in another order, or twice: webhook-id identifies each one. With 410 we stop.',
  },
  embeds: {
    heading: 'Widgets',
    text: 'The page “Put this on your site” of a petition gives you its snippet. The element tells your page what happens by three events, with nothing personal in them:',
    ready: 'the form is visible',
    signed: 'a person has sent the form',
    resize: 'the height has changed; detail.height is in pixels',
    oembed: 'Sites that support oEmbed show a counter for the address of a petition.',
  },
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    title: 'Para desarrolladores',
    lead: 'Lea los recuentos, envíe firmas y reciba eventos desde sus propios programas. Para leer no hace falta cuenta.',
    document:
      'Esta página se hace con {openapi}, un documento OpenAPI 3.1. Los nombres de los campos son los mismos en los dos idiomas.',
    start: {
      heading: 'Cómo empezar',
      reading: 'Cualquier sitio puede leer. Añada lang=en o lang=es a una dirección para elegir el idioma.',
      balance:
        'Los números de una respuesta son todos del mismo momento, as_of. received es la suma de todos los estados.',
      signing:
        'Cualquiera puede firmar por JSON. Un correo pide a la persona que confirme: solo entonces cuenta.',
      retry:
        'Envíe con cada firma un form_token propio, de 16 a 64 letras, cifras, - o _. Si no recibe respuesta, envíe lo mismo otra vez: sigue siendo una sola firma.',
    },
    key: {
      heading: 'La clave de un socio',
      text: 'Un socio de una campaña recibe su clave de quienes la organizan. Guárdela en su servidor. Con ella, las firmas se acreditan a sus propios medios.',
      how: 'Envíela como encabezado: {header}',
      limit: 'Una clave puede enviar {count} firmas al día. Sin clave, los límites son por conexión.',
      answer: 'Ninguna respuesta contiene lo que escribió una persona.',
    },
    operations: 'Direcciones',
    takesKey: 'Acepta la clave de un socio y funciona sin ella.',
    fields: 'Campos y códigos de estado',
    parameters: 'En la dirección',
    body: 'Lo que usted envía',
    answer: 'Lo que vuelve',
    responses: 'Códigos de estado',
    example: 'Ejemplo',
    columns: { name: 'Nombre', type: 'Tipo', text: 'Significado', status: 'Estado', required: 'obligatorio' },
    errors: {
      heading: 'Cuando algo está mal',
      text: 'Los errores son application/problem+json (RFC 9457). Con 422, errors nombra cada campo y lo que hay que corregir. Con 429 y 503, Retry-After dice cuántos segundos hay que esperar.',
    },
    webhooks: {
      heading: 'Webhooks',
      text: 'Podemos avisar al servidor de un socio de lo que pasa. Quienes organizan añaden su dirección y le dan un secreto. Cada envío va firmado según Standard Webhooks.',
      personal:
        'Usted recibe recuentos. El nombre, el correo y el código postal de una persona van solo si ella marcó que usted le puede escribir y llegó por un medio suyo.',
      verify: 'Compruebe cada envío antes de fiarse de él:',
      retries:
        'Responda con 2xx en diez segundos. Si no, lo intentamos otra vez a los 5 segundos, 5 minutos, 30 minutos, 2, 5, 10, 14, 20 y 24 horas. El orden puede cambiar y un envío puede llegar dos veces: webhook-id lo identifica. Con 410 dejamos de enviar.',
    },
    embeds: {
      heading: 'Widgets',
      text: 'La página para compartir de una petición le da su código. El elemento avisa a su página con tres eventos, sin nada personal:',
      ready: 'el formulario ya se ve',
      signed: 'una persona envió el formulario',
      resize: 'cambió la altura; detail.height está en píxeles',
      oembed: 'Los sitios que admiten oEmbed muestran un contador a partir de la dirección de una petición.',
    },
  },
};
