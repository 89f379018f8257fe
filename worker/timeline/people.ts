import { partnersQuery } from '../coalition/store.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { tellOrganizer } from '../organize/organizers.ts';
import { peopleQuery } from '../organize/people-store.ts';
import { type Role, roles } from '../organize/role-rules.ts';
import { joinQueries, knownValue, mapQuery } from '../platform/query.ts';
import { ownerKey } from './form-rules.ts';
import type { Owner } from './rules.ts';

const least: Role = 'editor';

/** Who may see and write the plan, and so can own a part of it. */
export function mayPlan(role: Role | null): boolean {
  return role !== null && roles.indexOf(role) >= roles.indexOf(least);
}

/** Who can own a tactic. An address is opened only when its name is asked for. */
export type OwnerChoice = { owner: Owner; name: () => Promise<string> };

/** Organizers who may see the plan, and the partners of the campaign. */
export function ownersQuery({ var: { deps, campaign, language } }: ConsoleContext) {
  const { db, keyring } = deps;
  return mapQuery(
    joinQueries({
      people: peopleQuery(db, campaign.id),
      partners: partnersQuery(db, knownValue(campaign.id)),
    }),
    ({ people, partners }): OwnerChoice[] => [
      ...people
        .filter(({ role, endedAt }) => endedAt === null && mayPlan(role))
        .map(({ organizerId: id, sealed }) => ({
          owner: { kind: 'organizer' as const, id },
          name: () => tellOrganizer(keyring, { id, sealed }, language),
        })),
      ...partners
        .filter(({ retired }) => !retired)
        .map(({ slug, name }) => ({
          owner: { kind: 'partner' as const, slug },
          name: async () => name[language],
        })),
    ],
  );
}

/** The names of those who are among the choices, by the values of the form. */
export async function ownerNames(
  choices: readonly OwnerChoice[],
  wanted: readonly Owner[],
): Promise<Map<string, string>> {
  const keys = new Set(wanted.map(ownerKey));
  const found = choices.filter(({ owner }) => keys.has(ownerKey(owner)));
  return new Map(
    await Promise.all(
      found.map(async ({ owner, name }): Promise<[string, string]> => [ownerKey(owner), await name()]),
    ),
  );
}
