import type { Text } from '../places/rules.ts';
import { direct, other, type SourceKind } from './rules.ts';

type SourceInKit = { slug: string; name: Text; kind: SourceKind };

/** The sources of a campaign whose kit names none: what its own share kit, posters and sheets count by. */
export const defaultSources: SourceInKit[] = [
  source(direct, 'link', 'Came straight to the page', 'Llegó directo a la página'),
  source('share-link', 'share', 'Shared link', 'Enlace compartido'),
  source('share-email', 'share', 'Shared by email', 'Compartido por correo'),
  source('share-sms', 'share', 'Shared by text message', 'Compartido por mensaje de texto'),
  source('share-whatsapp', 'share', 'Shared on WhatsApp', 'Compartido por WhatsApp'),
  source('share-telegram', 'share', 'Shared on Telegram', 'Compartido por Telegram'),
  source('share-facebook', 'share', 'Shared on Facebook', 'Compartido en Facebook'),
  source('share-x', 'share', 'Shared on X', 'Compartido en X'),
  source('thank-you', 'link', 'Thank-you page', 'Página de agradecimiento'),
  source('newsletter', 'link', 'Newsletter', 'Boletín'),
  source('poster', 'poster', 'Poster', 'Cartel'),
  source('flyer', 'flyer', 'Flyer', 'Volante'),
  source('paper', 'paper', 'Paper petition sheet', 'Hoja de firmas en papel'),
  source('event', 'event', 'Table at an event', 'Mesa en un evento'),
  source(other, 'link', 'Another link', 'Otro enlace'),
];

function source(slug: string, kind: SourceKind, en: string, es: string): SourceInKit {
  return { slug, kind, name: { en, es } };
}
