import { env } from 'cloudflare:workers';
import { lineOf, type ShiftMet, type ShiftModel, type ShiftTime, shiftTimes } from './shift-model.ts';

type Row = {
  id: string;
  slot: ShiftTime;
  seat: 'none' | 'has' | 'waits';
  norms: number | null;
  lessons: string;
};

/** Everybody who counts: what they have shown, their place, and the lines in their order. */
export async function stored(actionId: number) {
  const { results } = await env.DB.prepare(
    `SELECT signature_id AS id, slot, seat, norms_version AS norms, lessons FROM sign_ups
    CROSS JOIN signatures ON id = signature_id
    WHERE sign_ups.action_id = ? AND (seat <> 'none' OR state = 'confirmed') ORDER BY number`,
  )
    .bind(actionId)
    .all<Row>();
  const all = results.map(({ lessons, ...row }) => ({ ...row, lessons: JSON.parse(lessons) as string[] }));
  return shiftTimes.map((slot) => {
    const of = (seat: string) => all.filter((one) => one.slot === slot && one.seat === seat);
    return lineAs(slot, of('has'), of('waits'), of('none'));
  });
}

export function expected(model: ShiftModel) {
  const all = [...model.people.values()].map(({ met, ...one }) => ({ ...one, ...met }));
  return shiftTimes.map((slot) => {
    const waits = lineOf(model, slot).waits.map(({ met, ...one }) => ({ ...one, ...met }));
    const of = (seat: string) => all.filter((one) => one.slot === slot && one.seat === seat);
    return lineAs(slot, of('has'), waits, of('none'));
  });
}

type Shown = { id: string } & ShiftMet;

function lineAs(slot: ShiftTime, has: Shown[], waits: Shown[], none: Shown[]) {
  const text = ({ id, norms, lessons }: Shown) => `${id} ${norms} ${lessons.toSorted()}`;
  return { slot, has: has.map(text).toSorted(), waits: waits.map(text), none: none.map(text).toSorted() };
}

export async function toldOf(actionId: number): Promise<string[]> {
  const { results } = await env.DB.prepare(
    `SELECT ref || ' ' || substr(outbox.kind, 16) AS told FROM outbox CROSS JOIN sign_ups ON signature_id = ref
    WHERE sign_ups.action_id = ? AND outbox.kind LIKE 'event-moved-up:%'`,
  )
    .bind(actionId)
    .all<{ told: string }>();
  return results.map(({ told }) => told).toSorted();
}
