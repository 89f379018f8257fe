import * as z from 'zod';

const mostCampaigns = 200;
const mostActions = 50;
/** How many campaigns are listed, and actions of each. */
export const listedAtMost = { campaigns: mostCampaigns, actions: mostActions };

/** A fixed name, so that a deployment that was found can be read without knowing more of it. */
export const wellKnownPath = '/.well-known/undersigned.json';

/** No kit may name one that a reader would refuse. */
export const longestAddress = 500;

const words = z.string().max(500);
const address = z.string().max(longestAddress);
const slug = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const both = z.object({ en: words, es: words });

const action = z.object({
  slug,
  kind: z.string().max(40),
  title: both,
  url: address,
  /** The week of its newest statement; null while there is none. */
  week: z
    .string()
    .regex(/^\d{4}-W\d{2}$/)
    .nullable(),
});

const campaign = z.object({
  slug,
  title: both,
  url: address,
  city: z.object({ name: words, region: words }),
  /** The kit of which its kit is made; null if it stands alone. */
  template: z.object({ from: address, sha256: z.string().max(64) }).nullable(),
  actions: z.array(action).max(mostActions),
  /** The deployments that it reads. */
  network: z.array(z.object({ name: both, address })).max(200),
});

// Zod leaves out what it does not know, so a later version may add to it.
/** What `/.well-known/undersigned.json` says of a deployment. Nothing of it is signed. */
export const wellKnownSchema = z.object({
  /** The version of this format. */
  undersigned: z.literal(1),
  log: z.object({
    address,
    /** Verifier keys (C2SP signed-note), the one that stays last. */
    keys: z.array(z.string().max(300)).max(50),
  }),
  campaigns: z.array(campaign).max(mostCampaigns),
});

export type WellKnown = z.output<typeof wellKnownSchema>;
