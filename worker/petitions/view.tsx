import { PetitionPage, type PetitionPageProps } from '../../web/pages/petitions/petition-page.tsx';
import { factOf, shellOf, withLanguage } from '../campaigns/view.ts';
import { sourceOf } from '../coalition/rules.ts';
import { candidateDistricts, outside, unknown } from '../places/rules.ts';
import type { Language, PageContext } from '../platform/app-env.ts';
import { dateIn } from '../platform/clock.ts';
import { makeFormToken } from '../platform/form-token.ts';
import type { FieldError } from '../platform/forms.ts';
import { renderMarkdown } from '../platform/markdown.ts';
import { isOpen, nextThreshold } from './rules.ts';
import type { Scene } from './scene.ts';
import { type Counts, listRecentNames, readCounts } from './store.ts';

const namesShown = 10;

/** A form on its way back to the person who sent it. */
export type Returned = { values: Record<string, string>; errors: FieldError[] };

/** The petition's page: as it stands, or with a form that came back, or with word that it closed meanwhile. */
export async function petitionPage(
  c: PageContext,
  scene: Scene,
  { returned, notice }: { returned?: Returned; notice?: PetitionPageProps['notice'] } = {},
) {
  const { deps, now, language } = c.var;
  const { petition, campaign } = scene;
  const [counts, names] = await Promise.all([
    readCounts(deps.db, petition.id),
    listRecentNames(deps.db, petition.id, namesShown),
  ]);
  const open = isOpen(petition, now);
  return (
    <PetitionPage
      shell={shellOf(c, campaign, `/petitions/${petition.slug}`)}
      petition={{
        ...wordsOf(scene, language),
        ...progressOf(scene, counts, language),
        ...datesOf(scene, now),
        asOf: now,
        recentNames: names.map(({ name, place, on }) => ({
          name,
          on,
          place: placeLabel(scene, place, language),
        })),
        timeline: [],
      }}
      form={open ? await signForm(c, scene, returned ?? { values: {}, errors: [] }) : null}
      notice={notice && shownState(petition, now) === 'closed' ? notice : null}
    />
  );
}

function wordsOf({ petition, campaign }: Scene, language: Language) {
  return {
    slug: petition.slug,
    title: petition.title[language],
    ask: petition.ask[language],
    bodyHtml: renderMarkdown(petition.body[language]),
    addressedTo: {
      committee: petition.committee.name[language],
      council: petition.committee.council[language],
    },
    rejection: petition.rejection?.[language] ?? null,
    facts: [campaign.killerFact, ...campaign.facts].map((fact) => factOf(fact, language)),
  };
}

function progressOf({ petition, city }: Scene, counts: Counts, language: Language) {
  const confirmed = counts.state.confirmed ?? 0;
  const next = nextThreshold(petition.thresholds, confirmed);
  return {
    counts: { confirmed, unconfirmed: counts.state.unconfirmed ?? 0 },
    thresholds: petition.thresholds.map(({ signatures, name, reachedAt }) => ({
      signatures,
      name: name[language],
      reachedOn: reachedAt && dateIn(city.timeZone, reachedAt),
    })),
    nextThreshold: next && { signatures: next.signatures, name: next.name[language] },
  };
}

function datesOf({ petition, city }: Scene, now: Date) {
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

function shownState(petition: Scene['petition'], now: Date): PetitionPageProps['petition']['state'] {
  if (petition.state === 'rejected' || petition.state === 'removed') return petition.state;
  if (petition.opensAt > now) return 'upcoming';
  return isOpen(petition, now) ? 'open' : 'closed';
}

async function signForm(c: PageContext, scene: Scene, { values, errors }: Returned) {
  const { deps, now, language } = c.var;
  const { petition } = scene;
  return {
    ...districtQuestionOf(scene, language),
    action: withLanguage(c, `/petitions/${petition.slug}/signatures`),
    values,
    errors,
    formToken: await makeFormToken(deps.keyring, petition.slug, now),
    // What the campaign does not know never stands in the way: a reader cannot put it right.
    source: sourceOf(values.source ?? c.req.query('source'), scene.sources),
    showDistrict: Boolean(values.district) || errors.some(({ field }) => field === 'district'),
    asksStreet: petition.asksStreet,
    turnstileSiteKey: deps.settings.turnstile?.siteKey ?? null,
  };
}

/** The districts, and the ZIPs that leave it open which one of them. */
export function districtQuestionOf({ city }: Scene, language: Language) {
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
export function placeLabel({ city }: Scene, place: string, language: Language): string | null {
  if (place === unknown) return null;
  if (place === outside) return `${elsewhere[language]} ${city.name}`;
  return city.districts.find(({ code }) => code === place)?.name[language] ?? place;
}
