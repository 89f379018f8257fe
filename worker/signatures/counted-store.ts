import { contentVersion } from './store.ts';

/*
 * Which signatures start or stop counting in a transaction, for the hooks of other features. A row changes once for
 * each of these, however often the same write is repeated, so that a hook sees each change once.
 */

const named = (parameter: string) => `FROM json_each(${parameter}) named
  CROSS JOIN signatures INDEXED BY signatures_by_id`;

/** After confirmations, [{ id, receipt }]: a receipt is made anew for each attempt, and stored by the one that counts. */
export function startedIds(parameter: string): string {
  return `SELECT signatures.id ${named(parameter)} ON signatures.id = named.value ->> 'id'
    WHERE signatures.state = 'confirmed' AND signatures.receipt = unhex(named.value ->> 'receipt')`;
}

/** Before what ends the signatures of these ids: those that count until then. */
export function countedIds(parameter: string): string {
  return `SELECT signatures.id ${named(parameter)} ON signatures.id = named.value
    WHERE signatures.state = 'confirmed'`;
}

/** After corrections, [{ id, contentVersion }]: those that were saved. */
export function correctedIds(parameter: string): string {
  return `SELECT signatures.id ${named(parameter)} ON signatures.id = named.value ->> 'id'
    WHERE ${contentVersion} = named.value ->> 'contentVersion'`;
}
