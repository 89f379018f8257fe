import * as z from 'zod';
import { campaignKitSection } from '../campaigns/kit.ts';
import type { CampaignContent } from '../campaigns/rules.ts';
import { isGroup, type Json, type JsonObject } from '../kits/json-rules.ts';
import { nameList, namesAt } from '../kits/names.ts';
import { list, name, part, problemIf } from '../kits/problems.ts';
import { kitSection, type StoredKit } from '../kits/section.ts';
import { defaultSources } from './default-source-rules.ts';
import { shortLinkCodes } from './kit-links.ts';
import { coalitionKeys } from './kit-schema.ts';
import {
  coalitionSnapshotStatement,
  deleteCoalitionStatements,
  type PartnerOfKit,
  removeShortLinksStatement,
  savePartnersStatements,
  saveSourcesStatements,
} from './kit-store.ts';
import { deleteNormsStatements, keepAgreementsOfKitStatement, saveNormsStatement } from './norms-store.ts';
import { direct, other } from './rules.ts';

export const partnerNames = nameList('a partner of this campaign');
export const sourceNames = nameList('a source of this campaign');

type PartnerInKit = z.output<typeof coalitionKeys.partners>[number];

export const coalitionKitSection = kitSection({
  forms: async () => (await import('./kit-form-rules.ts')).coalitionForms,
  needs: [campaignKitSection],
  inCampaign: coalitionKeys,
  skeleton: {
    campaign: part({
      partners: list({ slug: name }),
      sources: z.preprocess((sources) => sources ?? defaultSources, list({ slug: name, partner: name })),
    }),
  },
  names: ({ campaign }) => [
    {
      list: partnerNames,
      names: campaign?.partners && namesAt('campaign.partners', 'slug', campaign.partners),
    },
    { list: sourceNames, names: campaign?.sources && namesAt('campaign.sources', 'slug', campaign.sources) },
  ],
  references({ campaign }, names) {
    if (!campaign) return [];
    const { sources } = campaign;
    const missing = [direct, other].filter((slug) => !sources.some((source) => source?.slug === slug));
    return [
      ...sources.flatMap((source, i) => {
        const path = `campaign.sources[${i}].partner`;
        // No partner is credited for `direct` and `other`.
        const isNobodys = source?.slug === direct || source?.slug === other;
        return [
          ...names.unlessIn(partnerNames, source?.partner, path),
          ...problemIf(
            isNobodys && source.partner !== undefined,
            path,
            `cannot be credited with ${source?.slug}`,
          ),
        ];
      }),
      ...missing.map((slug) => ({ path: 'campaign.sources', message: `must name the source ${slug}` })),
    ];
  },
  content: ({ campaign }) =>
    ({ norms: campaign.norms, areNormsPublic: campaign.norms_are_public }) satisfies Pick<
      CampaignContent,
      'norms' | 'areNormsPublic'
    >,
  open: ({ campaign }, { db, names, now }) => [
    saveNormsStatement(db, { campaign: campaign.slug, norms: campaign.norms, now }),
    ...savePartnersStatements(db, campaign.slug, campaign.partners.map(partnerOf)),
    keepAgreementsOfKitStatement(db, campaign.slug),
    ...saveSourcesStatements(
      db,
      campaign.slug,
      campaign.sources.map(({ partner, ...source }) => ({ ...source, partner: partner ?? null })),
    ),
    removeShortLinksStatement(db, campaign.slug, { except: names.in(shortLinkCodes) ?? [] }),
  ],
  takeBack: ({ campaign }, { db }) => [
    ...deleteNormsStatements(db, campaign.slug),
    ...deleteCoalitionStatements(db, campaign.slug),
  ],
  entries: ({ campaign }) => [
    ...campaign.partners.map(({ slug }) => ({ label: `partner ${slug}` })),
    ...campaign.sources.map(({ slug, partner = null }) => ({
      label: `source ${slug}`,
      differs: (fields: { partner?: unknown }) =>
        fields.partner === partner
          ? null
          : `is credited to ${fields.partner} and stays so, the kit says ${partner ?? 'to the campaign'}`,
    })),
  ],
  snapshot: ({ campaign }, { db }) => [coalitionSnapshotStatement(db, campaign.slug)],
  asItStands: (json, { campaign }, { entries }) => withStoredSources(json, campaign, entries),
});

/** Sources and credits that signatures refer to stay, whatever the file said. A source of no partner now has none. */
function withStoredSources(
  json: JsonObject,
  { partners, sources }: { partners: { slug: string }[]; sources: { slug: string }[] },
  entries: StoredKit['entries'],
): JsonObject {
  const { campaign } = json;
  const written = isGroup(campaign) ? campaign.sources : undefined;
  const stored = [...entries].flatMap(([label, { name, kind, partner }]) => {
    if (!label.startsWith('source ')) return [];
    const isKnown = partners.some(({ slug }) => slug === partner);
    const source = { slug: label.slice('source '.length), name, kind, ...(isKnown && { partner }) };
    return [source as JsonObject & { slug: string }];
  });
  const added = stored.filter(({ slug }) => !sources.some((source) => source.slug === slug));
  const credited = (written: Json): Json => {
    if (!isGroup(written)) return written;
    const { partner } = stored.find(({ slug }) => slug === written.slug) ?? written;
    if (partner === written.partner) return written;
    const { partner: _gone, ...others } = written;
    return { ...others, ...(partner !== undefined && { partner }) };
  };
  if (!isGroup(campaign) || (!Array.isArray(written) && added.length === 0)) return json;
  const list = Array.isArray(written) ? written.map(credited) : (sources as Json[]);
  return { ...json, campaign: { ...campaign, sources: [...list, ...added] } };
}

function partnerOf(partner: PartnerInKit): PartnerOfKit {
  const { slug, name, sector, site, contact_email, role, norms_agreed_on, may_ask_contact, brings, decides } =
    partner;
  return {
    slug,
    name,
    sector,
    siteUrl: site ?? null,
    contactEmail: contact_email,
    role,
    brings: brings ?? null,
    decides: decides ?? null,
    normsOn: norms_agreed_on ?? null,
    mayAskContact: may_ask_contact,
  };
}
