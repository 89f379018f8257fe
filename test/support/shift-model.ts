export const shiftTimes = ['desk', 'stage', 'kitchen'] as const;
export type ShiftTime = (typeof shiftTimes)[number];
export type ShiftMet = { norms: number | null; lessons: string[] };
export type Asks = { norms: boolean; lessons: string[] };

type Form = { id: string; slot: ShiftTime; met: ShiftMet };
type Person = Form & { seat: 'none' | 'has' | 'waits'; number: number | null; changed: number };

/** Who has and who waits for a place at shifts with conditions, by the rules and without a database. */
export type ShiftModel = {
  step: number;
  norms: number;
  asks: Record<ShiftTime, Asks>;
  capacity: Record<ShiftTime, number>;
  last: Record<ShiftTime, number>;
  people: Map<number, Person>;
  unconfirmed: Map<number, Form>;
  /** The mails that say that somebody moved up. */
  told: string[];
};

export function shiftModel(
  asks: Record<ShiftTime, Asks>,
  capacity: Record<ShiftTime, number>,
  norms = 1,
): ShiftModel {
  const last = { desk: 0, stage: 0, kitchen: 0 };
  return {
    step: 0,
    norms,
    asks,
    capacity,
    last,
    people: new Map(),
    unconfirmed: new Map(),
    told: [],
  };
}

export function both(one: ShiftMet, other: ShiftMet): ShiftMet {
  return {
    norms: one.norms === null ? other.norms : Math.max(one.norms, other.norms ?? 0),
    lessons: [...new Set([...one.lessons, ...other.lessons])].toSorted(),
  };
}

function meetsAll({ asks, norms }: ShiftModel, { slot, met }: Pick<Form, 'slot' | 'met'>): boolean {
  const asked = asks[slot];
  return (
    (!asked.norms || met.norms === norms) && asked.lessons.every((lesson) => met.lessons.includes(lesson))
  );
}

export function lineOf(model: ShiftModel, slot: ShiftTime) {
  const there = [...model.people.values()].filter((one) => one.slot === slot);
  const has = there.filter(({ seat }) => seat === 'has');
  const waits = there
    .filter(({ seat }) => seat === 'waits')
    .toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  return { has, waits, isFree: has.length < model.capacity[slot] && waits.length === 0 };
}

/** Whoever does not meet the conditions now keeps the number and is passed over. */
function promote(model: ShiftModel, slot: ShiftTime): void {
  for (;;) {
    const { has, waits } = lineOf(model, slot);
    const next = waits.find((one) => meetsAll(model, one));
    if (!next || has.length >= model.capacity[slot]) return;
    next.seat = 'has';
    model.told.push(`${next.id} ${slot}.${next.number}`);
  }
}

function numberIn(model: ShiftModel, slot: ShiftTime): number {
  model.last[slot] += 1;
  return model.last[slot];
}

function ask(model: ShiftModel, person: Person): void {
  person.changed = model.step;
  if (person.seat !== 'none' || !meetsAll(model, person)) return;
  person.number = numberIn(model, person.slot);
  person.seat = lineOf(model, person.slot).isFree ? 'has' : 'waits';
  promote(model, person.slot);
}

export function confirms(model: ShiftModel, who: number): void {
  const form = model.unconfirmed.get(who);
  if (!form) return;
  model.unconfirmed.delete(who);
  const earlier = model.people.get(who);
  const person: Person = { ...form, seat: 'none', number: null, changed: model.step };
  model.people.set(who, person);
  if (earlier) {
    person.met = both(earlier.met, form.met);
    if (earlier.slot === form.slot && earlier.seat !== 'none') {
      person.seat = earlier.seat;
      person.number = earlier.number;
      promote(model, form.slot);
    } else promote(model, earlier.slot);
  }
  ask(model, person);
}

export function stops(model: ShiftModel, who: number): void {
  const person = model.people.get(who);
  model.people.delete(who);
  if (person) promote(model, person.slot);
}

type Changed = 'saved' | 'full' | 'unmet';

/** Shows something, and asks for a time that may be the same. */
export function changes(
  model: ShiftModel,
  who: number,
  { slot, mayWait, met }: { slot: ShiftTime; mayWait: boolean; met: ShiftMet },
): Changed {
  const form = model.unconfirmed.get(who);
  if (form) {
    form.met = both(form.met, met);
    form.slot = slot;
    return 'saved';
  }
  const person = model.people.get(who);
  if (!person) throw new Error('nobody there');
  person.met = both(person.met, met);
  promote(model, person.slot);
  if (slot !== person.slot) {
    if (!meetsAll(model, { slot, met: person.met })) return 'unmet';
    if (!mayWait && !lineOf(model, slot).isFree) return 'full';
    const left = person.slot;
    Object.assign(person, { slot, seat: 'none', number: null });
    promote(model, left);
  }
  ask(model, person);
  return 'saved';
}

/** Those who now meet everything join in the order in which they confirmed or changed last. */
export function asksFor(model: ShiftModel, slot: ShiftTime, asks: Asks): void {
  const isSame = JSON.stringify(model.asks[slot]) === JSON.stringify(asks);
  model.asks[slot] = asks;
  if (isSame) return;
  const ready = [...model.people.values()]
    .filter((one) => one.slot === slot && one.seat === 'none' && meetsAll(model, one))
    .toSorted((a, b) => a.changed - b.changed || (a.id < b.id ? -1 : 1));
  for (const one of ready) {
    one.number = numberIn(model, slot);
    one.seat = 'waits';
  }
  promote(model, slot);
}
