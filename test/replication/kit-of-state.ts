import type { AnyKit } from '../support/broken-kits.ts';
import { type KitOverrides, smallKit } from '../support/factories.ts';

const both = (words: string) => ({ en: words, es: `${words} (es)` });

/** A city of a roll-up as a kit has it. Without a deployment it is on this site. */
export function cityOfKit(slug: string, campaign: string, more: object = {}) {
  return {
    slug,
    name: both(slug),
    campaign,
    population: 300_000,
    population_source: { name: both('Census'), year: 2020 },
    longitude: -80.84,
    latitude: 35.23,
    ...more,
  };
}

type Network = { network?: object[]; cities: ReturnType<typeof cityOfKit>[]; committee?: string };

/** A small campaign that reads other sites and adds up cities. */
export function kitOfState({ network = [], cities, committee }: Network, overrides: KitOverrides = {}) {
  const kit: AnyKit = smallKit(overrides);
  return {
    ...kit,
    network,
    rollup: { name: both('North Carolina'), postal_code: 'NC', ...(committee && { committee }) },
    rollup_cities: cities,
  };
}
