import { type ActionContext, findContextById } from '../actions/context.ts';
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

/** The data that a round of deliveries reads once for all of them. */
type Snapshot = {
  deps: Deps;
  now: Date;
  partners: Map<string, Partner>;
  signatures: Map<string, Signature>;
  contexts: Map<number, { context: ActionContext; counts: Counts } | null>;
};

export type Content = {
  payload: WebhookPayload;
  /** The server's answer may repeat it. */
  isPersonal: boolean;
};

/** The current content of each delivery, by id; missing if it could not be made. */
export async function writeEvents(
  deps: Deps,
  { claims, webhooks, now }: { claims: Claim[]; webhooks: Webhook[]; now: Date },
): Promise<Map<string, Content | null>> {
  const confirmed = claims.filter(({ event }) => event === 'signature.confirmed');
  const signatures = await listSignatures(deps.db, [...new Set(confirmed.map(({ ref }) => ref))]);
  const snapshot: Snapshot = {
    deps,
    now,
    partners: await partnersOf(deps, webhooks),
    signatures: new Map(signatures.map((signature) => [signature.id, signature])),
    contexts: new Map(),
  };
  const contents = new Map<string, Content | null>();
  for (const claim of claims) {
    try {
      contents.set(claim.id, await writeEvent(snapshot, claim));
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

async function writeEvent(snapshot: Snapshot, claim: Claim): Promise<Content | null> {
  const partner = snapshot.partners.get(claim.webhookId);
  if (!partner) return null;
  switch (claim.event) {
    case 'signature.confirmed':
      return confirmedEvent(snapshot, claim, partner);
    case 'threshold.reached':
      return thresholdEvent(snapshot, claim);
    case 'webhook.test': {
      const timestamp = claim.createdAt.toISOString();
      return plain({ type: 'webhook.test', timestamp, data: { partner: partner.slug } });
    }
  }
}

const plain = (payload: WebhookPayload): Content => ({ payload, isPersonal: false });

async function confirmedEvent(snapshot: Snapshot, claim: Claim, partner: Partner): Promise<Content | null> {
  const signature = snapshot.signatures.get(claim.ref);
  const around = signature && (await contextWithCounts(snapshot, signature.actionId));
  if (!signature || !around) return null;
  const { context, counts } = around;
  const supporter = await supporterFor(snapshot.deps, { signature, context, partner });
  const payload: WebhookPayload = {
    type: 'signature.confirmed',
    timestamp: claim.createdAt.toISOString(),
    data: {
      ...actionOf(context),
      source: signature.source,
      counts: {
        source: counts.source[signature.source] ?? 0,
        confirmed: counts.state.confirmed ?? 0,
        as_of: snapshot.now.toISOString(),
      },
      ...(supporter ? { supporter } : {}),
    },
  };
  return { payload, isPersonal: supporter !== null };
}

/** Only for a person who counts now, came through this partner's own source and allows this partner to write. */
async function supporterFor(
  { keyring }: Deps,
  { signature, context, partner }: { signature: Signature; context: ActionContext; partner: Partner },
) {
  const source = context.sources.find(({ slug }) => slug === signature.source);
  const isTheirs = source?.partner?.slug === partner.slug && !partner.retired;
  if (!isTheirs || !signature.partnerContact || signature.state !== 'confirmed') return null;
  const person = await openPerson(keyring, signature);
  if (!person) return null;
  const { givenName, familyName, email } = person;
  return { given_name: givenName, family_name: familyName, email, zip: signature.zip ?? '' };
}

async function thresholdEvent(snapshot: Snapshot, claim: Claim): Promise<Content | null> {
  const [actionId = 0, threshold = 0] = claim.ref.split(':').map(Number);
  const around = await contextWithCounts(snapshot, actionId);
  if (!around) return null;
  const { context, counts } = around;
  return plain({
    type: 'threshold.reached',
    timestamp: claim.createdAt.toISOString(),
    data: {
      ...actionOf(context),
      threshold,
      confirmed: counts.state.confirmed ?? 0,
      as_of: snapshot.now.toISOString(),
    },
  });
}

function actionOf({ campaign, action }: ActionContext) {
  return { campaign: campaign.slug, petition: action.slug, kind: action.kind };
}

async function contextWithCounts({ deps, contexts }: Snapshot, actionId: number) {
  const known = contexts.get(actionId);
  if (known !== undefined) return known;
  const [context, counts] = await Promise.all([
    findContextById(deps.db, actionId),
    readCounts(deps.db, actionId),
  ]);
  const found = context && { context, counts };
  contexts.set(actionId, found);
  return found;
}
