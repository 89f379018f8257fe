import type { Language } from '../language.ts';

const en = {
  shareKit: 'Spread the word: texts, posters and paper',
  embed: 'Put this on your site',
  address: 'Link',
  qr: 'QR code of {address}',
  textsIn: { en: 'Texts in English', es: 'Texts in Spanish' },
  kinds: { message: 'For a message', post: 'For a post', email: 'For an email' },
  subject: 'Subject: {subject}',
  copy: 'Copy',
  copied: 'Copied.',
  copyFailed: 'Select the text and copy it yourself.',
};

export const shareCopy: Record<Language, typeof en> = {
  en,
  es: {
    shareKit: 'Corra la voz: textos, carteles y hojas de firmas',
    embed: 'Ponga esto en su sitio',
    address: 'Enlace',
    qr: 'Código QR de {address}',
    textsIn: { en: 'Textos en inglés', es: 'Textos en español' },
    kinds: { message: 'Para un mensaje', post: 'Para una publicación', email: 'Para un correo' },
    subject: 'Asunto: {subject}',
    copy: 'Copiar',
    copied: 'Copiado.',
    copyFailed: 'Seleccione el texto y cópielo usted.',
  },
};
