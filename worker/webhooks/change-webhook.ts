import type { Actor } from '../organize/act-rules.ts';
import { type ActRefusal, commitWithAct } from '../organize/commit-with-act.ts';
import type { ActKind } from '../organize/console-section.ts';
import { hex } from '../platform/crypto/bytes.ts';
import { newId, randomBytes } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import type { Result } from '../platform/result.ts';
import type { WebhookEvent } from './rules.ts';
import {
  addWebhookStatement,
  newSecretStatement,
  switchOffStatement,
  switchOnStatement,
  testStatement,
} from './store.ts';

type By = { campaign: { id: number; slug: string }; actor: Actor; now: Date };
type Changed<Value> = Promise<Result<Value & { act: string }, ActRefusal>>;

async function freshSecret({ keyring }: Pick<Deps, 'keyring'>, id: string) {
  const secret = `whsec_${Buffer.from(randomBytes(32)).toString('base64')}`;
  return { secret, sealed: hex(await keyring.seal(`webhook ${id}`, secret)) };
}

/** The secret is in the answer and nowhere else in the open. */
export async function addWebhook(
  deps: Pick<Deps, 'db' | 'keyring'>,
  {
    partner,
    url,
    events,
    campaign,
    actor,
    now,
  }: By & { partner: { id: number; slug: string }; url: string; events: WebhookEvent[] },
): Changed<{ id: string; secret: string }> {
  const id = newId(now);
  const { secret, sealed } = await freshSecret(deps, id);
  const webhook = { id, partnerId: partner.id, url, events, secret: sealed };
  const done = await commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'add-webhook',
      subject: id,
      after: { partner: partner.slug, host: new URL(url).host, events: events.join(' ') },
    },
    steps: [{ statement: addWebhookStatement(deps.db, webhook, now), changes: 1 }],
    now,
  });
  return done.ok ? { ok: true, value: { id, secret, act: done.value.id } } : done;
}

export async function rotateSecret(
  deps: Pick<Deps, 'db' | 'keyring'>,
  { id, campaign, actor, now }: By & { id: string },
): Changed<{ secret: string }> {
  const { secret, sealed } = await freshSecret(deps, id);
  const done = await commitWithAct(deps, {
    act: { campaign, actor, kind: 'rotate-webhook-secret', subject: id },
    steps: [{ statement: newSecretStatement(deps.db, { id, secret: sealed }), changes: 1 }],
    now,
  });
  return done.ok ? { ok: true, value: { secret, act: done.value.id } } : done;
}

export async function endWebhook(
  { db }: Pick<Deps, 'db'>,
  { id, campaign, actor, now }: By & { id: string },
): Changed<object> {
  const done = await commitWithAct(
    { db },
    {
      act: {
        campaign,
        actor,
        kind: 'end-webhook',
        subject: id,
        before: { on: true },
        after: { on: false, since: now.getTime() },
      },
      steps: [{ statement: switchOffStatement(db, id, now), changes: 1 }],
      now,
    },
  );
  return done.ok ? { ok: true, value: { act: done.value.id } } : done;
}

export const undoEnd: NonNullable<ActKind['undo']> = async ({ db }, { subject, after }) => {
  const statement = switchOnStatement(db, subject, new Date(Number(after.since)));
  return { steps: [{ statement, changes: 1 }], count: 1, left: 0 };
};

/** A delivery that says nothing but that it is a test. */
export async function tryWebhook(
  { db }: Pick<Deps, 'db'>,
  { id, campaign, actor, now }: By & { id: string },
): Changed<object> {
  const statement = testStatement(db, { webhookId: id, id: newId(now), now });
  const done = await commitWithAct(
    { db },
    {
      act: { campaign, actor, kind: 'try-webhook', subject: id },
      steps: [{ statement, changes: 1 }],
      now,
    },
  );
  return done.ok ? { ok: true, value: { act: done.value.id } } : done;
}
