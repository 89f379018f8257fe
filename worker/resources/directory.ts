import type { Campaign } from '../campaigns/rules.ts';
import { campaignNamed, campaignQuery } from '../campaigns/store.ts';
import { createShortCache } from '../platform/cache/short-cache.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { joinQueries, runQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { copy } from './pages/copy.ts';
import type { Referral } from './referral-rules.ts';
import { freshnessOf, type Service } from './rules.ts';
import { fits, folded, type Search } from './search-rules.ts';
import { needWords } from './search-words.ts';
import { partsQuery, referralQuery, servicesQuery } from './store.ts';

/** `text` is all that can be searched of a service. It is made when somebody first searches for a word. */
type Searchable = { service: Service; text: () => string };

export type Directory = {
  campaign: Campaign;
  /** The parts that the campaign has. */
  parts: ReadonlySet<string>;
  services: Searchable[];
  referral: Referral | null;
};

const directories = createShortCache<Directory>({ most: 20, times: 30 });

/** Null where there is no such campaign or it has no services. */
export async function cachedDirectory(
  { deps, now }: Pick<PageContext['var'], 'deps' | 'now'>,
  slug: string,
): Promise<Directory | null> {
  return directories.get(deps, slug, now, async () => {
    const named = campaignNamed(slug);
    const { campaign, has, services, referral } = await runQuery(
      deps.db,
      joinQueries({
        campaign: campaignQuery(deps.db, named),
        has: partsQuery(deps.db, named),
        services: servicesQuery(deps.db, named),
        referral: referralQuery(deps.db, named),
      }),
    );
    if (!campaign || !services) return null;
    return {
      campaign,
      parts: has.parts,
      services: services.map(searchable),
      referral,
    };
  });
}

function searchable(service: Service): Searchable {
  let text: string | undefined;
  return {
    service,
    text() {
      text ??= textOf(service);
      return text;
    },
  };
}

/** In both languages, so that a word is found in whichever it is typed. */
function textOf({ name, organization, offers, area, needs }: Service): string {
  const texts = [name, organization, offers, ...(area ? [area] : [])].flatMap(({ en, es }) => [en, es]);
  const labels = needs.flatMap((need) => [copy.en.needs[need], copy.es.needs[need], needWords[need]]);
  return folded([...texts, ...labels].join('\n'));
}

/** The services that a reader may see today, examples last: what nobody has checked for long is not among them. */
export function shownIn({ campaign, services }: Directory, now: Date) {
  const today = dateIn(campaign.city.timeZone, now);
  const shown = services.flatMap(({ service, text }) => {
    const freshness = freshnessOf(service.checkedOn, today);
    return freshness === 'hidden' ? [] : [{ service, text, isOld: freshness === 'old' }];
  });
  return shown.toSorted((a, b) => Number(a.service.isExample) - Number(b.service.isExample));
}

export function searchIn(directory: Directory, search: Search, now: Date) {
  return shownIn(directory, now).filter(({ service, text }) => fits(service, text, search));
}
