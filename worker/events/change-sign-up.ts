import type { CommitRefusal } from '../platform/commit/writes.ts';
import { hex } from '../platform/crypto/bytes.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { cityTimeOf } from '../signatures/city-time.ts';
import { canCorrect } from '../signatures/rules.ts';
import { openPerson, sealPerson } from '../signatures/sealing.ts';
import { contentVersionOf, findSignature, type Signature } from '../signatures/store.ts';
import type { EventContext } from './cache.ts';
import { isMissing, type Missing } from './conditions/rules.ts';
import { sealNote } from './sealing.ts';
import { type Change, findMissing, findSignUp } from './store.ts';
import type { Choice } from './submission-rules.ts';
import { commitSignUp } from './writes.ts';

export type ChangeRefusal =
  | { reason: 'unknown' }
  | { reason: 'erased' }
  | { reason: 'settled' }
  | { reason: 'full' }
  | { reason: 'unmet'; missing: Missing };

const attempts = 8;

/** Only `met`: the time, the note and the title stay whatever they are by then. */
type Changed = (Choice & { mayWait: boolean }) | Pick<Choice, 'met'>;

/**
 * Changes the time, the note or the title of the calendar entry, and keeps what is shown of the conditions. With
 * `mayWait`, its owner gives up a place for the end of the line of a time that is full. Without it such a change is
 * refused and nothing changes.
 */
export async function changeSignUp(
  deps: Deps,
  { id, context }: { id: string; context: EventContext },
  changed: Changed,
  now: Date,
): Promise<Result<undefined, ChangeRefusal | CommitRefusal>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const signature = await findSignature(deps.db, id);
    if (!signature) return err({ reason: 'unknown' });
    if (!canCorrect(signature.state)) return err({ reason: 'settled' });
    const saved = await save(deps, { signature, context }, changed, now);
    if (!saved.ok) return saved;
    if (saved.value === 'saved') return ok();
  }
  throw new Error('a change of a sign-up would not settle');
}

async function save(
  deps: Deps,
  { signature, context }: { signature: Signature; context: EventContext },
  changed: Changed,
  now: Date,
): Promise<Result<'saved' | 'overtaken', ChangeRefusal | CommitRefusal>> {
  const { keyring } = deps;
  const { id, state } = signature;
  const person = await openPerson(keyring, signature);
  if (!person) return err({ reason: 'erased' });
  const [sealed, note] = await Promise.all([
    sealPerson(keyring, id, person),
    'note' in changed && changed.note !== '' ? sealNote(keyring, id, changed.note) : null,
  ]);
  const slot = 'slot' in changed ? changed.slot : null;
  const change: Change = {
    slot,
    sealed: note && hex(note),
    isNeutral: 'isNeutral' in changed && changed.isNeutral ? 1 : 0,
    mayWait: 'mayWait' in changed && changed.mayWait ? 1 : 0,
    met: changed.met,
  };
  const expected = { state, contentVersion: contentVersionOf(signature.sealed) };
  const cityTime = cityTimeOf(context.city.timeZone, now);
  const data = { id, change, person: hex(sealed), expected, cityTime };
  const saved = await commitSignUp(deps.commit, signature, { kind: 'change-sign-up', ref: id, data });
  if (!saved.ok) return saved;
  if (saved.value?.contentVersion !== contentVersionOf(sealed)) return ok('overtaken');
  if (slot === null || (await findSignUp(deps.db, id))?.slot === slot) return ok('saved');
  const missing = await findMissing(deps.db, { id, slot });
  return err(isMissing(missing) ? { reason: 'unmet', missing } : { reason: 'full' });
}
