import type { ActionKind } from '../actions/rules.ts';
import type { KitProblem } from './problems.ts';
import type { Kit } from './schema.ts';

/** What another city or campaign has already: neither signatures nor what is printed on a poster change hands. */
export async function listTaken(db: D1Database, kit: Kit): Promise<KitProblem[]> {
  const actions = actionsOf(kit);
  const links = linksOf(kit);
  const [campaigns, petitions, codes] = await db.batch([
    db
      .prepare(
        `SELECT campaigns.slug, cities.slug AS owner FROM campaigns JOIN cities ON cities.id = city_id
        WHERE campaigns.slug = ?`,
      )
      .bind(kit.campaign.slug),
    db
      .prepare(
        `SELECT actions.slug, kind, campaigns.slug AS owner
        FROM actions JOIN campaigns ON campaigns.id = campaign_id
        WHERE actions.slug IN (SELECT value FROM json_each(?))`,
      )
      .bind(JSON.stringify([...actions.keys()])),
    db
      .prepare(
        `SELECT code, campaigns.slug AS owner FROM short_links JOIN campaigns ON campaigns.id = campaign_id
        WHERE code IN (SELECT value FROM json_each(?))`,
      )
      .bind(JSON.stringify([...links.keys()])),
  ]);
  return [
    ...((campaigns?.results ?? []) as { owner: string }[])
      .filter(({ owner }) => owner !== kit.city.slug)
      .map(({ owner }) => ({ path: 'campaign.slug', message: `is a campaign of the city ${owner}` })),
    ...((petitions?.results ?? []) as { slug: string; kind: ActionKind; owner: string }[])
      .filter(({ slug, kind, owner }) => owner !== kit.campaign.slug || kind !== actions.get(slug)?.kind)
      .map(({ slug, kind, owner }) => {
        return { path: actions.get(slug)?.path ?? '', message: `is a ${kind} of the campaign ${owner}` };
      }),
    ...((codes?.results ?? []) as { code: string; owner: string }[])
      .filter(({ owner }) => owner !== kit.campaign.slug)
      .map(({ code, owner }) => {
        return { path: links.get(code) ?? '', message: `is a short link of the campaign ${owner}` };
      }),
  ];
}

function actionsOf(kit: Kit): Map<string, { kind: ActionKind; path: string }> {
  const listed = (kind: ActionKind) =>
    kit[`${kind}s`].map(({ slug }, i) => [slug, { kind, path: `${kind}s[${i}].slug` }] as const);
  return new Map([...listed('petition'), ...listed('survey')]);
}

/** Where in the file each code stands. */
function linksOf(kit: Kit): Map<string, string> {
  const listed = (part: 'petitions' | 'surveys') =>
    kit[part].flatMap(({ links }, i) =>
      links.map(({ code }, n) => [code, `${part}[${i}].links[${n}].code`] as const),
    );
  return new Map([...listed('petitions'), ...listed('surveys')]);
}
