import type { Text } from '../../../web/language.ts';

/** How people speak at a hearing. */
export type PublicComment = {
  minutes: number;
  registerBy: Date | null;
  url: string | null;
  phone: string | null;
  place: Text | null;
};

/** Characters that the page takes: half an hour of reading, and more. */
export const longestText = 30_000;

/** Whether people can still register. Without a last moment they can until the hearing begins. */
export function isRegistering(
  { registerBy }: PublicComment,
  { startsAt, now }: { startsAt: Date; now: Date },
): boolean {
  return now < (registerBy ?? startsAt);
}
