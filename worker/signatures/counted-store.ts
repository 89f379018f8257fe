import { byId, contentVersionIn } from './store.ts';

/*
 * Which signatures start or stop counting in a transaction, for the hooks of other features. A row changes once for
 * each of these, however often the same write is repeated, so that a hook sees each change once.
 */

const named = (parameter: string) => `FROM json_each(${parameter}) named
  CROSS JOIN signatures INDEXED BY signatures_by_id`;

/**
 * After confirmations, [{ id, receipt }]: every attempt makes a new receipt, and the one that counts stores its own.
 */
export function startedIds(parameter: string): string {
  return `SELECT signatures.id ${named(parameter)} ON signatures.id = named.value ->> 'id'
    WHERE signatures.state = 'confirmed' AND signatures.receipt = unhex(named.value ->> 'receipt')`;
}

/** Run it before the change that ends these signatures: selects those that still count. */
export function countedIds(parameter: string): string {
  return `SELECT signatures.id ${named(parameter)} ON signatures.id = named.value
    WHERE signatures.state = 'confirmed'`;
}

/**
 * Before confirmations, [{ id, expectedVersion, replaces }]: selects those that count now and will be replaced by
 * another one of the same inbox. The conditions are the same as those of the unique indexes for that other one.
 */
export function replacedIds(parameter: string): string {
  return `SELECT replaced.id FROM json_each(${parameter}) named
    CROSS JOIN signatures ${byId} ON signatures.id = named.value ->> 'id'
    CROSS JOIN signatures replaced ${byId} ON replaced.id = named.value ->> 'replaces'
    WHERE signatures.state = 'unconfirmed' AND ${contentVersionIn('signatures.sealed')} = named.value ->> 'expectedVersion'
      AND replaced.state = 'confirmed' AND replaced.action_id = signatures.action_id
      AND replaced.inbox_key = signatures.inbox_key
      AND NOT EXISTS (SELECT 1 FROM signatures other WHERE other.action_id = signatures.action_id
        AND other.inbox_key = signatures.inbox_key AND other.state = 'confirmed' AND other.id <> replaced.id
        AND (other.zip <> signatures.zip OR other.person_key = signatures.person_key))`;
}
