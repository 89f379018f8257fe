import { findContextById } from '../actions/context.ts';
import { spokenIn } from '../campaigns/rules.ts';
import type { Deps } from '../platform/deps.ts';
import { type Mail, type MailToWrite, mailKindOf } from '../platform/mail/mail.ts';
import { linksOf } from '../signatures/links.ts';
import { openPerson } from '../signatures/sealing.ts';
import { listSignatures, type Signature } from '../signatures/store.ts';
import { type EventContext, withEvent } from './cache.ts';
import { shownCode } from './door/rules.ts';
import { listDoorCodes } from './door/store.ts';
import { type EventMail, eventMail } from './mail.tsx';
import { cancelledKind, changedKind, movedUpKind } from './mail-kinds.ts';
import { placeFor, type Slot, slotNamed } from './rules.ts';
import { listSeats, type SeatOf } from './store.ts';
import { formatSpan } from './time-rules.ts';

type Subject = { kind: string; signature: Signature; seat: SeatOf; code: string | null; now: Date };

/** Null where it has been overtaken: a place given up again, a time that has begun, an event that was canceled. */
export async function renderEventMails(
  deps: Deps,
  entries: MailToWrite[],
  now: Date,
): Promise<Map<string, Mail | null>> {
  const refs = [...new Set(entries.map(({ ref }) => ref))];
  if (refs.length === 0) return new Map();
  const [signatures, seats, codes] = await Promise.all([
    listSignatures(deps.db, refs),
    listSeats(deps.db, refs),
    listDoorCodes(deps.db, refs),
  ]);
  const byId = new Map(signatures.map((signature) => [signature.id, signature]));
  const contexts = new Map<number, Promise<EventContext | null>>();
  const contextOf = (actionId: number) => {
    const found = contexts.get(actionId) ?? findEventContext(deps, actionId, now);
    contexts.set(actionId, found);
    return found;
  };
  const mails = new Map<string, Mail | null>();
  for (const { id, ref, kind } of entries) {
    const [signature, seat] = [byId.get(ref), seats.get(ref)];
    const context = signature && seat ? await contextOf(signature.actionId) : null;
    const mail =
      context &&
      signature &&
      seat &&
      (await writeMail(deps, context, { kind, signature, seat, code: codes.get(ref) ?? null, now }));
    mails.set(id, mail || null);
  }
  return mails;
}

async function findEventContext(deps: Deps, actionId: number, now: Date): Promise<EventContext | null> {
  const found = await findContextById(deps.db, actionId);
  return found && withEvent(deps, found, now);
}

async function writeMail(deps: Deps, context: EventContext, subject: Subject): Promise<Mail | null> {
  const { action, campaign, city, event } = context;
  const { signature, seat, code } = subject;
  const [kind, slot] = [mailOf(context, subject), slotNamed(event, seat.slot)];
  const person = await openPerson(deps.keyring, signature);
  if (kind === null || !slot || !person) return null;
  const language = spokenIn(campaign, signature.language);
  const { name, address, url } = placeFor(event, seat.seat);
  const { supporterUrl } = await linksOf(deps, signature, language);
  return eventMail({
    kind,
    why: event.cancelled?.[language] ?? '',
    language,
    to: person.email,
    title: action.title[language],
    when: formatSpan(slot, city.timeZone, language),
    place: { name: name[language], address, url },
    code: seat.seat === 'has' && code !== null ? shownCode(code) : null,
    city: city.name,
    accent: campaign.accent,
    contactEmail: campaign.contactEmail,
    supporterUrl,
  });
}

/** What the mail says, if it is still so. */
function mailOf({ event }: EventContext, { kind, seat, now }: Subject): EventMail['kind'] | null {
  const slot = slotNamed(event, seat.slot);
  if (!slot || slot.startsAt <= now || seat.seat === 'none') return null;
  if (mailKindOf(kind) === cancelledKind) return event.cancelled ? 'cancelled' : null;
  if (event.cancelled) return null;
  if (mailKindOf(kind) === changedKind) return 'changed';
  if (seat.seat !== 'has') return null;
  if (mailKindOf(kind) === movedUpKind) return 'movedUp';
  return remindedStage(kind, slot);
}

/** Of this time, as it is now. */
function remindedStage(kind: string, { slug, startsAt }: Slot): 'days' | 'hours' | null {
  const [, stage, of, at] = /:(days|hours)\.(.+)\.(\d+)$/.exec(kind) ?? [];
  return of === slug && Number(at) === startsAt.getTime() ? (stage as 'days' | 'hours') : null;
}
