import type { Text } from '../places/rules.ts';

export type NamedPartner = { slug: string; name: Text };
/** Null is the campaign itself. */
export type PartnerCount = { partner: NamedPartner | null; confirmed: number };

/** Sources by the partner that is credited, the largest first and the campaign itself last. */
export function foldByPartner(
  bySource: { partner?: NamedPartner | null; confirmed: number }[],
): PartnerCount[] {
  const counts = new Map<string | null, PartnerCount>();
  for (const { partner = null, confirmed } of bySource) {
    const key = partner?.slug ?? null;
    const counted = counts.get(key) ?? { partner, confirmed: 0 };
    counts.set(key, { partner: counted.partner, confirmed: counted.confirmed + confirmed });
  }
  const own = counts.get(null) ?? { partner: null, confirmed: 0 };
  const others = [...counts.values()].filter(({ partner }) => partner !== null);
  return others.length > 0 ? [...others.sort((a, b) => b.confirmed - a.confirmed), own] : [];
}
