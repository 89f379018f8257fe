import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import type { Language } from '../../web/language.ts';
import type { ActionContext } from '../actions/context.ts';
import type { ActionKindDefinition, NextAction, SupporterWords } from '../actions/kind.ts';
import { pathOf } from '../actions/rules.ts';
import { shellOf, withForm } from '../campaigns/shell.ts';
import type { HiddenReason } from '../moderation/look-rules.ts';
import { districtQuestionOf, placeLabel } from '../places/labels.ts';
import { candidateDistricts, unknown } from '../places/rules.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { contactOf } from './contact-rules.ts';
import { type HeldSignature, type SupporterNotice, SupporterPage } from './pages/supporter-page.tsx';
import { ThankYouPage } from './pages/thank-you-page.tsx';
import { previewOf } from './preview.ts';
import { canCorrect, canWithdraw } from './rules.ts';
import type { Person } from './sealing.ts';
import type { Signature } from './store.ts';
import type { SupporterLink, SupporterLinkEnv } from './supporter-link.tsx';

export type SupporterPageState = {
  notice: SupporterNotice | null;
  returned: { values: Record<string, string>; errors: FieldError[] } | null;
};

/** `sections` are what other features store about the supporter. */
export function supporterPage(
  c: Context<SupporterLinkEnv>,
  { words, sections }: { words: SupporterWords; sections: Child[] },
  { notice, returned, reasons }: SupporterPageState & { reasons: Record<string, HiddenReason> },
) {
  const { language, link } = c.var;
  const { token, signature, context, person } = link;
  const values = returned?.values ?? (person ? valuesOf(signature, person) : {});
  const isCorrectable = person !== null && canCorrect(signature.state);
  const shell = shellOf(c, context.campaign, `/my/${token}`);
  const correctForm = {
    form: 'correct',
    action: `/my/${token}/correct`,
    enter: 'save',
    isChecked: (returned?.errors.length ?? 0) > 0,
  };
  return (
    <SupporterPage
      shell={isCorrectable ? withForm(shell, correctForm) : shell}
      words={words}
      token={token}
      timeZone={context.city.timeZone}
      action={linkedAction(context, language)}
      signature={person && heldSignature(link, person, { ...c.var, reasons })}
      sections={sections}
      correction={
        isCorrectable
          ? {
              ...districtQuestionOf(context.city, language),
              values,
              errors: returned?.errors ?? [],
              showDistrict: candidateDistricts(signature.zip ?? '', context.city).kind === 'open',
              noDetails: context.campaign.care.noDetails?.[language] ?? null,
            }
          : null
      }
      mayWithdraw={person !== null && canWithdraw(signature.state)}
      notice={notice}
    />
  );
}

export function valuesOf(signature: Signature, person: Person): Record<string, string> {
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    zip: signature.zip ?? '',
    district: signature.place === unknown ? '' : signature.place,
    comment: person.comment,
    show_name: signature.nameLook === null ? '' : 'yes',
    keep_informed: signature.keepInformed ? 'yes' : '',
    partner_contact: signature.partnerContact ? 'yes' : '',
  };
}

function heldSignature(
  { signature, context }: SupporterLink,
  person: Person,
  { language, now, reasons }: { language: Language; now: Date; reasons: Record<string, HiddenReason> },
): HeldSignature {
  const partner = contactOf(signature, context.sources);
  const source = context.sources.find(({ slug }) => slug === signature.source);
  return {
    state: signature.state,
    reason: signature.reason,
    givenName: person.givenName,
    familyName: person.familyName,
    email: person.email,
    zip: signature.zip ?? '',
    street: person.street || null,
    placeLabel: placeLabel(context.city, signature.place, language),
    comment: person.comment,
    preview: previewOf({ signature, context, person, reasons }, { language, now }),
    keepInformed: signature.keepInformed,
    partner: partner && { name: partner.name[language], mayWrite: signature.partnerContact },
    sourceName: source?.name[language] ?? signature.source,
    receivedAt: signature.receivedAt,
    confirmedAt: signature.confirmedAt,
    reference: signature.receipt,
  };
}

/** What the supporter signed or answered. */
export function linkedAction({ action }: ActionContext, language: Language) {
  return { title: action.title[language], path: pathOf(action) };
}

export async function thankYouPage(
  c: PageContext,
  { context, kind }: { context: ActionContext; kind: ActionKindDefinition },
  { confirmed, first, next }: { confirmed: number; first: NextAction[]; next: NextAction[] },
) {
  const { language, deps } = c.var;
  const { action, campaign } = context;
  const address = (source: string) => `${deps.settings.publicUrl}${pathOf(action)}?source=${source}`;
  const text = (source: string) => encodeURIComponent(`${action.ask[language]} ${address(source)}`);
  const subject = encodeURIComponent(action.title[language]);
  const words = await kind.supporterWords();
  return (
    <ThankYouPage
      shell={shellOf(c, campaign)}
      words={words[language]}
      action={linkedAction(context, language)}
      confirmed={confirmed}
      share={[
        { kind: 'whatsapp', href: `https://wa.me/?text=${text('share-whatsapp')}` },
        { kind: 'sms', href: `sms:?&body=${text('share-sms')}` },
        { kind: 'email', href: `mailto:?subject=${subject}&body=${text('share-email')}` },
      ]}
      shareUrl={address('share-link')}
      first={first}
      nextActions={[
        ...next,
        {
          title: campaign.title[language],
          description: campaign.ask[language],
          href: `/campaigns/${campaign.slug}`,
        },
      ]}
    />
  );
}
