import type { Context } from 'hono';
import type { Language } from '../../web/language.ts';
import type { ActionContext } from '../actions/context.ts';
import { pathOf } from '../actions/rules.ts';
import { shellOf, withLanguage } from '../campaigns/shell.ts';
import { districtQuestionOf, placeLabel } from '../places/labels.ts';
import { candidateDistricts, unknown } from '../places/rules.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { contactOf } from './contact-rules.ts';
import { ConfirmPage, type ConfirmState } from './pages/confirm-page.tsx';
import { type MyNotice, MyPage } from './pages/my-page.tsx';
import { ThankYouPage } from './pages/thank-you-page.tsx';
import { canCorrect, canWithdraw, isToAcknowledge, mayConfirm } from './rules.ts';
import type { Person } from './sealing.ts';
import type { Signature } from './store.ts';
import { fullName } from './submission-rules.ts';
import type { Own, OwnEnv } from './supporter-page.tsx';

export async function confirmPage(c: Context<OwnEnv>, given: { district: string; errors: FieldError[] }) {
  const { deps, language, own } = c.var;
  const { signature, context, person } = own;
  const state = confirmState(own, c.var.now);
  const ownToken = await deps.keyring.token('my', signature.id);
  return (
    <ConfirmPage
      shell={shellOf(c, context.campaign)}
      submitTo={withLanguage(c, c.req.path)}
      action={actionOf(context, language)}
      state={state}
      signature={
        person && {
          name: fullName(person),
          zip: signature.zip ?? '',
          placeLabel: placeLabel(context.city, signature.place, language),
          shownName: signature.shownName,
        }
      }
      districtQuestion={state === 'unconfirmed' ? openDistricts(c, own, given.district) : null}
      errors={given.errors}
      myHref={person && withLanguage(c, `/my/${ownToken}`)}
    />
  );
}

function confirmState({ signature, withRivals, context }: Own, now: Date): ConfirmState {
  const { state, reason } = signature;
  const isCounted = withRivals?.rivals.some(({ personKey }) => personKey === signature.personKey) ?? false;
  if (isCounted && isToAcknowledge(signature)) return 'again';
  if (state === 'duplicate')
    return reason === 'shared-inbox' ? 'duplicate-shared-inbox' : 'duplicate-same-person';
  if (state !== 'unconfirmed') return state;
  if (!mayConfirm(signature, context.action, now).ok) return 'petition-closed';
  return isCounted ? 'again' : 'unconfirmed';
}

/** Asked only where the ZIP leaves the district open and nobody has said which. */
function openDistricts(c: PageContext, { signature, context }: Own, value: string) {
  const candidates = candidateDistricts(signature.zip ?? '', context.city);
  if (signature.place !== unknown || candidates.kind !== 'open') return null;
  const { districts, lookupUrl } = districtQuestionOf(context.city, c.var.language);
  return { options: districts.filter(({ code }) => candidates.districts.includes(code)), value, lookupUrl };
}

export type MyPageState = {
  notice: MyNotice | null;
  returned: { values: Record<string, string>; errors: FieldError[] } | null;
};

export async function myPage(c: Context<OwnEnv>, { notice, returned }: MyPageState) {
  const { language, own } = c.var;
  const { signature, context, person } = own;
  const token = c.req.param('token') ?? '';
  const values = returned?.values ?? (person ? valuesOf(signature, person) : {});
  return (
    <MyPage
      shell={shellOf(c, context.campaign, `/my/${token}`)}
      kind={context.action.kind}
      token={token}
      timeZone={context.city.timeZone}
      signature={person && heldOf(own, person, language)}
      answers={person && (await c.var.alsoHeld.shown(c))}
      correction={
        person && canCorrect(signature.state)
          ? {
              ...districtQuestionOf(context.city, language),
              values,
              errors: returned?.errors ?? [],
              showDistrict: candidateDistricts(signature.zip ?? '', context.city).kind === 'open',
            }
          : null
      }
      mayWithdraw={person !== null && canWithdraw(signature.state)}
      notice={notice}
    />
  );
}

function valuesOf(signature: Signature, person: Person): Record<string, string> {
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    zip: signature.zip ?? '',
    district: signature.place === unknown ? '' : signature.place,
    comment: person.comment,
    show_name: signature.shownName === null ? '' : 'yes',
    keep_informed: signature.keepInformed ? 'yes' : '',
    partner_contact: signature.partnerContact ? 'yes' : '',
  };
}

function heldOf({ signature, context }: Own, person: Person, language: Language) {
  const partner = contactOf(signature, context.sources);
  const source = context.sources.find(({ slug }) => slug === signature.source);
  return {
    action: actionOf(context, language),
    state: signature.state,
    reason: signature.reason,
    givenName: person.givenName,
    familyName: person.familyName,
    email: person.email,
    zip: signature.zip ?? '',
    street: person.street || null,
    placeLabel: placeLabel(context.city, signature.place, language),
    comment: person.comment,
    shownName: signature.shownName,
    keepInformed: signature.keepInformed,
    partner: partner && { name: partner.name[language], mayWrite: signature.partnerContact },
    sourceName: source?.name[language] ?? signature.source,
    receivedAt: signature.receivedAt,
    confirmedAt: signature.confirmedAt,
    receipt: signature.receipt,
  };
}

/** What was signed or answered. */
export function actionOf({ action }: ActionContext, language: Language) {
  const { kind, slug, title } = action;
  return { kind, slug, title: title[language] };
}

type NextAction = { title: string; description: string; href: string };

export function thankYouPage(
  c: PageContext,
  context: ActionContext,
  { confirmed, next = [] }: { confirmed: number; next?: NextAction[] },
) {
  const { language, deps } = c.var;
  const { action, campaign } = context;
  const address = (source: string) => `${deps.settings.publicUrl}${pathOf(action)}?source=${source}`;
  const text = (source: string) => encodeURIComponent(`${action.ask[language]} ${address(source)}`);
  const subject = encodeURIComponent(action.title[language]);
  return (
    <ThankYouPage
      shell={shellOf(c, campaign)}
      action={actionOf(context, language)}
      confirmed={confirmed}
      share={[
        { kind: 'whatsapp', href: `https://wa.me/?text=${text('share-whatsapp')}` },
        { kind: 'sms', href: `sms:?&body=${text('share-sms')}` },
        { kind: 'email', href: `mailto:?subject=${subject}&body=${text('share-email')}` },
      ]}
      shareUrl={address('share-link')}
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
