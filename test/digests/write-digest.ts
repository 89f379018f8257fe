import type { Language } from '../../web/language.ts';
import { digestMail } from '../../worker/digests/mail.tsx';
import { digestWords } from '../../worker/digests/mail-words.ts';
import { talliesIn } from '../../worker/digests/rules.ts';
import { type ReadableContent, sections } from './stored.ts';

export const links = {
  staffUrl: 'https://petitions.example.org/tallies/STAFF',
  deliveryUrl: 'https://petitions.example.org/digests/DELIVERY',
  publicUrl: 'https://petitions.example.org',
};

/** The mail for a digest with this content. */
export function writeDigest(content: ReadableContent, language: Language = 'en') {
  const parts = sections.map((section) => ({ section, tallies: talliesIn(content, section) }));
  const words = digestWords({ head: content, parts, language, links });
  if (!words) throw new Error('this digest tells of nothing');
  return digestMail(words, { to: 'committee@example.org', accent: 'brick' });
}
