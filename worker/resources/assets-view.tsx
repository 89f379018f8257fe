import type { Language } from '../../web/language.ts';
import type { Campaign } from '../campaigns/rules.ts';
import { shellOf } from '../campaigns/shell.ts';
import { campaignNamed, campaignQuery, cityOf } from '../campaigns/store.ts';
import { partnersQuery } from '../coalition/store.ts';
import { cityQuery } from '../places/store.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { joinQueries, runQuery } from '../platform/query.ts';
import type { Asset } from './asset-rules.ts';
import { copy } from './pages/assets-copy.ts';
import { AssetsPage } from './pages/assets-page.tsx';
import { assetsQuery } from './store.ts';

/** Null where the campaign shows nothing. */
export async function readAssets(db: D1Database, slug: string) {
  const named = campaignNamed(slug);
  const found = await runQuery(
    db,
    joinQueries({
      campaign: campaignQuery(db, named),
      city: cityQuery(db, cityOf(named)),
      partners: partnersQuery(db, named),
      assets: assetsQuery(db, named),
    }),
  );
  const { campaign, city } = found;
  return campaign && city && found.assets.length > 0 ? { ...found, campaign, city } : null;
}

type Assets = NonNullable<Awaited<ReturnType<typeof readAssets>>>;

export function assetsPage(c: PageContext, { campaign, city, partners, assets }: Assets) {
  const shell = shellOf(c, campaign);
  const { language } = shell;
  const districts = new Map(
    city.districts.flatMap(({ code, name, retired }) => (retired ? [] : [[code, name[language]] as const])),
  );
  const partnerName = (slug: string) => partners.find((one) => one.slug === slug)?.name[language] ?? null;
  return (
    <AssetsPage
      shell={shell}
      site={c.var.deps.settings.publicUrl}
      city={city.name}
      rows={rowsOf(assets, districts, language)}
      assets={assets.map(({ kind, name, gives, phase, partner, since, district }) => ({
        kind,
        name: name[language],
        gives: gives[language],
        phase: phase && phaseName(campaign, phase, language),
        partner: partner && partnerName(partner),
        since,
        district: district && (districts.get(district) ?? null),
      }))}
    />
  );
}

function phaseName({ phases }: Campaign, slug: string, language: Language): string | null {
  return phases.find((one) => one.slug === slug)?.name[language] ?? null;
}

/** Every district, also one with nothing, and what is of the whole city. */
function rowsOf(assets: readonly Asset[], districts: ReadonlyMap<string, string>, language: Language) {
  const count = (code: string | null) =>
    assets.filter(({ district }) => (district !== null && districts.has(district) ? district : null) === code)
      .length;
  return [
    ...[...districts].map(([code, label]) => ({ label, value: count(code) })),
    { label: copy[language].noDistrict, value: count(null) },
  ];
}
