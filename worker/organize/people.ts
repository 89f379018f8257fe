import type { Language } from '../../web/language.ts';
import { hex } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { err, type Result } from '../platform/result.ts';
import { canonicalEmail } from '../platform/text/identity.ts';
import { type EndedAccess, findEndedAccess } from './access-undo-store.ts';
import type { ActFacts, Actor } from './act-rules.ts';
import { listOwnCampaigns } from './campaign-store.ts';
import { type ActRefusal, commitWithAct } from './commit-with-act.ts';
import { organizerFor } from './organizers.ts';
import { endPasskeysStatement } from './passkey-store.ts';
import { changeRoleStatement, endAccessStatement, giveRoleStatement } from './people-store.ts';
import { asRole, type Role } from './role-rules.ts';
import { endSessionsStatement } from './session-store.ts';

type Campaign = { id: number; slug: string };
type Done = Promise<Result<{ id: string }, ActRefusal>>;

type Invited = {
  campaign: Campaign;
  email: string;
  role: Role;
  actor: Actor;
  /** Of the console and its mails for somebody new, until they choose another. */
  language?: Language;
  now: Date;
  isMailed?: boolean;
};

/** Mails to one inbox in 24 hours, from all campaigns. */
const mostInvitations = 3;

/** Gives an address a role in a campaign and mails it. Refuses an address that already has a role there. */
export async function invite(
  deps: Pick<Deps, 'db' | 'keyring'>,
  { campaign, email, role, actor, language = 'en', now, isMailed = true }: Invited,
): Promise<Result<{ id: string; organizerId: string }, ActRefusal>> {
  const { db } = deps;
  const { id, statements } = await organizerFor(deps, { email, language, now });
  const inboxKey = hex(await deps.keyring.fingerprint('organizer invitations', canonicalEmail(email)));
  const mail = { ref: `${campaign.id}:${id}`, kind: `organizer-invite:${now.getTime()}`, inboxKey };
  const earlier = await findEndedAccess(db, { campaignId: campaign.id, organizerId: id });
  const done = await commitWithAct(deps, {
    act: { campaign, actor, kind: 'invite', subject: id, before: factsOf(earlier), after: { role } },
    steps: [
      ...statements,
      {
        statement: giveRoleStatement(db, { campaignId: campaign.id, organizerId: id, role, now }),
        changes: 1,
      },
      ...(isMailed ? [enqueueStatement(db, [mail], { now, cap: mostInvitations })] : []),
    ],
    now,
  });
  return done.ok ? { ok: true, value: { id: done.value.id, organizerId: id } } : done;
}

/** Of an earlier access, so that undoing the invitation leaves it as it was. */
function factsOf(earlier: EndedAccess | null): ActFacts {
  if (!earlier) return {};
  const { role, since, endedAt } = earlier;
  return { role, since: since.getTime(), ended: endedAt.getTime() };
}

export function earlierOf({ role, since, ended }: ActFacts): EndedAccess | null {
  const known = asRole(String(role));
  return known && since && ended
    ? { role: known, since: new Date(Number(since)), endedAt: new Date(Number(ended)) }
    : null;
}

type Person = { campaign: Campaign; organizerId: string; actor: Actor; now: Date };

/** Refuses with `changed` if the campaign would have no owner left. */
export function changeRole(
  deps: Pick<Deps, 'db'>,
  { campaign, organizerId, from, to, actor, now }: Person & { from: Role; to: Role },
): Done {
  const statement = changeRoleStatement(deps.db, { campaignId: campaign.id, organizerId, from, to });
  return commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'change-role',
      subject: organizerId,
      before: { role: from },
      after: { role: to },
    },
    steps: [{ statement, changes: 1 }],
    now,
  });
}

/** Takes effect with the next request, because the guard reads the role each time. */
export function endAccess(
  deps: Pick<Deps, 'db'>,
  { campaign, organizerId, role, reason = '', actor, now }: Person & { role: Role; reason?: string },
): Done {
  const statement = endAccessStatement(deps.db, { campaignId: campaign.id, organizerId, now });
  return commitWithAct(deps, {
    act: { campaign, actor, kind: 'end-access', subject: organizerId, reason, before: { role } },
    steps: [{ statement, changes: 1 }],
    now,
  });
}

/**
 * Lets somebody who has lost their passkeys register a new one after their next sign-in by mail. Passkeys and sessions
 * belong to the person, not to one campaign. So only somebody who owns all of the person's campaigns may do it, and the
 * log of each campaign records it.
 */
export async function recover(
  deps: Pick<Deps, 'db'>,
  { campaign, organizerId, actor, now }: Person,
): Promise<Result<{ id: string }, ActRefusal | { reason: 'works-elsewhere' }>> {
  const [theirs, own] = await Promise.all([organizerId, actor].map((id) => listOwnCampaigns(deps.db, id)));
  const owned = new Set((own ?? []).filter(({ role }) => role === 'owner').map(({ id }) => id));
  const alsoIn = (theirs ?? []).filter(({ id }) => id !== campaign.id);
  if (alsoIn.some(({ id }) => !owned.has(id))) return err({ reason: 'works-elsewhere' });
  return commitWithAct(deps, {
    act: { campaign, actor, kind: 'recover', subject: organizerId },
    alsoIn,
    steps: [endPasskeysStatement(deps.db, organizerId, now), endSessionsStatement(deps.db, organizerId)],
    now,
  });
}
