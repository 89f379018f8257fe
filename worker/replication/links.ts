import { here, type RollupCity } from './rules.ts';

export function statePath(campaign: string): string {
  return `/campaigns/${campaign}/state`;
}

/** Where the campaign of a city can be read. */
export function pageOfCity({ address, campaign }: Pick<RollupCity, 'address' | 'campaign'>): string {
  return `${address === here ? '' : address}/campaigns/${campaign}`;
}
