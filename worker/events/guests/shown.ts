import type { Language } from '../../../web/language.ts';
import { guestsCopy } from './pages/copy.ts';
import type { Guests } from './rules.ts';

/** In one language. `notes` are names and texts. */
export type ShownGuests = {
  notes: [string, string][];
  /** Under the Chatham House Rule, which has an address of its own. */
  isChathamHouse: boolean;
  materials: { label: string; url: string }[];
};

export function shownGuests(guests: Guests, language: Language): ShownGuests {
  const words = guestsCopy[language];
  const { forWhom, takeHome, isByInvitation, quoting, materials } = guests;
  return {
    notes: [
      ...said(words.forWhom, forWhom?.[language]),
      ...said(words.entry, isByInvitation ? words.invitation : forWhom && words.open),
      ...said(words.takeHome, takeHome?.[language]),
      ...said(words.quoting, quoting && words.quotings[quoting]),
    ],
    isChathamHouse: quoting === 'chatham-house',
    materials: materials.map(({ label, url }) => ({ label: label[language], url })),
  };
}

function said(name: string, text: string | null | undefined): [string, string][] {
  return text ? [[name, text]] : [];
}
