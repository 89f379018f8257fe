import { spokenIn } from '../campaigns/rules.ts';
import { placeLabel } from '../places/labels.ts';
import type { MailAbout } from '../platform/mail/outbox.ts';
import { contactOf } from './contact-rules.ts';
import type { SupporterLink } from './supporter-link.tsx';

/** Everything that is stored about a supporter, as the file that they can download. */
export function personalData({ signature, context, person }: SupporterLink, mails: MailAbout[]) {
  return {
    petition: context.action.slug,
    text_version: signature.textVersion,
    state: signature.state,
    reason: signature.reason,
    given_name: person?.givenName ?? null,
    family_name: person?.familyName ?? null,
    email: person?.email ?? null,
    street: person?.street || null,
    comment: person?.comment ?? null,
    zip: signature.zip,
    district: placeLabel(context.city, signature.place, spokenIn(context.campaign, 'en')),
    shown_name: signature.shownName,
    shown_comment: signature.shownComment,
    name_look: signature.nameLook,
    comment_look: signature.commentLook,
    keep_informed: signature.keepInformed,
    partner_contact: signature.partnerContact ? (contactOf(signature, context.sources)?.slug ?? null) : null,
    source: signature.source,
    language: signature.language,
    reference_number: signature.receipt,
    received_at: signature.receivedAt.toISOString(),
    confirmed_at: signature.confirmedAt?.toISOString() ?? null,
    changed_at: signature.changedAt.toISOString(),
    erased_at: signature.erasedAt?.toISOString() ?? null,
    mails: mails.map(({ kind, state, created_at }) => {
      return { kind, state, created_at: new Date(created_at).toISOString() };
    }),
  };
}
