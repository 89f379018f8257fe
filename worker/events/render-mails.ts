import { type ActionContext, findContextById } from '../actions/context.ts';
import { spokenIn } from '../campaigns/rules.ts';
import type { Deps } from '../platform/deps.ts';
import type { Mail, MailToWrite } from '../platform/mail/mail.ts';
import { linksOf } from '../signatures/links.ts';
import { openPerson } from '../signatures/sealing.ts';
import { listSignatures, type Signature } from '../signatures/store.ts';
import { type EventContext, withEvent } from './cache.ts';
import { eventMail } from './mail.tsx';
import { placeFor, slotNamed } from './rules.ts';
import { listSeats, type SeatOf } from './store.ts';
import { formatSpan } from './time-rules.ts';

/** Null where it has been overtaken: a place given up again, a time that has begun, an event that was canceled. */
export async function renderEventMails(
  deps: Deps,
  entries: MailToWrite[],
  now: Date,
): Promise<Map<string, Mail | null>> {
  const refs = [...new Set(entries.map(({ ref }) => ref))];
  if (refs.length === 0) return new Map();
  const [signatures, seats] = await Promise.all([listSignatures(deps.db, refs), listSeats(deps.db, refs)]);
  const byId = new Map(signatures.map((signature) => [signature.id, signature]));
  const contexts = new Map<number, ActionContext | null>();
  const mails = new Map<string, Mail | null>();
  for (const { id, ref } of entries) {
    const [signature, seat] = [byId.get(ref), seats.get(ref)];
    if (!signature || seat?.seat !== 'has') {
      mails.set(id, null);
      continue;
    }
    const { actionId } = signature;
    if (!contexts.has(actionId)) contexts.set(actionId, await findContextById(deps.db, actionId));
    const found = contexts.get(actionId);
    const context = found ? await withEvent(deps, found, now) : null;
    mails.set(id, context && (await writeMail(deps, context, { signature, seat, now })));
  }
  return mails;
}

async function writeMail(
  deps: Deps,
  { action, campaign, city, event }: EventContext,
  { signature, seat, now }: { signature: Signature; seat: SeatOf; now: Date },
): Promise<Mail | null> {
  const slot = slotNamed(event, seat.slot);
  const person = await openPerson(deps.keyring, signature);
  if (!slot || !person || slot.startsAt <= now || event.cancelled !== null) return null;
  const language = spokenIn(campaign, signature.language);
  const { name, address, url } = placeFor(event, seat.seat);
  const { supporterUrl } = await linksOf(deps, signature, language);
  return eventMail({
    kind: 'movedUp',
    language,
    to: person.email,
    title: action.title[language],
    when: formatSpan(slot, city.timeZone, language),
    place: { name: name[language], address, url },
    city: city.name,
    accent: campaign.accent,
    contactEmail: campaign.contactEmail,
    supporterUrl,
  });
}
