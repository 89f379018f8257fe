import type { Language } from './language.ts';

const en = {
  product: 'Undersigned',
  errorTitle: 'Error: {title}',
  skip: 'Skip to the content',
  otherLanguage: 'Español',
  enter: 'Continue',
  languages: 'Language',
  exit: 'Exit this page',
  exitNote: 'This does not clear your browser’s history.',
  readOnly:
    'We are working on this site. You can read everything, and nothing is lost. Signing and changes will be back soon.',
  blank: 'Clear this box',
  left: 'Close this tab to leave the page.',
  stuck:
    'The site around this box does not let it send a form or open a window. Open this address in a tab of its own:',
  openPage: 'Open in a new tab',
  privacyLink: 'Privacy',
  privacyLong: 'How we use what you enter',
  accessibility: 'Accessibility',
  developers: 'For developers',
  contact: 'Questions about this campaign:',
  privacy: 'We use what you enter to count you once and for nothing you did not agree to.',
  software:
    'Undersigned is open software for petitions that a council can count on. It sets no cookies here.',
};

export const copy: Record<Language, typeof en> = {
  en,
  es: {
    product: 'Undersigned',
    errorTitle: 'Error: {title}',
    skip: 'Ir al contenido',
    otherLanguage: 'English',
    enter: 'Continuar',
    languages: 'Idioma',
    exit: 'Salir de esta página',
    exitNote: 'Esto no borra su historial.',
    readOnly:
      'Estamos trabajando en este sitio. Usted puede leerlo todo y nada se pierde. Pronto se podrá firmar y hacer cambios otra vez.',
    blank: 'Vaciar este recuadro',
    left: 'Para salir de la página, cierre esta pestaña.',
    stuck:
      'El sitio alrededor de este recuadro no le permite enviar formularios ni abrir ventanas. Abra esta dirección en otra pestaña:',
    openPage: 'Abrir en otra pestaña',
    privacyLink: 'Privacidad',
    privacyLong: 'Qué pasa con lo que usted escribe',
    accessibility: 'Accesibilidad',
    developers: 'Para desarrolladores',
    contact: 'Preguntas sobre esta campaña:',
    privacy:
      'Usamos lo que usted escribe para que cada persona cuente una sola vez, y para nada que usted no haya aceptado.',
    software:
      'Undersigned es software libre para peticiones con las que un concejo puede contar. Aquí no se usan cookies.',
  },
};
