import type { Settlement } from './change-store.ts';
import type { CityTime } from './city-time.ts';
import { isToAcknowledge, judge } from './rules.ts';
import { type Judgeable, listJudgeable } from './store.ts';

/** Somebody's press of the button, on its way to be judged. */
export type Press = {
  id: string;
  /** Too late a press changes nothing but what it says of a duplicate. */
  isInTime: boolean;
  /** Where its owner says to live; null leaves the signature where it is. */
  place: string | null;
  /** Hex. */
  receipt: string;
  cityTime: CityTime;
};

/** What a press comes to: a verdict to be saved, a duplicate that is its owner's, or nothing. */
export type Judged = { settlement: Settlement | null; acknowledged: string | null };

/** Reads what all presses of a round are judged against in one statement, and judges each. */
export async function judgeRound(db: D1Database, presses: Press[]): Promise<Judged[]> {
  const found = await listJudgeable(
    db,
    presses.map(({ id }) => id),
  );
  return presses.map((press) => judgedOf(press, found.get(press.id)));
}

function judgedOf(press: Press, signature: Judgeable | undefined): Judged {
  const { id, isInTime, receipt, cityTime } = press;
  // Erased: there is nobody left who could have pressed.
  if (!signature || signature.contentVersion === '') return { settlement: null, acknowledged: null };
  if (signature.state !== 'unconfirmed') {
    return { settlement: null, acknowledged: isToAcknowledge(signature) ? id : null };
  }
  if (!isInTime) return { settlement: null, acknowledged: null };
  const { actionId, zip, rivals, isStreetTaken, contentVersion } = signature;
  const verdict = judge({ ...signature.keys, zip: zip ?? '' }, rivals, isStreetTaken);
  const place = press.place ?? signature.place;
  const settlement = { id, actionId, expectedVersion: contentVersion, verdict, receipt, place, cityTime };
  return { settlement, acknowledged: null };
}
