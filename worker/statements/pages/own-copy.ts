import type { Language } from '../../../web/language.ts';

const en = {
  own: {
    none: 'The count is not in a statement yet. The first one is made on {when}.',
    beingMade: 'Not yet. The next weekly statement is being made now.',
    statement: 'See that statement',
    warning:
      'You can download a receipt: a file that shows that yours was added to the count. You can check it yourself. Only the public list of all codes shows that it was not removed again. Whoever has the receipt can show that you took part, so keep it where nobody else finds it. We never mail it.',
    button: 'Download my receipt',
    check: 'Check a receipt',
  },
};

const es: typeof en = {
  own: {
    none: 'El recuento aún no está en ninguna constancia. La primera se hace el {when}.',
    beingMade: 'Todavía no. La próxima constancia semanal se está haciendo ahora.',
    statement: 'Ver esa constancia',
    warning:
      'Puede descargar un comprobante: un archivo que muestra que lo suyo se añadió al recuento. Lo puede comprobar por su cuenta. Solo la lista pública de todos los códigos muestra que no se quitó después. Quien tenga el comprobante puede mostrar que usted participó; guárdelo donde nadie más lo encuentre. Nunca lo enviamos por correo.',
    button: 'Descargar mi comprobante',
    check: 'Comprobar el archivo',
  },
};

export const copy: Record<Language, typeof en> = { en, es };
