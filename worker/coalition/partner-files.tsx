import type { Context } from 'hono';
import { speak } from '../campaigns/shell.ts';
import { campaignQuery } from '../campaigns/store.ts';
import type { AppEnv } from '../platform/http/app-env.ts';
import { joinQueries, listQuery, type Query, runQuery } from '../platform/query.ts';
import { spreadsheet } from '../platform/text/spreadsheet.ts';
import { agreementsQuery, normsQuery } from './norms-store.ts';
import { readPartnerToken } from './partner-links.ts';
import type { PartnerPageSection, PartnerView } from './partner-page-section.ts';
import { partnerLinkPage, partnerPage } from './partner-view.tsx';
import { campaignOfPartner, partnerQuery } from './store.ts';

type PartnerContext = Context<AppEnv>;
type Sections = readonly PartnerPageSection[];

/** The page behind a partner's link, or one of the files of it. */
export function sendPartnerFile(c: PartnerContext, file: string, sections: Sections) {
  // A token holds no dot.
  const [token = '', ...suffix] = file.split('.');
  switch (suffix.join('.')) {
    case '':
      return sendPage(c, token, sections);
    case 'csv':
      return sendCsv(c, token, sections);
    case 'json':
      return sendJson(c, token, sections);
    default:
      return unknownLink(c);
  }
}

function sendPage(c: PartnerContext, token: string, sections: Sections) {
  const { db } = c.var.deps;
  const shown = (partnerId: number) =>
    joinQueries({
      parts: listQuery(sections.flatMap(({ page }) => page?.(db, partnerId) ?? [])),
      norms: normsQuery(db, campaignOfPartner(partnerId)),
      agreements: agreementsQuery(db, campaignOfPartner(partnerId)),
    });
  return open(c, token, shown, (view, { parts, norms, agreements }) => {
    const columns = csvOf(sections)?.columns[c.var.language] ?? null;
    const agreement = agreements.get(view.partner.id) ?? null;
    return c.html(partnerPage(c, view, { token, parts, columns, norms, agreement }));
  });
}

function sendCsv(c: PartnerContext, token: string, sections: Sections) {
  const csv = csvOf(sections);
  if (!csv) return unknownLink(c);
  return open(
    c,
    token,
    (partnerId) => csv.rows(c.var.deps.db, partnerId),
    (view, rowsFor) =>
      c.body(spreadsheet(Object.keys(csv.columns.en), rowsFor(view, c.var.language)), 200, {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${view.partner.slug}.csv"`,
      }),
  );
}

function sendJson(c: PartnerContext, token: string, sections: Sections) {
  const { deps, now } = c.var;
  const parts = (partnerId: number) =>
    listQuery(sections.flatMap(({ json }) => json?.(deps.db, partnerId) ?? []));
  return open(c, token, parts, (view, parts) => {
    const { language } = c.var;
    return c.json({
      partner: { slug: view.partner.slug, name: view.partner.name[language] },
      campaign: view.campaign.slug,
      as_of: now.toISOString(),
      ...Object.assign({}, ...parts.map((part) => part(view, language))),
    });
  });
}

function csvOf(sections: Sections): PartnerPageSection['csv'] {
  return sections.find(({ csv }) => csv)?.csv;
}

/** Reads the partner of a link and everything its page shows in one batch. A replaced link has its own error. */
async function open<Value>(
  c: PartnerContext,
  token: string,
  query: (partnerId: number) => Query<Value>,
  send: (view: PartnerView, value: Value) => Response | Promise<Response>,
): Promise<Response> {
  const { deps, now } = c.var;
  const link = await readPartnerToken(deps.keyring, token);
  if (!link) return unknownLink(c);
  const { partner, campaign, value } = await runQuery(
    deps.db,
    joinQueries({
      partner: partnerQuery(deps.db, link.partnerId),
      campaign: campaignQuery(deps.db, campaignOfPartner(link.partnerId)),
      value: query(link.partnerId),
    }),
  );
  if (!partner || !campaign) return unknownLink(c);
  speak(c, campaign);
  if (link.version === partner.link) return send({ partner, campaign, now }, value);
  const about = {
    kind: 'gone',
    partner: partner.name[c.var.language],
    contact: campaign.contactEmail,
  } as const;
  return c.html(partnerLinkPage(c, campaign, about), 410);
}

function unknownLink(c: PartnerContext) {
  return c.html(partnerLinkPage(c, null, { kind: 'unknown' }), 404);
}
