import type { Settlement } from './change-store.ts';
import type { CityTime } from './city-time.ts';
import { isToAcknowledge, judge, type Rival, type Verdict, withStanding } from './rules.ts';
import { type Judgeable, listJudgeable } from './store.ts';

/** A press of the confirm button that has to be judged. */
export type Press = {
  id: string;
  /** The version of the content that its owner saw; null if the press does not say. */
  shown: string | null;
  /** Of the link that was pressed. */
  linkGeneration: number;
  /** A press that comes too late changes nothing, except that it can mark a duplicate. */
  isInTime: boolean;
  /** The district that the owner names; null leaves the place as it is. */
  place: string | null;
  /** The counted signature of the same inbox that this one corrects, if its owner says so. */
  replaces: string | null;
  /** Hex. */
  receipt: string;
  cityTime: CityTime;
};

/** The result of a press: a verdict to save, a duplicate confirmed by its owner, or nothing. */
export type Judged = { settlement: Settlement | null; acknowledged: string | null };

/** Reads what all presses of a round are judged against in one statement, and judges each. */
export async function judgeRound(db: D1Database, presses: Press[]): Promise<Judged[]> {
  const found = await listJudgeable(db, {
    ids: presses.map(({ id }) => id),
    unseen: presses.filter(({ shown }) => shown === null).map(({ id }) => id),
  });
  return presses.map((press) => judgedOf(press, found.get(press.id)));
}

function judgedOf(press: Press, signature: Judgeable | undefined): Judged {
  const { id, linkGeneration, isInTime, receipt, cityTime } = press;
  // The signature is erased, so its owner cannot have pressed.
  if (!signature || signature.contentVersion === '') return { settlement: null, acknowledged: null };
  if (linkGeneration !== signature.linkGeneration) return { settlement: null, acknowledged: null };
  if (signature.state !== 'unconfirmed') {
    return { settlement: null, acknowledged: isToAcknowledge(signature) ? id : null };
  }
  if (!isInTime) return { settlement: null, acknowledged: null };
  if (!isOfWhatWasSeen(press, signature)) return { settlement: null, acknowledged: null };
  const { actionId, contentVersion } = signature;
  const place = press.place ?? signature.place;
  const judged = verdictOf(signature, press.replaces);
  const settlement = { id, actionId, expectedVersion: contentVersion, ...judged, receipt, place, cityTime };
  return { settlement, acknowledged: null };
}

/** A correction is judged as if the replaced signature had already left. It takes over the slot. */
function verdictOf(
  { personKey, zip, rivals, standing }: Judgeable,
  replaces: string | null,
): { verdict: Verdict; replaces: string | null } {
  const candidate = { personKey, zip: zip ?? '' };
  const isReplaced = ({ id }: Rival) => id === replaces;
  const replaced = rivals.find(isReplaced);
  if (!replaced) return { verdict: withStanding(judge(candidate, rivals), standing), replaces: null };
  const others = rivals.filter((rival) => !isReplaced(rival));
  const verdict = withStanding(judge(candidate, others, replaced.inboxSlot), standing);
  return { verdict, replaces: verdict.state === 'confirmed' ? replaced.id : null };
}

/** Anybody can send a form with any address, so content that its owner has not seen does not count. */
function isOfWhatWasSeen({ shown }: Press, { contentVersion, othersWait }: Judgeable): boolean {
  return shown === null ? !othersWait : shown === contentVersion;
}
