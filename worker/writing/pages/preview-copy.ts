import type { Language } from '../../../web/language.ts';

const en = {
  draft: 'Draft.',
  lead: 'This is how the page will look once the draft is published. Nobody can sign or answer here, and the people who have signed already are not counted.',
  back: 'Back to the draft',
  pages: 'Pages of the draft',
  see: 'See the pages as they will look',
  wrongTitle: 'The pages cannot be shown yet',
  wrong: 'They can be shown once this is mended:',
};

const es: typeof en = {
  draft: 'Borrador.',
  lead: 'Así se verá la página cuando se publique el borrador. Aquí nadie puede firmar ni responder, y no se cuenta a quienes ya firmaron.',
  back: 'Volver al borrador',
  pages: 'Páginas del borrador',
  see: 'Ver las páginas como quedarán',
  wrongTitle: 'Todavía no se pueden mostrar las páginas',
  wrong: 'Podrán mostrarse cuando se corrija esto:',
};

/** As those who speak them call them. */
export const languageNames: Record<Language, string> = { en: 'English', es: 'Español' };

export const previewCopy: Record<Language, typeof en> = { en, es };
