import { Temporal } from 'temporal-polyfill';
import { saveCampaignStatement } from '../campaigns/kit-store.ts';
import { contentOf } from '../campaigns/kits/content.ts';
import { parseKit } from '../campaigns/kits/kit.ts';
import type { KitProblem } from '../campaigns/kits/references.ts';
import type { Kit } from '../campaigns/kits/schema.ts';
import { saveSourcesStatements } from '../coalition/kit-store.ts';
import { type CouncilOfKit, saveCouncilStatements } from '../councils/kit-store.ts';
import { nextDigestAt } from '../councils/rules.ts';
import { addCityStatement, type CityOfKit, updateCityStatements } from '../places/kit-store.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { changesBetween, type KitChanges, keptAgainst } from './kit-changes.ts';
import { entriesOf, snapshotLength, snapshotStatements } from './kit-snapshot-store.ts';
import { listTakenSlugs, type PetitionOfKit, savePetitionsStatements } from './kit-store.ts';

/** Opens a campaign from its file, or brings it up to the file. A wrong kit changes nothing. */
export async function openKit(
  db: D1Database,
  json: unknown,
  now: Date,
): Promise<Result<KitChanges, KitProblem[]>> {
  const parsed = parseKit(json);
  if (!parsed.ok) return parsed;
  const kit = parsed.value;
  const taken = await listTakenSlugs(db, kit);
  if (taken.length > 0) return err(taken);

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
    ...saveSourcesStatements(db, kit.campaign.slug, kit.campaign.sources),
    ...savePetitionsStatements(
      db,
      kit.petitions.map((petition) => petitionOf(petition, city.timeZone)),
      slugs,
    ),
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

function petitionOf(petition: Kit['petitions'][number], timeZone: string): PetitionOfKit {
  const { slug, committee, state, title, ask, text, thresholds } = petition;
  return {
    slug,
    committee,
    state,
    title,
    ask,
    body: text,
    asksStreet: petition.asks_street,
    opensAt: startOf(Temporal.PlainDate.from(petition.opens_on), timeZone),
    closesAt: petition.closes_on
      ? startOf(Temporal.PlainDate.from(petition.closes_on).add({ days: 1 }), timeZone)
      : null,
    thresholds,
  };
}

/** Not always midnight: some clocks skip that hour. */
function startOf(date: Temporal.PlainDate, timeZone: string): Date {
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
}
