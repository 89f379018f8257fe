import type { Deps } from '../platform/deps.ts';
import { log, logFailure } from '../platform/log.ts';
import { findHead, type LogHead } from './log-store.ts';
import { base64 } from './rules/bytes.ts';
import {
  findSignature,
  parseNote,
  parseSignatureLines,
  parseVerifierKey,
  signatureLine,
} from './rules/notes.ts';
import { consistencyParts } from './rules/tree.ts';
import { logTree } from './tile-store.ts';
import { readProof } from './tiles.ts';
import { findCosigned, saveCosignature, saveCosigned } from './witness-store.ts';

type Given = Pick<Deps, 'db' | 'settings'>;
type Witness = Deps['settings']['logWitnesses'][number];

const patience = 10_000;

/**
 * Asks each witness that has not cosigned the newest head (C2SP tlog-witness). One that does not answer is asked again
 * in the next run; none is needed.
 */
export async function askWitnesses({ db, settings }: Given): Promise<void> {
  const { logWitnesses } = settings;
  const head = logWitnesses.length > 0 ? await findHead(db) : null;
  if (!head) return;
  const failed: string[] = [];
  for (const witness of logWitnesses) {
    try {
      const size = await findCosigned(db, witness.vkey);
      if (size < head.size) await askWitness(db, witness, { head, from: size });
    } catch (failure) {
      failed.push(witness.url);
      logFailure('witness-failed', failure, { witness: witness.url });
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} witnesses did not cosign`);
}

async function askWitness(
  db: D1Database,
  witness: Witness,
  { head, from }: { head: LogHead; from: number },
): Promise<void> {
  let answer = await submit(db, witness, { head, from });
  if (answer.status === 409) {
    // It knows another size than we remember: its own counts.
    const known = Number((await answer.text()).trim());
    if (!Number.isSafeInteger(known) || known < 0 || known > head.size) {
      throw new Error(`the witness has cosigned a log of ${known} entries`);
    }
    answer = await submit(db, witness, { head, from: known });
  }
  if (answer.status !== 200) throw new Error(`the witness answered ${answer.status}`);
  const lines = await cosignaturesIn(await answer.text(), witness, head);
  if (lines === '') throw new Error('the witness sent no cosignature that holds');
  await saveCosignature(db, { head, lines });
  await saveCosigned(db, { vkey: witness.vkey, size: head.size });
  log('info', 'log-cosigned', { witness: witness.url, size: head.size });
}

async function submit(
  db: D1Database,
  { url }: Witness,
  { head, from }: { head: LogHead; from: number },
): Promise<Response> {
  const proof = await readProof(db, logTree, consistencyParts(from, head.size));
  const body = [`old ${from}`, ...proof.map(base64), '', head.note].join('\n');
  return fetch(`${url}/add-checkpoint`, { method: 'POST', body, signal: AbortSignal.timeout(patience) });
}

/** Only those that the witness's own key has made. */
async function cosignaturesIn(answer: string, { vkey }: Witness, head: LogHead): Promise<string> {
  const key = parseVerifierKey(vkey);
  const note = parseNote(head.note);
  const lines = parseSignatureLines(answer);
  if (!key || !note || !lines) return '';
  const signature = await findSignature({ text: note.text, signatures: lines }, key);
  return signature ? signatureLine(signature) : '';
}
