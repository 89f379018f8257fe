import type { Deps } from '../../platform/deps.ts';
import type { FieldError } from '../../platform/http/forms.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import type { finishedLessons } from '../../training/certificate.ts';
import type { EventContext } from '../cache.ts';
import { roleOf, slotNamed } from '../rules.ts';
import { askedLessons, type Met, missingErrors, missingOf, type Needed, nothingMet } from './rules.ts';

export type Shown = {
  /** The slug of the time. */
  slot: string;
  /** The version of the norms beside the tick; empty without it. */
  norms: string;
  /** The text of a certificate, or empty. */
  certificate: string;
};

/**
 * What a form shows of the conditions of its time. A certificate is checked here and never stored: what stays is which
 * of the lessons that the event asks for it showed as finished.
 */
export async function meetConditions(
  deps: Pick<Deps, 'keyring' | 'settings'>,
  { event, norms, campaign }: EventContext,
  shown: Shown,
  { held = nothingMet, needed }: { held?: Met; needed: Needed },
): Promise<Result<Met, FieldError[]>> {
  const asked = askedLessons(event.roles);
  const isTold = asked.length > 0 && shown.certificate.trim() !== '';
  const finished = isTold ? await lessonsOf(deps, campaign, shown.certificate) : ok<string[]>([]);
  if (!finished.ok) return err([{ field: 'certificate', code: finished.error }]);
  const isAgreed = norms !== null && shown.norms === String(norms.version);
  const met: Met = {
    norms: isAgreed ? norms.version : null,
    lessons: finished.value.filter((slug) => asked.includes(slug)),
  };
  const slot = slotNamed(event, shown.slot);
  const missing = missingOf(slot && roleOf(event, slot), norms, [held, met]);
  const errors: FieldError[] = [
    ...(missing.norms && shown.norms !== '' ? [{ field: 'norms', code: 'changed' }] : []),
    ...(missing.lessons && isTold ? [{ field: 'certificate', code: 'other-lessons' }] : []),
    ...missingErrors(missing, needed),
  ];
  const first = errors.filter(({ field }, i) => errors.findIndex((one) => one.field === field) === i);
  return first.length > 0 ? err(first) : ok(met);
}

async function lessonsOf(...shown: Parameters<typeof finishedLessons>): ReturnType<typeof finishedLessons> {
  return (await import('../../training/certificate.ts')).finishedLessons(...shown);
}
