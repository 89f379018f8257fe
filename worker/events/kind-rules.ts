import type { Text } from '../../web/language.ts';

/** A kind of event: its module adds a line here, and nothing else knows it by name. */
export type EventKind = {
  id: string;
  label: Text;
  /** The title of a calendar entry for who wants a neutral one. It says nothing of the campaign. */
  neutralTitle: Text;
};

const meeting: Text = { en: 'Meeting', es: 'Reunión' };

export const eventKinds = [
  { id: 'summit', label: { en: 'Summit', es: 'Cumbre' }, neutralTitle: meeting },
  {
    id: 'workshop',
    label: { en: 'Workshop for policymakers', es: 'Taller para quienes toman decisiones' },
    neutralTitle: meeting,
  },
  { id: 'training', label: { en: 'Training', es: 'Formación' }, neutralTitle: { en: 'Class', es: 'Clase' } },
  {
    id: 'hearing',
    label: { en: 'Council meeting or hearing', es: 'Sesión o audiencia del concejo' },
    neutralTitle: meeting,
  },
  {
    id: 'canvass',
    label: { en: 'Canvass', es: 'Recorrido puerta a puerta' },
    neutralTitle: { en: 'Outing', es: 'Salida' },
  },
  {
    id: 'shift',
    label: { en: 'Volunteer shift', es: 'Turno de voluntariado' },
    neutralTitle: { en: 'Shift', es: 'Turno' },
  },
] as const satisfies readonly EventKind[];

export type EventKindId = (typeof eventKinds)[number]['id'];

export const eventKindIds = eventKinds.map(({ id }) => id) as [EventKindId, ...EventKindId[]];

/** Throws for a kind that no kit can have. */
export function eventKindNamed(id: EventKindId): EventKind {
  const kind = eventKinds.find((one) => one.id === id);
  if (!kind) throw new Error(`no kind of event is called ${id}`);
  return kind;
}
