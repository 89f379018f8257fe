/** Every site, or those of a list. */
type Hosts = 'open' | string[];

/** Which sites may show the campaign's forms. Nothing changes where it is not as it was seen. */
export function setEmbedHostsStatement(
  db: D1Database,
  { campaignId, from, to }: { campaignId: number; from: Hosts; to: Hosts },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE campaigns SET content = json_set(content, '$.embed', json_object('hosts', json(?3)))
       WHERE id = ?1 AND coalesce(content -> '$.embed.hosts', '"open"') = json(?2)`,
    )
    .bind(campaignId, JSON.stringify(from), JSON.stringify(to));
}
