import { formatNumber, formatPercent, type Language, message } from '../../web/language.ts';
import type { TypedForm } from '../../web/shell.ts';
import type { LoadedParts } from '../actions/action-part.ts';
import { type FiguresAsOf, shown } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { newsShown } from '../actions/news.tsx';
import { formAddress, type PageRequest, pageAddress } from '../actions/page-request.ts';
import { enteredOf, errorRateOf, paperAccountOf } from '../actions/paper-rules.ts';
import { latestChange, nextThreshold } from '../actions/rules.ts';
import type { ShownEntry } from '../actions/shown-store.ts';
import type { ActionFigures } from '../actions/store.ts';
import { actionSummary } from '../actions/summary.ts';
import { factOf, shellAt } from '../campaigns/shell.ts';
import { askingPartnerOf, sourceOf } from '../coalition/rules.ts';
import { districtQuestionOf, placeLabel } from '../places/labels.ts';
import { districtsIn } from '../places/rules.ts';
import type { FieldError } from '../platform/http/forms.ts';
import type { Settings } from '../platform/settings.ts';
import type { Pause } from '../platform/switches.ts';
import { dateIn } from '../platform/time/clock.ts';
import { commentsPath } from './comment-rules.ts';
import { copy } from './pages/copy.ts';
import { PetitionPage } from './pages/petition-page.tsx';
import type { PetitionPageProps } from './pages/petition-view.ts';
import { signFormId } from './pages/sign-form.tsx';
import { textPath } from './text-rules.ts';

export type FormState = {
  formToken: string;
  /** While signing is paused, only a form that came back is shown, so that what was typed is not lost. */
  pause: Pause | null;
  /** A form that is shown again to the person who sent it; left out if the page shows a fresh one. */
  returned?: { values: Record<string, string>; errors: FieldError[] };
  notice?: PetitionPageProps['notice'];
};

/** The petition's page: with a fresh form, with a form that came back, or after it closed. */
export function petitionPage(
  context: ActionContext,
  figures: FiguresAsOf,
  request: PageRequest,
  { settings, now, form, parts }: { settings: Settings; now: Date; form: FormState; parts: LoadedParts },
) {
  const { action, campaign } = context;
  const { language } = request;
  const summary = actionSummary(context, figures, { now, language });
  const isSignable = summary.state === 'open' && (form.pause === null || form.returned !== undefined);
  const shell = {
    ...shellAt(language, pageAddress(action, request), campaign),
    isReadOnly: form.pause === 'read-only',
    frame: request.frame,
    typed: isSignable ? typedIn(action, request, form) : null,
  };
  return (
    <PetitionPage
      shell={shell}
      petition={{
        ...summary,
        ...progressOf(context, figures, language),
        paper: paperOf(figures, language),
        districts: districtsIn(campaign.city).districts,
        facts: [campaign.headlineFact ?? [], ...campaign.facts].flat().map((fact) => factOf(fact, language)),
        textChange: textChangeOf(context, language),
        ...shownOf(context, figures, language),
      }}
      form={isSignable ? signForm(context, request, form, settings) : null}
      notice={noticeOf(summary.state, form)}
      news={newsShown({ campaign, actions: [], kinds: [] }, { now, language, most: newsOnPage })}
      parts={parts.flatMap(({ part, loaded }) => part.page(loaded, { context, shell, now }) ?? [])}
      site={request.site}
    />
  );
}

/** The organizers' news; reached thresholds are shown among the petition's steps. */
const newsOnPage = 3;

function noticeOf(
  state: PetitionPageProps['petition']['state'],
  { notice, pause }: FormState,
): PetitionPageProps['notice'] {
  if (state === 'closed') return notice ?? null;
  return state === 'open' && pause === 'signing-paused' ? pause : null;
}

function textChangeOf({ action, city }: ActionContext, language: Language) {
  const change = latestChange(action.texts);
  return (
    change && {
      on: dateIn(city.timeZone, change.shown.madeAt),
      kind: change.shown.change,
      note: change.shown.note?.[language] ?? null,
      earlierPath: textPath(action, change.earlier.version),
    }
  );
}

/** Beside the number, never in it. */
function paperOf({ counts }: Pick<ActionFigures, 'counts'>, language: Language): string | null {
  const account = paperAccountOf(counts.paper);
  if (!account || enteredOf(account) === 0) return null;
  const words = copy[language].paper;
  const rate = errorRateOf(account);
  const count = formatNumber(account.withoutAddress, language);
  const counted = message(words.counted, { n: account.withoutAddress, count }, language);
  const values = { n: account.enteredTwice, rate: formatPercent(rate ?? 0, language) };
  return rate === null ? counted : `${counted} ${message(words.checked, values, language)}`;
}

function progressOf(
  { city }: ActionContext,
  { counts, thresholds }: Pick<ActionFigures, 'counts' | 'thresholds'>,
  language: Language,
) {
  const confirmed = counts.state.confirmed ?? 0;
  const next = nextThreshold(thresholds, confirmed);
  return {
    thresholds: thresholds.map(({ signatures, name, reachedAt }) => ({
      signatures,
      name: name[language],
      reachedOn: reachedAt && dateIn(city.timeZone, reachedAt),
    })),
    nextThreshold: next && { signatures: next.signatures, name: next.name[language] },
  };
}

function shownOf(
  { action, city }: ActionContext,
  { names, comments }: Pick<ActionFigures, 'names' | 'comments'>,
  language: Language,
) {
  const placed = (entry: ShownEntry) => ({ ...entry, place: placeLabel(city, entry.place, language) });
  return {
    names: names.map((entry) => placed({ ...entry, comment: null })),
    comments: comments.slice(0, shown.comments).map(placed),
    commentsPath: comments.length > shown.comments ? commentsPath(action) : null,
  };
}

function typedIn(action: ActionContext['action'], request: PageRequest, { returned }: FormState): TypedForm {
  return {
    form: signFormId,
    action: formAddress(action, request, 'signatures'),
    enter: 'sign',
    isChecked: returned !== undefined && returned.errors.length > 0,
  };
}

function signForm(
  { action, campaign, city, sources }: ActionContext,
  request: PageRequest,
  { returned, formToken }: FormState,
  { turnstile }: Settings,
): PetitionPageProps['form'] {
  const { values, errors } = returned ?? { values: {} as Record<string, string>, errors: [] };
  // A source that the campaign does not know never blocks a form: its reader cannot correct it.
  const source = sourceOf(values.source ?? request.source, sources);
  return {
    ...districtQuestionOf(city, request.language),
    action: formAddress(action, request, 'signatures'),
    values,
    errors,
    formToken,
    source,
    partner: askingPartnerOf(source, sources)?.name[request.language] ?? null,
    showDistrict: Boolean(values.district) || errors.some(({ field }) => field === 'district'),
    asksStreet: action.asksStreet,
    looks: campaign.looks,
    noDetails: campaign.care.noDetails?.[request.language] ?? null,
    turnstileSiteKey: request.frame?.isIsolated ? null : (turnstile?.siteKey ?? null),
  };
}
