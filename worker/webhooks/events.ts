import { findSceneById, type Scene } from '../actions/context.ts';
import { type Counts, readCounts } from '../actions/store.ts';
import type { Partner } from '../coalition/rules.ts';
import { findPartner } from '../coalition/store.ts';
import type { Deps } from '../platform/deps.ts';
import { logFailure } from '../platform/log.ts';
import { openPerson } from '../signatures/sealing.ts';
import { listSignatures, type Signature } from '../signatures/store.ts';
import type { Claim } from './delivery-store.ts';
import type { WebhookPayload } from './payloads.ts';
import type { Webhook } from './store.ts';

/** What a round of deliveries reads once for all of them. */
type Basis = {
  deps: Deps;
  now: Date;
  partners: Map<string, Partner>;
  signatures: Map<string, Signature>;
  scenes: Map<number, { scene: Scene; counts: Counts } | null>;
};

export type Content = {
  payload: WebhookPayload;
  /** Whatever comes back may repeat it. */
  isPersonal: boolean;
};

/** The content of each delivery as things stand now, by its id; none where it could not be made. */
export async function writeEvents(
  deps: Deps,
  { claims, webhooks, now }: { claims: Claim[]; webhooks: Webhook[]; now: Date },
): Promise<Map<string, Content | null>> {
  const confirmed = claims.filter(({ event }) => event === 'signature.confirmed');
  const signatures = await listSignatures(deps.db, [...new Set(confirmed.map(({ ref }) => ref))]);
  const basis: Basis = {
    deps,
    now,
    partners: await partnersOf(deps, webhooks),
    signatures: new Map(signatures.map((signature) => [signature.id, signature])),
    scenes: new Map(),
  };
  const contents = new Map<string, Content | null>();
  for (const claim of claims) {
    try {
      contents.set(claim.id, await writeEvent(basis, claim));
    } catch (error) {
      logFailure('webhook-content-unwritten', error, { event: claim.event });
    }
  }
  return contents;
}

async function partnersOf({ db }: Deps, webhooks: Webhook[]): Promise<Map<string, Partner>> {
  const partners = await Promise.all(webhooks.map(({ partnerId }) => findPartner(db, partnerId)));
  return new Map(
    webhooks.flatMap(({ id }, i) => {
      const partner = partners[i];
      return partner ? [[id, partner] as const] : [];
    }),
  );
}

async function writeEvent(basis: Basis, claim: Claim): Promise<Content | null> {
  const partner = basis.partners.get(claim.webhookId);
  if (!partner) return null;
  switch (claim.event) {
    case 'signature.confirmed':
      return confirmedEvent(basis, claim, partner);
    case 'threshold.reached':
      return thresholdEvent(basis, claim);
    case 'webhook.test': {
      const timestamp = claim.createdAt.toISOString();
      return plain({ type: 'webhook.test', timestamp, data: { partner: partner.slug } });
    }
  }
}

const plain = (payload: WebhookPayload): Content => ({ payload, isPersonal: false });

async function confirmedEvent(basis: Basis, claim: Claim, partner: Partner): Promise<Content | null> {
  const signature = basis.signatures.get(claim.ref);
  const around = signature && (await standingOf(basis, signature.petitionId));
  if (!signature || !around) return null;
  const { scene, counts } = around;
  const supporter = await supporterFor(basis.deps, { signature, scene, partner });
  const payload: WebhookPayload = {
    type: 'signature.confirmed',
    timestamp: claim.createdAt.toISOString(),
    data: {
      ...actionOf(scene),
      source: signature.source,
      counts: {
        source: counts.source[signature.source] ?? 0,
        confirmed: counts.state.confirmed ?? 0,
        as_of: basis.now.toISOString(),
      },
      ...(supporter ? { supporter } : {}),
    },
  };
  return { payload, isPersonal: supporter !== null };
}

/** Only of somebody who counts at this moment, came by this partner's own source and lets that partner write. */
async function supporterFor(
  { keyring }: Deps,
  { signature, scene, partner }: { signature: Signature; scene: Scene; partner: Partner },
) {
  const source = scene.sources.find(({ slug }) => slug === signature.source);
  const isTheirs = source?.partner?.slug === partner.slug && !partner.retired;
  if (!isTheirs || !signature.partnerContact || signature.state !== 'confirmed') return null;
  const person = await openPerson(keyring, signature);
  if (!person) return null;
  const { givenName, familyName, email } = person;
  return { given_name: givenName, family_name: familyName, email, zip: signature.zip ?? '' };
}

async function thresholdEvent(basis: Basis, claim: Claim): Promise<Content | null> {
  const [petitionId = 0, threshold = 0] = claim.ref.split(':').map(Number);
  const around = await standingOf(basis, petitionId);
  if (!around) return null;
  const { scene, counts } = around;
  return plain({
    type: 'threshold.reached',
    timestamp: claim.createdAt.toISOString(),
    data: {
      ...actionOf(scene),
      threshold,
      confirmed: counts.state.confirmed ?? 0,
      as_of: basis.now.toISOString(),
    },
  });
}

function actionOf({ campaign, petition }: Scene) {
  return { campaign: campaign.slug, petition: petition.slug, kind: petition.kind };
}

async function standingOf({ deps, scenes }: Basis, petitionId: number) {
  const known = scenes.get(petitionId);
  if (known !== undefined) return known;
  const [scene, counts] = await Promise.all([
    findSceneById(deps.db, petitionId),
    readCounts(deps.db, petitionId),
  ]);
  const standing = scene && { scene, counts };
  scenes.set(petitionId, standing);
  return standing;
}
