import * as z from 'zod';
import { slug, text, url } from '../kits/atoms.ts';
import { hasSignIn } from '../platform/text/address-rules.ts';
import { addressOf, here } from './rules.ts';
import { longestAddress } from './well-known-rules.ts';

/** How a kit names this deployment. */
export const hereName = 'here';

/** Without a path. By http only on one's own machine, where a deployment can be tried. */
const address = z.url().refine(isSite, {
  error: 'must be an https address without a path, such as https://petitions.example.org',
});

function isSite(typed: string): boolean {
  const found = URL.parse(typed);
  if (!found || hasSignIn(typed) || found.search + found.hash !== '') return false;
  const isSecure = found.protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(found.hostname);
  const isKnown = /^https?:$/.test(found.protocol) && found.pathname === '/';
  // Letters of other scripts take more room in the name as it is sent.
  return isSecure && isKnown && addressOf(typed).length <= longestAddress;
}

const neighbor = z.strictObject({
  slug: slug.refine((name) => name !== hereName, 'has a meaning of its own'),
  name: text(80),
  address,
  key: z
    .string()
    .max(200)
    .regex(/^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]+={0,2}$/, 'must be the line that its /log/key shows')
    .optional()
    .describe('The verifier key of its log, if it reached you by another way than its own site'),
});

const city = z.strictObject({
  slug,
  name: text(80),
  deployment: slug.default(hereName).describe('A slug of the network, or here'),
  campaign: slug.describe('Its slug there'),
  population: z.int().min(1).max(50_000_000),
  population_source: z.strictObject({
    name: text(160),
    url: url.optional(),
    year: z.int().min(1900).max(2100),
  }),
  longitude: z.number().min(-180).max(180).describe('Of the dot on the map'),
  latitude: z.number().min(-90).max(90),
});

export const replicationKeys = {
  network: z
    .array(neighbor)
    .max(100)
    .default([])
    .describe('Other deployments whose statements are read and verified'),
  rollup: z
    .strictObject({
      name: text(80).describe('Of the state'),
      postal_code: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters, such as NC'),
      committee: slug.optional().describe('Of the council: it gets the sum with its digest'),
    })
    .optional()
    .describe('The page that adds up the cities of a state; needs a city'),
  rollup_cities: z.array(city).max(200).default([]).describe('The cities of the roll-up'),
};

export type NeighborOfKit = z.output<typeof neighbor>;
export type RollupOfKit = NonNullable<z.output<typeof replicationKeys.rollup>>;
export type CityOfKit = z.output<typeof city>;

/** The address of a city's deployment. */
export function deploymentOf({ deployment }: CityOfKit, network: readonly NeighborOfKit[]): string {
  const found = network.find(({ slug }) => slug === deployment);
  return found ? addressOf(found.address) : here;
}
