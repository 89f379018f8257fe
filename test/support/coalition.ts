import { type ActionContext, findContext } from '../../worker/actions/context.ts';
import { partnerToken } from '../../worker/coalition/partner-links.ts';
import type { Partner } from '../../worker/coalition/rules.ts';
import {
  findPartner,
  listPartners,
  replaceKeyStatement,
  replaceLinkStatement,
} from '../../worker/coalition/store.ts';
import type { TestApp } from './app.ts';
import { type KitOverrides, smallKit } from './factories.ts';
import { openKit } from './kits.ts';

const both = (text: string) => ({ en: text, es: `${text} (es)` });

function partner(slug: string, sector: string, more: object = {}) {
  return {
    slug,
    name: both(`The ${slug}`),
    sector,
    contact_email: `${slug}@example.org`,
    role: both(`Does what a ${slug} does.`),
    ...more,
  };
}

/** A small campaign with three partners: a church with two sources, and a clinic and a club with one each. */
export function coalitionKit(overrides: KitOverrides = {}) {
  const kit = smallKit(overrides);
  const source = (slug: string, kind: string, partner: string | undefined) => ({
    slug,
    name: both(slug),
    kind,
    partner,
  });
  return {
    ...kit,
    campaign: {
      ...kit.campaign,
      partners: [
        partner('church', 'faith', { may_ask_contact: true, norms_agreed_on: '2026-10-01' }),
        partner('clinic', 'healthcare', { site: 'https://clinic.example.org/' }),
        partner('club', 'advocacy'),
      ],
      norms: [both('A person counts once.'), both('Everyone sees the same totals.')],
      norms_are_public: true,
      sources: [
        ...kit.campaign.sources.map((own) => ({
          ...own,
          kind: 'link',
          partner: undefined as string | undefined,
        })),
        source('church-form', 'embed', 'church'),
        source('church-flyer', 'flyer', 'church'),
        source('clinic-poster', 'poster', 'clinic'),
        source('club-link', 'link', 'club'),
      ],
    },
  };
}

export type CoalitionKit = ReturnType<typeof coalitionKit>;
export type Coalition = { context: ActionContext; partners: Record<string, Partner> };

export async function openCoalition(db: D1Database, overrides: KitOverrides = {}): Promise<Coalition> {
  return openedCoalition(db, coalitionKit(overrides));
}

export async function openedCoalition(db: D1Database, kit: CoalitionKit): Promise<Coalition> {
  const opened = await openKit(db, kit, new Date('2026-11-23T15:00:00Z'));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const context = await findContext(db, kit.petitions[0]?.slug ?? '');
  if (!context) throw new Error('the petition was not opened');
  const partners = await listPartners(db, context.campaign.id);
  return { context, partners: Object.fromEntries(partners.map((one) => [one.slug, one])) };
}

/** The address of a partner's page, without an extension. */
export async function partnerPath({ deps }: TestApp, partner: Partner | undefined): Promise<string> {
  if (!partner) throw new Error('no such partner');
  return `/partners/${await partnerToken(deps.keyring, partner)}`;
}

export type Brought = {
  opened: number;
  signed: number;
  credited: number;
  counted_elsewhere: number;
  not_counted: number;
};
export type PartnerJson = {
  partner: { slug: string; name: string };
  actions: (Brought & {
    slug: string;
    kind: string;
    confirmed: number;
    by_source: (Brought & { source: string })[];
    by_partner: { partner: string | null; name: string | null; credited: number }[];
  })[];
};

export async function partnerJson(app: TestApp, partner: Partner | undefined): Promise<PartnerJson> {
  return (await app.request(`${await partnerPath(app, partner)}.json`)).json();
}

/** As the command does: the earlier link and key end. */
export async function revokePartner(db: D1Database, id: number): Promise<void> {
  const partner = await findPartner(db, id);
  if (!partner) throw new Error('no such partner');
  await db.batch([replaceLinkStatement(db, partner), replaceKeyStatement(db, partner)]);
}
