import type { Context } from 'hono';
import type { Language } from '../../web/language.ts';
import type { ActionContext } from '../actions/context.ts';
import type { SupporterWords } from '../actions/kind.ts';
import { shellOf, withForm, withLanguage } from '../campaigns/shell.ts';
import { direct } from '../coalition/rules.ts';
import { districtQuestionOf, placeLabel } from '../places/labels.ts';
import { candidateDistricts, outside, unknown } from '../places/rules.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import type { FieldError } from '../platform/http/forms.ts';
import type { ConfirmForms, FormToConfirm } from './confirm-forms.ts';
import { contactOf } from './contact-rules.ts';
import { linkToken } from './links.ts';
import type { OpenDistricts, ShownForm } from './pages/confirm-form.tsx';
import { ConfirmPage, type ConfirmPageProps, type ConfirmState } from './pages/confirm-page.tsx';
import { previewOf } from './preview.ts';
import { mayConfirm } from './rules.ts';
import { contentVersionOf, type Signature } from './store.ts';
import { fullName } from './submission-rules.ts';
import type { SupporterSection } from './supporter-section.ts';
import { linkedAction } from './view.tsx';

export type ConfirmGiven = {
  district: string;
  /** Of another signature, which this one is a correction of. */
  replaces: string;
  errors: FieldError[];
  notice: ConfirmPageProps['notice'];
};

type Parts = { words: SupporterWords; sections: readonly SupporterSection[] };

export async function confirmPage(
  c: Context<AppEnv>,
  forms: ConfirmForms,
  { words, sections }: Parts,
  given: ConfirmGiven,
) {
  const { deps, language, now } = c.var;
  const { context, own, waiting, page, hasMore } = forms;
  const [only, second] = waiting;
  const shell = shellOf(c, context.campaign);
  const districtQuestion = only && !second ? openDistricts(only, language, given.district) : null;
  const asks = only && !second && (districtQuestion !== null || only.others.length > 0);
  const isAlone = only?.signature.id === own.signature.id && !second && !hasMore;
  const shown = waiting.map((form) =>
    shownForm(c, form, { own: own.signature.id, sections, isListed: !isAlone }),
  );
  return (
    <ConfirmPage
      shell={asks ? withForm(shell, { ...confirmForm, action: only.path }) : shell}
      words={words}
      action={linkedAction(context, language)}
      timeZone={context.city.timeZone}
      state={confirmState(forms, now)}
      waiting={await Promise.all(shown)}
      earlierHref={hasMore ? `${c.req.path}?page=${page + 2}` : null}
      districtQuestion={districtQuestion}
      replaces={given.replaces}
      errors={given.errors}
      notice={given.notice}
      supporterHref={
        own.person && withLanguage(c, `/my/${await linkToken(deps.keyring, 'my', own.signature)}`)
      }
    />
  );
}

const confirmForm = { form: 'confirm', enter: 'confirm', isChecked: false };

function confirmState({ own: { signature, person }, context }: ConfirmForms, now: Date): ConfirmState {
  const { state, reason } = signature;
  if (!person) return 'erased';
  if (state === 'duplicate') {
    return reason === 'shared-inbox' || reason === 'found-same'
      ? `duplicate-${reason}`
      : 'duplicate-same-person';
  }
  if (state !== 'unconfirmed') return state;
  if (mayConfirm(signature, context.action, now).ok) return 'unconfirmed';
  return context.action.state === 'removed' ? 'action-removed' : 'action-closed';
}

async function shownForm(
  c: Context<AppEnv>,
  form: FormToConfirm,
  { own, sections, isListed }: { own: string; sections: readonly SupporterSection[]; isListed: boolean },
): Promise<ShownForm> {
  const { language } = c.var;
  const { signature, person, context } = form;
  const { city, sources } = context;
  const partner = contactOf(signature, sources);
  const parts = await Promise.all(
    sections.map((section) => section.toConfirm?.(c, form, { isListed }) ?? null),
  );
  return {
    submitTo: withLanguage(c, form.path),
    changeHref: withLanguage(c, `${form.path}/change`),
    version: contentVersionOf(signature.sealed),
    isAgain: form.isAgain,
    others: form.others.map(({ id, person: other }) => ({ id, name: fullName(other) })),
    isOfThisLink: signature.id === own,
    receivedAt: signature.receivedAt,
    name: fullName(person),
    email: person.email,
    street: person.street || null,
    zip: signature.zip ?? '',
    placeLabel: placeLabel(city, signature.place, language),
    asksPlace: openDistricts(form, language, '') !== null,
    comment: person.comment,
    preview: previewOf(form, c.var),
    keepInformed: signature.keepInformed,
    partner: partner && { name: partner.name[language], mayWrite: signature.partnerContact },
    sourceName: sourceNameOf(signature, context, language),
    sections: parts.filter((part) => part !== null),
  };
}

/** The name of the source; null if there was none. */
export function sourceNameOf(
  { source }: Signature,
  { sources }: ActionContext,
  language: Language,
): string | null {
  if (source === direct) return null;
  return sources.find(({ slug }) => slug === source)?.name[language] ?? source;
}

/** Only if the ZIP does not settle the district and nobody has said which it is. */
function openDistricts(
  { signature, context }: FormToConfirm,
  language: Language,
  value: string,
): OpenDistricts | null {
  const candidates = candidateDistricts(signature.zip ?? '', context.city);
  if (signature.place !== unknown || candidates.kind !== 'open') return null;
  const { districts, lookupUrl, wholeCity } = districtQuestionOf(context.city, language);
  return {
    options: districts.filter(({ code }) => code === outside || candidates.districts.includes(code)),
    value,
    lookupUrl,
    wholeCity,
  };
}
