import { campaignKitSection } from '../campaigns/kit.ts';
import { committeeNames, councilKitSection } from '../councils/kit.ts';
import { nameList, namesAt } from '../kits/names.ts';
import { count, list, name, part, problemIf, repeated, repeatedSlugs } from '../kits/problems.ts';
import { kitSection } from '../kits/section.ts';
import { originOf } from '../statements/log-keys.ts';
import { parseVerifierKey } from '../statements/rules/notes.ts';
import {
  type CityOfKit,
  deploymentOf,
  hereName,
  type NeighborOfKit,
  type RollupOfKit,
  replicationKeys,
} from './kit-schema.ts';
import { deleteNetworkStatements, networkSnapshotStatement, saveNetworkStatements } from './kit-store.ts';
import { addressOf, here, type Neighbor, type Rollup, type RollupCity } from './rules.ts';
import { problemsOnMap } from './state-boxes.ts';

const deploymentNames = nameList('a deployment of the network');

export const replicationKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).replicationForms,
  needs: [campaignKitSection, councilKitSection],
  keys: replicationKeys,
  skeleton: {
    network: list({ slug: name, address: name, key: name }),
    rollup: part({ committee: name, postal_code: name }),
    rollup_cities: list({
      ...{ slug: name, deployment: name, campaign: name },
      ...{ longitude: count, latitude: count },
    }),
  },
  names: ({ network }) => [
    { list: deploymentNames, names: namesAt('network', 'slug', network) },
    { list: deploymentNames, names: [{ name: hereName, path: 'network' }] },
  ],
  references: ({ network, rollup, rollup_cities }, names) => [
    ...repeated('network', 'address', sitesOf(network)),
    ...network.flatMap((one, i) => problemIf(isOfAnotherLog(one), `network[${i}].key`, anotherLog)),
    ...names.unlessIn(committeeNames, rollup?.committee, 'rollup.committee'),
    ...problemIf(rollup !== null && rollup_cities.length === 0, 'rollup', 'needs a city'),
    ...problemIf(
      rollup === null && rollup_cities.length > 0,
      'rollup',
      'is missing: the cities belong to it',
    ),
    ...repeatedSlugs('rollup_cities', rollup_cities),
    ...rollup_cities.flatMap((city, i) =>
      names.unlessIn(deploymentNames, city?.deployment, `rollup_cities[${i}].deployment`),
    ),
    ...problemsOnMap(rollup?.postal_code ?? '', rollup_cities),
    // Two cities of one campaign would count its people twice.
    ...repeated(
      'rollup_cities',
      'campaign',
      rollup_cities.map((city) => city?.campaign && `${city.deployment ?? hereName}/${city.campaign}`),
    ),
  ],
  // For the console's menu and for links on other pages.
  content: ({ network, rollup }) => ({
    ...(network.length > 0 || rollup ? { network: true } : {}),
    ...(rollup ? { rollup: rollup.name } : {}),
  }),
  open: ({ network, rollup, rollup_cities, campaign }, { db, now }) =>
    saveNetworkStatements(db, campaign.slug, {
      neighbors: network.map(neighborOf),
      rollup: rollup ? rollupOf(rollup) : null,
      cities: rollup_cities.map((city) => cityOf(city, network)),
      now,
    }),
  takeBack: ({ campaign }, { db }) => deleteNetworkStatements(db, campaign.slug),
  entries: ({ network, rollup, rollup_cities }) => [
    ...network.map(({ slug }) => ({ label: `deployment ${slug}` })),
    ...(rollup ? [{ label: 'roll-up' }] : []),
    ...rollup_cities.map(({ slug }) => ({ label: `city of the roll-up ${slug}` })),
  ],
  snapshot: ({ campaign }, { db }) => [networkSnapshotStatement(db, campaign.slug)],
});

type AnyNeighbor = { address?: string | undefined; key?: string | undefined } | null;

const siteOf = (one: AnyNeighbor) =>
  URL.canParse(one?.address ?? '') ? addressOf(one?.address ?? '') : undefined;

/** By the names of their logs: two spellings of one site would count its people twice. */
function sitesOf(network: readonly AnyNeighbor[]): (string | undefined)[] {
  const sites = network.map(siteOf);
  return sites.map((site) => site && sites.find((other) => other && originOf(other) === originOf(site)));
}

const anotherLog = 'is not the key of this site: copy the line that its /log/key shows';

function isOfAnotherLog(one: AnyNeighbor): boolean {
  const site = siteOf(one);
  return one?.key !== undefined && site !== undefined && parseVerifierKey(one.key)?.name !== originOf(site);
}

function neighborOf({ slug, name, address, key }: NeighborOfKit): Neighbor {
  return { slug, name, address: addressOf(address), key: key ?? null };
}

function rollupOf({ name, postal_code, committee }: RollupOfKit): Rollup {
  return { name, postalCode: postal_code, committee: committee ?? null };
}

function cityOf(city: CityOfKit, network: readonly NeighborOfKit[]): RollupCity {
  const { slug, name, campaign, population, population_source, longitude, latitude } = city;
  const { url, ...source } = population_source;
  return {
    ...{ slug, name, campaign, population, longitude, latitude },
    address: city.deployment === hereName ? here : deploymentOf(city, network),
    source: { ...source, url: url ?? null },
  };
}
