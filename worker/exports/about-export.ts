import { personCopy } from '../../web/components/person-copy.ts';
import { message } from '../../web/language.ts';
import { findPartner } from '../coalition/store.ts';
import type { ConsoleCampaign } from '../organize/console-section.ts';
import type { Deps } from '../platform/deps.ts';
import { fieldsOf } from './preset-rules.ts';
import type { Export } from './store.ts';

/** The file beside the list. It is in English; the words of the consent box are in both languages. */
export async function aboutExport(
  { db, settings }: Deps,
  found: Export,
  { campaign, who }: { campaign: ConsoleCampaign; who: string },
): Promise<string> {
  const partner = found.partnerId === null ? null : await findPartner(db, found.partnerId);
  const box = (language: 'en' | 'es') =>
    partner
      ? message(personCopy[language].partnerContact, { partner: partner.name[language] }, language)
      : personCopy[language].keepInformed;
  const lines = [
    'WHAT',
    `People who signed or answered and confirmed it by email, on ${found.actionSlug ?? 'every petition and survey'}`,
    `of the campaign ${campaign.slug} (${settings.publicUrl}/campaigns/${campaign.slug}).`,
    `People: ${found.people}`,
    `Left out, because mail came back or was reported as spam: ${found.leftOut}`,
    `Columns (${found.preset}): ${fieldsOf(found).join(', ')}`,
    'A cell that a spreadsheet would change begins with a tab or an apostrophe.',
    '',
    'WHEN AND BY WHOM',
    `Asked for: ${found.askedAt.toISOString()}`,
    `Made: ${found.readyAt?.toISOString() ?? ''}`,
    `By: ${who}`,
    '',
    'UNDER WHICH CONSENT',
    'Everybody in the list has checked this box on the form, which is unchecked at first:',
    `  ${box('en')}`,
    `  ${box('es')}`,
    partner
      ? `The list is for ${partner.name.en} and for nobody else.`
      : 'The list is for the news of this campaign and for nothing else.',
    'Who unchecks the box, withdraws or erases later is still in this file. Say in every mail how to be taken off, and',
    'bring those who were taken off back to the page Exports of the console.',
    '',
    'PROOF',
    `SHA-256 of the file: ${found.hash}`,
    `Bytes: ${found.bytes}`,
    `Number of the list in the log: ${found.id}`,
  ];
  return `${lines.join('\r\n')}\r\n`;
}
