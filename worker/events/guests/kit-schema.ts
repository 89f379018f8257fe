import * as z from 'zod';
import { text, url } from '../../kits/atoms.ts';
import { type Guests, quotings } from './rules.ts';

export const guestFields = {
  for_whom: text(300).optional().describe('Offices that it is for, where it is not for everybody'),
  entry: z.enum(['open', 'invitation']).default('open'),
  take_home: text(500).optional().describe('What those who come take home'),
  materials: z
    .array(z.strictObject({ label: text(120), url: url.max(500) }))
    .max(20)
    .default([]),
  quoting: z
    .enum(quotings)
    .optional()
    .describe(
      'Whether what is said there may be told: with names, without them (Chatham House Rule), or not to the press',
    ),
};

const fields = z.object(guestFields);

/** As the database stores it; nothing where the kit says nothing. */
export function guestsOfKit(kit: z.output<typeof fields>): { guests?: Guests } {
  const { for_whom, entry, take_home, materials, quoting } = kit;
  const guests: Guests = {
    forWhom: for_whom ?? null,
    isByInvitation: entry === 'invitation',
    takeHome: take_home ?? null,
    materials,
    quoting: quoting ?? null,
  };
  const isSaid = for_whom || take_home || quoting || guests.isByInvitation || materials.length > 0;
  return isSaid ? { guests } : {};
}
