import { type ActionContext, findContextById } from '../actions/context.ts';
import { type ActionKinds, kindNamed } from '../actions/kind.ts';
import { spokenIn } from '../campaigns/rules.ts';
import type { Deps } from '../platform/deps.ts';
import { type Mail, type MailToWrite, mailKindOf } from '../platform/mail/mail.ts';
import { dateIn } from '../platform/time/clock.ts';
import { linksOf } from './links.ts';
import { type SupporterMail, supporterMail } from './mail.tsx';
import type { supporterMailKinds } from './mail-kinds.ts';
import { newLinkKind } from './new-link.ts';
import { erasedUnconfirmedAfter } from './rules.ts';
import { openPerson } from './sealing.ts';
import { findCountedTwins, listSignatures, type Signature } from './store.ts';

const kinds: Record<string, SupporterMail['kind']> = {
  confirm: 'confirm',
  again: 'confirm',
  invite: 'invited',
  'remind-1': 'reminder',
  'remind-2': 'last-reminder',
  [newLinkKind]: 'new-link',
} satisfies Record<(typeof supporterMailKinds)[number], SupporterMail['kind']>;

/**
 * Writes each mail from its signature as it is now. If the same person already counts, the mail says so and goes to the
 * address that counts. Null if there is nothing to say any more.
 */
export async function renderSupporterMails(
  deps: Deps,
  entries: MailToWrite[],
  actionKinds: ActionKinds,
): Promise<Map<string, Mail | null>> {
  const refs = [...new Set(entries.map(({ ref }) => ref))];
  const twins = await findCountedTwins(deps.db, refs);
  const signatures = await listSignatures(deps.db, [...refs, ...twins.values()]);
  const byId = new Map(signatures.map((signature) => [signature.id, signature]));
  const contexts = new Map<number, ActionContext | null>();
  const mails = new Map<string, Mail | null>();
  for (const { id, ref, kind: repeated } of entries) {
    const kind = mailKindOf(repeated);
    const signature = byId.get(ref);
    if (!signature || !isWorthTelling(signature, kind)) {
      mails.set(id, null);
      continue;
    }
    const { actionId } = signature;
    if (!contexts.has(actionId)) contexts.set(actionId, await findContextById(deps.db, actionId));
    const context = contexts.get(actionId);
    const twin = kind === newLinkKind ? null : (byId.get(twins.get(ref) ?? '') ?? null);
    mails.set(id, context ? await writeMail(deps, { kind, signature, twin, context }, actionKinds) : null);
  }
  return mails;
}

/**
 * The first mail also contains the link to the supporter's page, so it is sent even if the person confirmed before it.
 */
function isWorthTelling({ state }: Signature, kind: string): boolean {
  if (kind === newLinkKind) return true;
  return state === 'unconfirmed' || (kind === 'confirm' && (state === 'confirmed' || state === 'flagged'));
}

type MailSubject = {
  kind: string;
  signature: Signature;
  /** The signature by which the same person already counts. */
  twin: Signature | null;
  context: ActionContext;
};

async function writeMail(
  deps: Deps,
  { kind, signature, twin, context }: MailSubject,
  actionKinds: ActionKinds,
): Promise<Mail | null> {
  const { action, campaign, city } = context;
  const language = spokenIn(campaign, signature.language);
  const held = twin ?? signature;
  const person = await openPerson(deps.keyring, held);
  if (!person) return null;
  const words = await kindNamed(actionKinds, action.kind).supporterWords();
  const { supporterUrl } = await linksOf(deps, held, language);
  const { confirmUrl } = await linksOf(deps, signature, language);
  return supporterMail({
    confirmUrl: kind !== newLinkKind || signature.state === 'unconfirmed' ? confirmUrl : null,
    supporterUrl,
    kind: twin ? 'counted' : (kinds[kind] ?? 'confirm'),
    words: words[language].mails,
    language,
    to: person.email,
    title: action.title[language],
    committee: action.committee.name[language],
    city: city.name,
    accent: campaign.accent,
    contactEmail: campaign.contactEmail,
    signedOn: dateIn(city.timeZone, held.receivedAt),
    erasedOn: dateIn(city.timeZone, new Date(held.receivedAt.getTime() + erasedUnconfirmedAfter)),
  });
}
