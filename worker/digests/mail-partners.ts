import { formatNumber, type Language } from '../../web/language.ts';
import type { Standing } from './counts-rules.ts';
import type { NumberTable } from './mail-rows.ts';
import type { TallyWords } from './pages/copy.ts';
import { partnerLabel } from './pages/sentences.ts';

/** Null where no partner brought anybody, and for digests from before there were partners. */
export function partnerTable(
  { byPartner = [], confirmed }: Standing,
  words: TallyWords,
  language: Language,
): NumberTable | null {
  if (byPartner.length === 0) return null;
  const number = (n: number) => formatNumber(n, language);
  return {
    caption: words.partners.heading,
    heads: [words.partners.partner, words.account.number],
    rows: byPartner.map((one) => ({ label: partnerLabel(one, language), value: number(one.confirmed) })),
    total: { label: words.places.total, value: number(confirmed) },
  };
}
