import { asLanguage, type Language } from '../../web/language.ts';
import { type Frame, framedPath } from '../../web/shell.ts';
import type { StandingAsOf } from '../actions/cache.ts';
import type { ActionContext } from '../actions/context.ts';
import { newsShown } from '../actions/news.tsx';
import { isOpen, nextThreshold, pathOf } from '../actions/rules.ts';
import type { Standing } from '../actions/store.ts';
import { factOf, shellAt } from '../campaigns/shell.ts';
import { askingPartnerOf, sourceOf } from '../coalition/rules.ts';
import { candidateDistricts, outside, unknown } from '../places/rules.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import type { FieldError } from '../platform/http/forms.ts';
import type { Settings } from '../platform/settings.ts';
import type { Pause } from '../platform/switches.ts';
import { renderMarkdown } from '../platform/text/markdown.ts';
import { dateIn } from '../platform/time/clock.ts';
import { PetitionPage, type PetitionPageProps } from './pages/petition-page.tsx';

/** A form on its way back to the person who sent it. */
export type Returned = { values: Record<string, string>; errors: FieldError[] };

/** What of a request a petition's page depends on. */
export type Asked = {
  language: Language;
  /** The language that the address itself names, which its links then carry on. */
  chosen: Language | null;
  source: string;
  /** Where the site is, for programs that read its pages elsewhere. */
  site: string;
  /** Set where it is shown on somebody else's site. */
  frame: Frame | null;
};

export type Shown = {
  /** A form on its way back, with errors; none where the page shows a fresh one. */
  returned?: Returned;
  notice?: PetitionPageProps['notice'];
  formToken: string;
  /** Then only a form that came back is shown, so that what was typed is not lost. */
  pause: Pause | null;
};

export function askedOf(c: PageContext, context: ActionContext): Asked {
  const { lang, source } = c.req.query();
  return {
    language: c.var.language,
    chosen: asLanguage(lang),
    source: source ? sourceOf(source, context.sources) : '',
    site: c.var.deps.settings.publicUrl,
    frame: c.var.frame ?? null,
  };
}

/** The petition's page: as it stands, or with a form that came back, or with word that it closed meanwhile. */
export function petitionPage(
  context: ActionContext,
  { counts, thresholds, names, asOf }: StandingAsOf,
  asked: Asked,
  { settings, now, shown }: { settings: Settings; now: Date; shown: Shown },
) {
  const { action: petition, campaign } = context;
  const { language } = asked;
  const state = shownState(petition, now);
  const isSignable = state === 'open' && (shown.pause === null || shown.returned !== undefined);
  const address = addressOf(petition, asked);
  return (
    <PetitionPage
      shell={{
        ...shellAt(language, address, campaign),
        isReadOnly: shown.pause === 'read-only',
        frame: asked.frame,
      }}
      petition={{
        ...standingOf(context, { counts, asOf }, { now, language }),
        ...progressOf(context, { counts, thresholds }, language),
        facts: [campaign.headlineFact, ...campaign.facts].map((fact) => factOf(fact, language)),
        recentNames: names.map(({ name, place, on }) => ({
          name,
          on,
          place: placeLabel(context, place, language),
        })),
        timeline: [],
      }}
      form={isSignable ? signForm(context, asked, shown, settings) : null}
      notice={noticeOf(state, shown)}
      news={newsShown({ campaign, actions: [] }, { now, language, most: newsOnPage })}
      site={asked.site}
    />
  );
}

/** Of what the organizers tell; the thresholds of the petition stand on its own way. */
const newsOnPage = 3;

function noticeOf(
  state: PetitionPageProps['petition']['state'],
  { notice, pause }: Shown,
): PetitionPageProps['notice'] {
  if (state === 'closed') return notice ?? null;
  return state === 'open' && pause === 'signing-paused' ? pause : null;
}

/** The page's own address: a form that came back stands at one that only takes POST. */
export function addressOf(petition: ActionContext['action'], { chosen, source, frame }: Asked): string {
  if (frame) return framedPath(pathOf(petition), frame);
  const query = new URLSearchParams();
  if (source !== '') query.set('source', source);
  if (chosen) query.set('lang', chosen);
  return `${pathOf(petition)}${query.size > 0 ? `?${query}` : ''}`;
}

/** What it is, where it stands and how many count: of a petition and of a survey. */
export function standingOf(
  context: ActionContext,
  { counts, asOf }: Pick<StandingAsOf, 'counts' | 'asOf'>,
  { now, language }: { now: Date; language: Language },
) {
  const { action: petition } = context;
  return {
    ...datesOf(context, now),
    asOf,
    counts: { confirmed: counts.state.confirmed ?? 0, unconfirmed: counts.state.unconfirmed ?? 0 },
    slug: petition.slug,
    title: petition.title[language],
    ask: petition.ask[language],
    bodyHtml: renderMarkdown(petition.body[language]),
    addressedTo: {
      committee: petition.committee.name[language],
      council: petition.committee.council[language],
    },
    rejection: petition.rejection?.[language] ?? null,
  };
}

function progressOf(
  { city }: ActionContext,
  { counts, thresholds }: Pick<Standing, 'counts' | 'thresholds'>,
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

function datesOf({ action: petition, city }: ActionContext, now: Date) {
  const { timeZone } = city;
  const end = petition.closedAt ?? petition.closesAt;
  return {
    state: shownState(petition, now),
    timeZone,
    opensOn: dateIn(timeZone, petition.opensAt),
    // The end is the first instant after the last day.
    closesOn: end && dateIn(timeZone, new Date(end.getTime() - 1)),
  };
}

function shownState(petition: ActionContext['action'], now: Date): PetitionPageProps['petition']['state'] {
  if (petition.state === 'rejected' || petition.state === 'removed') return petition.state;
  if (petition.opensAt > now) return 'upcoming';
  return isOpen(petition, now) ? 'open' : 'closed';
}

function signForm(
  context: ActionContext,
  asked: Asked,
  { returned, formToken }: Shown,
  { turnstile }: Settings,
) {
  const { action: petition, sources } = context;
  const { values, errors } = returned ?? { values: {} as Record<string, string>, errors: [] };
  // What the campaign does not know never stands in the way: a reader cannot put it right.
  const source = sourceOf(values.source ?? asked.source, sources);
  return {
    ...districtQuestionOf(context, asked.language),
    action: formAction(petition, asked, 'signatures'),
    values,
    errors,
    formToken,
    source,
    partner: askingPartnerOf(source, sources)?.name[asked.language] ?? null,
    showDistrict: Boolean(values.district) || errors.some(({ field }) => field === 'district'),
    asksStreet: petition.asksStreet,
    turnstileSiteKey: turnstile?.siteKey ?? null,
  };
}

/** Where a form of the page is sent. */
export function formAction(
  petition: ActionContext['action'],
  { chosen, frame }: Asked,
  to: 'signatures' | 'responses',
): string {
  const path = `${pathOf(petition)}/${to}`;
  if (frame) return framedPath(path, frame);
  return chosen ? `${path}?lang=${chosen}` : path;
}

/** The districts, and the ZIPs that leave it open which one of them. */
export function districtQuestionOf({ city }: ActionContext, language: Language) {
  const districts = city.districts.filter(({ retired }) => !retired);
  const open = Object.keys(city.zips).flatMap((zip) => {
    const candidates = candidateDistricts(zip, city);
    if (candidates.kind !== 'open') return [];
    const all = candidates.districts.length === districts.length;
    return [[zip, all ? [] : candidates.districts] as const];
  });
  return {
    districts: districts.map(({ code, name }) => ({ code, name: name[language] })),
    districtZips: Object.fromEntries(open),
    lookupUrl: city.districtLookupUrl,
  };
}

const elsewhere = { en: 'Outside', es: 'Fuera de' };

/** "District 4", "Outside Charlotte", or null where it is not known. */
export function placeLabel({ city }: ActionContext, place: string, language: Language): string | null {
  if (place === unknown) return null;
  if (place === outside) return `${elsewhere[language]} ${city.name}`;
  return city.districts.find(({ code }) => code === place)?.name[language] ?? place;
}
