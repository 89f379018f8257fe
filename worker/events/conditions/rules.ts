import type { Norms } from '../../coalition/norms-rules.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import type { Role } from '../rules.ts';

/** What somebody shows with a form: the version of the norms, and lessons of a certificate. */
export type Met = { norms: number | null; lessons: string[] };

export const nothingMet: Met = { norms: null, lessons: [] };

/** What is stored of a sign-up, and since when. */
export type Held = Met & { normsAt: Date | null; lessonsAt: Date | null };

export type Missing = { norms: boolean; lessons: boolean };

/** What a role asks for and these do not meet. A changed text of the norms is to be agreed to again. */
export function missingOf(role: Role | null, norms: Norms | null, shown: readonly Met[]): Missing {
  return {
    norms: role?.asksNorms === true && norms !== null && shown.every((one) => one.norms !== norms.version),
    lessons: (role?.lessons ?? []).some((slug) => shown.every(({ lessons }) => !lessons.includes(slug))),
  };
}

/** What a form must show: a certificate can be shown later than the agreement; until then there is no place. */
export type Needed = 'all' | 'norms' | 'nothing';

export function missingErrors(missing: Missing, needed: Needed): FieldError[] {
  return [
    ...(missing.norms && needed !== 'nothing' ? [{ field: 'norms', code: 'missing' }] : []),
    ...(missing.lessons && needed === 'all' ? [{ field: 'certificate', code: 'missing' }] : []),
  ];
}

export function isMissing({ norms, lessons }: Missing): boolean {
  return norms || lessons;
}

/** The lessons that any role of an event asks for: of a certificate nothing else is stored. */
export function askedLessons(roles: readonly Role[]): string[] {
  return [...new Set(roles.flatMap(({ lessons }) => lessons))];
}
