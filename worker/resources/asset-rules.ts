import type { Text } from '../../web/language.ts';

export const assetKinds = ['people', 'associations', 'institutions', 'places', 'economy', 'culture'] as const;
export type AssetKind = (typeof assetKinds)[number];

/** What a town has that helps: a skill, a room, a paper. */
export type Asset = {
  slug: string;
  kind: AssetKind;
  name: Text;
  gives: Text;
  /** Slugs of a phase and of a partner of the campaign. */
  phase: string | null;
  partner: string | null;
  since: string | null;
  /** Never of people: it could tell where somebody lives. */
  district: string | null;
};
