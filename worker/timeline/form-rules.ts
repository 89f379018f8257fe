import type { FieldError, Form } from '../platform/http/forms.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { isPlain, isVisible, lengthOf, tidyLine } from '../platform/text/text-rules.ts';
import { dayIn } from '../platform/time/clock.ts';
import { circleOf, type Measure, type Owner, progresses, type Tactic, type TacticText } from './rules.ts';

type Values = Record<string, string>;

/** What a tactic can name, by the values of the form's fields. `id`: of the tactic that is changed. */
export type Choices = {
  id: string | null;
  phases: readonly string[];
  owners: readonly string[];
  junctures: readonly string[];
  measures: readonly string[];
  /** Those that stand. */
  tactics: readonly Tactic[];
};

/** A field, and what is wrong with it. */
type Problem = [field: string, code: string | null | false];

const most = { title: 120, outcome: 300, what: 80, number: 10_000_000 };
const [oldest, newest] = ['2000-01-01', '2099-12-31'];

/** Shown as typed if it is refused; the circle by which it would wait for itself comes with the error. */
export type TacticProblems = { errors: FieldError[]; circle: string[] };

export function parseTactic(
  { values, all }: Pick<Form, 'values' | 'all'>,
  choices: Choices,
): Result<TacticText, TacticProblems> {
  const field = (name: string) => tidyLine(values[name] ?? '');
  const needs = [...new Set(all.needs ?? [])];
  const circle = choices.id === null ? null : circleOf({ id: choices.id, needs }, choices.tactics);
  const known = new Set(choices.tactics.map(({ id }) => id));
  const measure = measureOf(field('measure'), {
    ...{ what: field('what'), n: field('n'), target: field('target') },
  });
  const notOf = (name: string, among: readonly string[]) =>
    field(name) !== '' && !among.includes(field(name)) && 'choose';
  const progress = progresses.find((one) => one === values.progress);
  const found: Problem[] = [
    ['title', field('title') === '' ? 'missing' : problemOf(field('title'), most.title)],
    ['phase', notOf('phase', choices.phases)],
    ...daysIn(field('starts_on'), field('ends_on')),
    ['owner', notOf('owner', choices.owners)],
    ['juncture', notOf('juncture', choices.junctures)],
    ['needs', circle ? 'circle' : needs.some((id) => !known.has(id)) && 'needs-gone'],
    ['outcome', problemOf(field('outcome'), most.outcome)],
    ['measure', notOf('measure', choices.measures)],
    ...(measure ? problemsOf(measure) : []),
    ['progress', !progress && 'choose'],
  ];
  const errors = found.flatMap(([field, code]) => (code ? [{ field, code }] : []));
  if (errors.length > 0 || !progress) return err({ errors, circle: circle ?? [] });
  return ok({
    ...{ title: field('title'), phase: field('phase') || null, owner: ownerOf(field('owner')) },
    ...{ startsOn: field('starts_on'), endsOn: field('ends_on'), needs },
    ...{ juncture: field('juncture') || null, outcome: field('outcome'), measure, progress },
  });
}

function daysIn(startsOn: string, endsOn: string): Problem[] {
  const isStart = isDay(startsOn);
  return [
    ['starts_on', !isStart && 'day'],
    ['ends_on', isDay(endsOn) ? isStart && endsOn < startsOn && 'order' : 'day'],
  ];
}

function problemOf(text: string, atMost: number): string | null {
  if (text === '') return null;
  if (!isPlain(text) || !isVisible(text)) return 'bad-characters';
  return lengthOf(text) > atMost ? 'too-long' : null;
}

function problemsOf(measure: Measure): Problem[] {
  const isWhole = (n: number) => Number.isInteger(n) && n >= 0 && n <= most.number;
  const own: Problem[] =
    measure.kind === 'own'
      ? [
          ['what', measure.what === '' ? 'missing' : problemOf(measure.what, most.what)],
          ['n', !isWhole(measure.n) && 'number'],
        ]
      : [];
  return [...own, ['target', !(isWhole(measure.target) && measure.target > 0) && 'number']];
}

function isDay(text: string): boolean {
  return text >= oldest && text <= newest && dayIn('UTC', text) !== null;
}

/** As it is typed: "1,200" is a number, and what is none becomes NaN. */
function numberOf(typed: string): number {
  return /^\d{1,3}([ ,.]?\d{3})*$/.test(typed) ? Number(typed.replace(/\D/g, '')) : Number.NaN;
}

function measureOf(chosen: string, typed: { what: string; n: string; target: string }): Measure | null {
  const target = numberOf(typed.target);
  if (chosen === 'own') {
    return { kind: 'own', what: typed.what, n: numberOf(typed.n === '' ? '0' : typed.n), target };
  }
  if (chosen === 'trained') return { kind: 'trained', target };
  return chosen === '' ? null : { kind: 'action', action: chosen.slice('action:'.length), target };
}

function ownerOf(chosen: string): Owner | null {
  const [kind, named = ''] = chosen.split(':', 2);
  if (kind === 'organizer') return { kind, id: named };
  return kind === 'partner' ? { kind, slug: named } : null;
}

/** The value of an owner in the form. */
export function ownerKey(owner: Owner): string {
  return owner.kind === 'organizer' ? `organizer:${owner.id}` : `partner:${owner.slug}`;
}

function measureKey(measure: Measure | null): string {
  if (measure?.kind === 'action') return `action:${measure.action}`;
  return measure?.kind ?? '';
}

/** What the form shows of a tactic; `needs` are boxes of their own. */
export function valuesOf(text: TacticText): Values {
  const { title, phase, owner, startsOn, endsOn, juncture, outcome, measure, progress } = text;
  const isOwn = measure?.kind === 'own';
  return {
    ...{
      title,
      phase: phase ?? '',
      owner: owner ? ownerKey(owner) : '',
      starts_on: startsOn,
      ends_on: endsOn,
    },
    ...{ juncture: juncture ?? '', outcome, measure: measureKey(measure), progress },
    ...{ what: isOwn ? measure.what : '', n: isOwn ? String(measure.n) : '' },
    target: measure ? String(measure.target) : '',
  };
}

export function isSameText(one: TacticText, other: TacticText): boolean {
  const told = (text: TacticText) => JSON.stringify([valuesOf(text), text.needs.toSorted()]);
  return told(one) === told(other);
}
