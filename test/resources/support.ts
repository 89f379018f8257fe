import { smallKit } from '../support/factories.ts';

export const both = (text: string) => ({ en: text, es: `${text} (es)` });

/** A service as a kit has it. */
export function someService(more: object = {}) {
  return {
    slug: 'a-lawyer',
    name: both('A lawyer'),
    organization: both('Legal aid'),
    offers: both('Advice on the law'),
    needs: ['legal'],
    languages: ['en', 'es'],
    police: 'never',
    cost: both('Free'),
    level: 'local',
    phones: [{ number: '704-555-0100' }],
    checked_on: '2026-11-02',
    checked_by: both('The organizers'),
    ...more,
  };
}

export function kitWithServices(services: ReturnType<typeof someService>[]) {
  return { ...smallKit(), services };
}

/** What a kit check says of a shelter's place. */
export const tells = (what: string, text: string) =>
  `may tell where a shelter stands: take out the ${what} “${text}”`;

/** 5,000 of the campaign's first service: more than a kit can hold as text, but no more than pages are made for. */
export async function storeManyServices(db: D1Database, campaign: string): Promise<void> {
  await db
    .prepare(
      `UPDATE resource_parts SET content = (
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 5000)
      SELECT json_group_array(json_set(resource_parts.content -> 0, '$.slug', 'lawyer-' || n, '$.name.en', 'Lawyer ' || n))
      FROM numbers)
    WHERE campaign_id = (SELECT id FROM campaigns WHERE slug = ?) AND part = 'services'`,
    )
    .bind(campaign)
    .run();
}
