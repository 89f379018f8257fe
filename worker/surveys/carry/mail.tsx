import { type ActionContext, findContextById } from '../../actions/context.ts';
import { isOpen } from '../../actions/rules.ts';
import { spokenIn } from '../../campaigns/rules.ts';
import type { Deps } from '../../platform/deps.ts';
import type { Mail, MailToWrite } from '../../platform/mail/mail.ts';
import { linkToken } from '../../signatures/links.ts';
import { openPerson } from '../../signatures/sealing.ts';
import { listSignatures, type Signature } from '../../signatures/store.ts';
import { askMail } from './mail-ask.tsx';
import { listStillToAsk } from './store.ts';

/** No mail if the answer has come meanwhile or the response is gone. */
export async function renderAskMails(
  deps: Deps,
  entries: MailToWrite[],
  now: Date,
): Promise<Map<string, Mail | null>> {
  const refs = [...new Set(entries.map(({ ref }) => ref))];
  if (refs.length === 0) return new Map();
  const [signatures, open] = await Promise.all([
    listSignatures(deps.db, refs),
    listStillToAsk(deps.db, refs),
  ]);
  const toAsk = new Map(
    signatures
      .filter(({ id, state }) => state === 'confirmed' && open.has(id))
      .map((signature) => [signature.id, signature]),
  );
  const contexts = new Map<number, ActionContext | null>();
  const mails = new Map<string, Mail | null>();
  for (const { id, ref } of entries) {
    const signature = toAsk.get(ref);
    if (signature && !contexts.has(signature.actionId)) {
      contexts.set(signature.actionId, await findContextById(deps.db, signature.actionId));
    }
    const context = signature && contexts.get(signature.actionId);
    mails.set(id, context && isOpen(context.action, now) ? await writeMail(deps, context, signature) : null);
  }
  return mails;
}

async function writeMail(
  { keyring, settings }: Deps,
  { action, campaign, city }: ActionContext,
  signature: Signature,
): Promise<Mail | null> {
  const person = await openPerson(keyring, signature);
  if (!person) return null;
  const language = spokenIn(campaign, signature.language);
  const token = await linkToken(keyring, 'my', signature);
  return askMail({
    language,
    to: person.email,
    title: action.title[language],
    city: city.name,
    accent: campaign.accent,
    contactEmail: campaign.contactEmail,
    sendUrl: `${settings.publicUrl}/my/${token}/send?asked&lang=${language}`,
  });
}
