import type { Names } from '../kits/names.ts';
import { type KitProblem, problemIf, repeatedSlugs } from '../kits/problems.ts';
import { districtNames } from '../places/kit.ts';
import type { Asset } from './asset-rules.ts';
import type { AssetOfKit } from './kit-schema.ts';

export function assetOf({ phase, partner, since, district, ...asset }: AssetOfKit): Asset {
  const { slug, kind, name, gives } = asset;
  return {
    ...{ slug, kind, name, gives },
    phase: phase ?? null,
    partner: partner ?? null,
    since: since ?? null,
    district: district ?? null,
  };
}

type Named = { slug?: string | undefined } | null;
type Skeleton = {
  assets: ({ [Key in 'slug' | 'phase' | 'partner' | 'district']?: string | undefined } | null)[];
  campaign: { phases: Named[]; partners: Named[] } | null;
};

/** Slugs that are used twice, and references to what the kit does not name. */
export function assetProblems({ assets, campaign }: Skeleton, names: Names): KitProblem[] {
  const isIn = (list: Named[] | undefined, slug: string) => list?.some((one) => one?.slug === slug) ?? true;
  return [
    ...repeatedSlugs('assets', assets),
    ...assets.flatMap((asset, i) => {
      const { phase, partner, district } = asset ?? {};
      return [
        ...problemIf(
          phase !== undefined && !isIn(campaign?.phases, phase),
          `assets[${i}].phase`,
          'is not a phase of this campaign',
        ),
        ...problemIf(
          partner !== undefined && !isIn(campaign?.partners, partner),
          `assets[${i}].partner`,
          'is not a partner of this campaign',
        ),
        ...names.unlessIn(districtNames, district, `assets[${i}].district`),
      ];
    }),
  ];
}
