import { Temporal } from 'temporal-polyfill';
import { type ActionOfKit, saveActionsStatements } from '../actions/kit-store.ts';
import { contentOf } from '../campaigns/content.ts';
import { saveCampaignStatement } from '../campaigns/kit-store.ts';
import {
  type PartnerOfKit,
  type ShortLink,
  type SourceOfKit,
  savePartnersStatements,
  saveShortLinksStatements,
  saveSourcesStatements,
} from '../coalition/kit-store.ts';
import { type CouncilOfKit, saveCouncilStatements } from '../councils/kit-store.ts';
import { nextDigestAt } from '../councils/rules.ts';
import { addCityStatement, type CityOfKit, updateCityStatements } from '../places/kit-store.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { rawOfAnswers } from '../surveys/answer-rules.ts';
import { carryProblems } from '../surveys/carry/problems.ts';
import { saveSurveysStatement } from '../surveys/kit-store.ts';
import { surveyOf } from '../surveys/survey.ts';
import { listChangedKinds } from './answered-store.ts';
import { changesBetween, type KitChanges, keptAgainst } from './kit-changes.ts';
import { entriesOf, snapshotLength, snapshotStatements } from './kit-snapshot-store.ts';
import { parseKit } from './parse-kit.ts';
import type { KitProblem } from './problems.ts';
import type { Kit, KitSurvey } from './schema.ts';
import { listTaken } from './taken-store.ts';

/** The kit, or everything that is wrong with it, the ways to the city's own surveys included. */
export function checkKit(json: unknown): Result<Kit, KitProblem[]> {
  const parsed = parseKit(json);
  if (!parsed.ok) return parsed;
  const problems = carryProblems(parsed.value.surveys);
  return problems.length > 0 ? err(problems) : parsed;
}

/** Opens a campaign from its file, or brings it up to the file. A wrong kit changes nothing. */
export async function openKit(
  db: D1Database,
  json: unknown,
  now: Date,
): Promise<Result<KitChanges, KitProblem[]>> {
  const checked = checkKit(json);
  if (!checked.ok) return checked;
  const kit = checked.value;
  const refused = [...(await listTaken(db, kit)), ...(await listChangedKinds(db, kit.surveys))];
  if (refused.length > 0) return err(refused);

  const snapshot = snapshotStatements(db, slugsOf(kit));
  const results = await db.batch([...snapshot, ...saveStatements(db, kit, now), ...snapshot]);
  const after = entriesOf(results.slice(-snapshotLength));
  return ok({
    changes: changesBetween(entriesOf(results.slice(0, snapshotLength)), after),
    kept: keptAgainst(kit, after),
  });
}

/** The city's new clock comes after the committees: they look at the one it had. */
function saveStatements(db: D1Database, kit: Kit, now: Date): D1PreparedStatement[] {
  const city = cityOf(kit);
  const slugs = slugsOf(kit);
  return [
    addCityStatement(db, city),
    ...saveCouncilStatements(db, councilOf(kit, now), city),
    ...updateCityStatements(db, city),
    saveCampaignStatement(db, campaignOf(kit), { city: city.slug, now }),
    ...savePartnersStatements(db, slugs.campaign, kit.campaign.partners.map(partnerOf)),
    ...saveSourcesStatements(db, slugs.campaign, kit.campaign.sources.map(sourceOf)),
    ...saveActionsStatements(
      db,
      [
        ...kit.petitions.map((petition) => petitionOf(petition, city.timeZone)),
        ...kit.surveys.map((survey) => rowOfSurvey(survey, city.timeZone)),
      ],
      slugs,
    ),
    saveSurveysStatement(
      db,
      kit.surveys.map((survey) => ({ slug: survey.slug, content: surveyOf(survey) })),
      slugs.campaign,
    ),
    ...saveShortLinksStatements(db, slugs.campaign, [
      ...kit.petitions.flatMap(linksOfPetition),
      ...kit.surveys.flatMap(linksOfSurvey),
    ]),
  ];
}

function slugsOf({ city, council, campaign }: Kit) {
  return { city: city.slug, council: council.slug, campaign: campaign.slug };
}

function cityOf({ city }: Kit): CityOfKit {
  const { slug, name, region, districts, zips } = city;
  const districtLookupUrl = city.district_lookup_url ?? null;
  return { slug, name, region, timeZone: city.time_zone, districtLookupUrl, districts, zips };
}

function councilOf({ council, city }: Kit, now: Date): CouncilOfKit {
  const { slug, name, majority } = council;
  return {
    slug,
    name,
    majority,
    seats: council.seats.map(({ slug, title, district }) => ({ slug, title, district: district ?? null })),
    committees: council.committees.map(({ slug, name, remit, contact_email, digest }) => ({
      slug,
      name,
      remit,
      contactEmail: contact_email,
      digestDay: digest.day,
      digestHour: digest.hour,
      nextDigestAt: nextDigestAt(digest.day, digest.hour, city.time_zone, now),
    })),
  };
}

function campaignOf({ campaign }: Kit) {
  return {
    slug: campaign.slug,
    accent: campaign.accent,
    contactEmail: campaign.contact_email,
    retentionDays: campaign.retention_days,
    content: contentOf(campaign),
  };
}

function partnerOf(partner: Kit['campaign']['partners'][number]): PartnerOfKit {
  const { slug, name, sector, site, contact_email, role, norms_agreed_on, may_ask_contact } = partner;
  return {
    slug,
    name,
    sector,
    siteUrl: site ?? null,
    contactEmail: contact_email,
    role,
    normsOn: norms_agreed_on ?? null,
    mayAskContact: may_ask_contact,
  };
}

function sourceOf({ slug, name, kind, partner }: Kit['campaign']['sources'][number]): SourceOfKit {
  return { slug, name, kind, partner: partner ?? null };
}

function petitionOf(petition: Kit['petitions'][number], timeZone: string): ActionOfKit {
  return {
    kind: 'petition',
    ...actionOf(petition, timeZone),
    asksStreet: petition.asks_street,
    thresholds: petition.thresholds,
  };
}

/** What a survey has in common with a petition. */
function rowOfSurvey(survey: KitSurvey, timeZone: string): ActionOfKit {
  return { kind: 'survey', ...actionOf(survey, timeZone), asksStreet: false, thresholds: [] };
}

function actionOf(action: Kit['petitions'][number] | KitSurvey, timeZone: string) {
  const { slug, committee, state, title, ask, text, opens_on, closes_on } = action;
  return {
    slug,
    committee,
    state,
    title,
    ask,
    body: text,
    opensAt: startOf(Temporal.PlainDate.from(opens_on), timeZone),
    closesAt: closes_on ? startOf(Temporal.PlainDate.from(closes_on).add({ days: 1 }), timeZone) : null,
  };
}

function linksOfPetition({ slug, links }: Kit['petitions'][number]): ShortLink[] {
  return links.map(({ code, source }) => ({ code, target: `/petitions/${slug}?source=${source}` }));
}

/** Answers that a link names are filled in. */
function linksOfSurvey(survey: KitSurvey): ShortLink[] {
  return survey.links.map(({ code, source, answers }) => {
    const query = new URLSearchParams({ source });
    for (const [field, values] of Object.entries(rawOfAnswers(surveyOf(survey), answers ?? {}))) {
      for (const value of values) query.append(field, value);
    }
    return { code, target: `/surveys/${survey.slug}?${query}` };
  });
}

/** Not always midnight: some clocks skip that hour. */
function startOf(date: Temporal.PlainDate, timeZone: string): Date {
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
}
