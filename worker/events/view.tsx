import type { Language } from '../../web/language.ts';
import type { FiguresAsOf } from '../actions/cache.ts';
import { formAddress, type PageRequest, pageAddress } from '../actions/page-request.ts';
import { isShown, latestChange } from '../actions/rules.ts';
import { actionSummary } from '../actions/summary.ts';
import { shellAt } from '../campaigns/shell.ts';
import { askingPartnerOf, sourceOf } from '../coalition/rules.ts';
import { districtQuestionOf } from '../places/labels.ts';
import type { FieldError } from '../platform/http/forms.ts';
import type { Settings } from '../platform/settings.ts';
import type { Pause } from '../platform/switches.ts';
import { dateIn } from '../platform/time/clock.ts';
import type { EventContext } from './cache.ts';
import { askedFor, asksText } from './conditions/shown.ts';
import { guestsCopy } from './guests/pages/copy.ts';
import { shownGuests } from './guests/shown.ts';
import { shownComment } from './hearing/shown.ts';
import { eventKindNamed } from './kind-rules.ts';
import { languageNames } from './language-names.ts';
import { linkedDataOf } from './linked-data.ts';
import type { EventNotice, EventPageProps, EventView, ShownPlace, ShownSlot } from './pages/event.ts';
import { EventPage } from './pages/event-page.tsx';
import { signUpFormId } from './pages/sign-up-form.tsx';
import { programPath } from './programme/links.ts';
import { shownProgramme } from './programme/shown.ts';
import {
  comingSlots,
  hasProgramme,
  holdsBack,
  isOver,
  type Place,
  placesLeft,
  publicPlace,
  roleOf,
  type Seats,
  type Slot,
  slotTitle,
} from './rules.ts';
import { takesSignUps } from './takes-rules.ts';
import { formatSpan } from './time-rules.ts';

export type FormState = {
  formToken: string;
  pause: Pause | null;
  /** A form that is shown again to the person who sent it; left out if the page shows a fresh one. */
  returned?: { values: Record<string, string>; errors: FieldError[] };
  notice?: EventNotice;
};

export type EventFigures = FiguresAsOf & { seats: Seats };

/** The event's page: with a fresh form, with a form that came back, or without one. */
export function eventPage(
  context: EventContext,
  figures: EventFigures,
  request: PageRequest,
  { settings, now, form }: { settings: Settings; now: Date; form: FormState },
) {
  const { action, campaign } = context;
  const isTaking = takesSignUps(context, now) && (form.pause === null || form.returned !== undefined);
  const shell = {
    ...shellAt(request.language, pageAddress(action, request), campaign),
    isReadOnly: form.pause === 'read-only',
    frame: request.frame,
    typed: isTaking
      ? {
          form: signUpFormId,
          action: formAddress(action, request, 'sign-ups'),
          enter: 'sign',
          isChecked: (form.returned?.errors.length ?? 0) > 0,
        }
      : null,
  };
  return (
    <EventPage
      shell={shell}
      event={eventView(context, figures, { now, language: request.language })}
      form={isTaking ? signUpForm(context, figures, request, { form, settings, now }) : null}
      notice={noticeOf(context, form, now)}
      linkedData={
        isShown(action.state)
          ? linkedDataOf(context, { site: request.site, language: request.language })
          : null
      }
      site={request.site}
    />
  );
}

function noticeOf(context: EventContext, { notice, pause }: FormState, now: Date): EventNotice | null {
  if (!takesSignUps(context, now)) return notice ?? null;
  return pause === 'signing-paused' ? pause : null;
}

export function eventView(
  context: EventContext,
  figures: EventFigures,
  { now, language }: { now: Date; language: Language },
): EventView {
  const { action, city, event } = context;
  const change = latestChange(action.texts)?.shown;
  return {
    ...actionSummary(context, figures, { now, language }),
    kind: kindWords(event, language),
    place: shownPlace(publicPlace(event), holdsBack(event), language),
    slots: event.slots.map((slot) => shownSlot(context, slot, { seats: figures.seats, now, language })),
    programme: shownProgramme(event.sessions, { timeZone: city.timeZone, language }),
    programPath: hasProgramme(event) ? programPath(action.slug) : null,
    guests: shownGuests(event.guests, language),
    speak: shownComment(context, { now, language }),
    accessibility: event.accessibility?.[language] ?? null,
    languages: languageNames(event.languages, language),
    interpreters: event.interpreters?.[language] ?? null,
    childCare: event.childCare?.[language] ?? null,
    cancelled: event.cancelled?.[language] ?? null,
    isOver: isOver(event, now),
    textChangedOn: change ? dateIn(city.timeZone, change.madeAt) : null,
  };
}

/** Whoever reads it on a phone sees it before the form. */
function kindWords({ kind, guests }: EventContext['event'], language: Language): string {
  const { label } = eventKindNamed(kind);
  return guests.isByInvitation ? `${label[language]} · ${guestsCopy[language].short}` : label[language];
}

export function shownPlace(place: Place, isHeldBack: boolean, language: Language): ShownPlace {
  return { name: place.name[language], address: place.address, url: place.url, isHeldBack };
}

export function shownSlot(
  { city, event }: EventContext,
  slot: Slot,
  { seats, now, language }: { seats: Seats; now: Date; language: Language },
): ShownSlot {
  return {
    slug: slot.slug,
    name: slotTitle(event, slot)?.[language] ?? null,
    asks: asksText(roleOf(event, slot), language),
    when: formatSpan(slot, city.timeZone, language),
    left: placesLeft(slot, seats),
    waiting: seats[slot.slug]?.waiting ?? 0,
    isOpen: comingSlots(event, now).includes(slot),
  };
}

function signUpForm(
  context: EventContext,
  { seats }: EventFigures,
  request: PageRequest,
  { form: { returned, formToken }, settings, now }: { form: FormState; settings: Settings; now: Date },
): EventPageProps['form'] {
  const { action, campaign, city, sources, event } = context;
  const { language } = request;
  const { values, errors } = returned ?? { values: {} as Record<string, string>, errors: [] };
  // A source that the campaign does not know never blocks a form: its reader cannot correct it.
  const source = sourceOf(values.source ?? request.source, sources);
  return {
    ...districtQuestionOf(city, language),
    action: formAddress(action, request, 'sign-ups'),
    values,
    errors,
    formToken,
    source,
    slots: comingSlots(event, now).map((slot) => shownSlot(context, slot, { seats, now, language })),
    neutralTitle: eventKindNamed(event.kind).neutralTitle[language],
    asked: askedFor(context, { slots: comingSlots(event, now), held: [], language }),
    partner: askingPartnerOf(source, sources)?.name[language] ?? null,
    showDistrict: Boolean(values.district) || errors.some(({ field }) => field === 'district'),
    asksStreet: false,
    noDetails: campaign.care.noDetails?.[language] ?? null,
    turnstileSiteKey: request.frame?.isIsolated ? null : (settings.turnstile?.siteKey ?? null),
  };
}
