import { minute } from '../platform/time/clock.ts';

/** In rising order: each role may also do what the roles before it may. */
export const roles = ['viewer', 'moderator', 'editor', 'owner'] as const;
export type Role = (typeof roles)[number];

/** Something that an organizer does or looks at, and the lowest role that may. */
export type Verb = {
  role: Role;
  /** Asks for the passkey again if it was last shown more than 15 minutes ago. */
  stepUp?: boolean;
};

export const passkeyLasts = 15 * minute;

export type MayDo = 'yes' | 'role' | 'passkey';

/** `role` is null for somebody without one in the campaign. The role is checked before the passkey. */
export function mayDo(
  verb: Verb,
  { role, passkeyAt, now }: { role: Role | null; passkeyAt: Date | null; now: Date },
): MayDo {
  if (role === null || roles.indexOf(role) < roles.indexOf(verb.role)) return 'role';
  if (!verb.stepUp) return 'yes';
  const isFresh = passkeyAt !== null && now.getTime() - passkeyAt.getTime() < passkeyLasts;
  return isFresh ? 'yes' : 'passkey';
}

export function asRole(text: string | undefined): Role | null {
  return roles.find((role) => role === text) ?? null;
}
