import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Query } from '../platform/query.ts';
import type { Settings } from '../platform/settings.ts';
import type { DigestRecord } from './rules.ts';
import type { Term } from './week-rules.ts';

export type ClosingDeps = { db: D1Database; keyring: Keyring; settings: Settings };

/** `slugs` are those of which the digest tells. */
export type Closing = { committeeId: number; term: Term; slugs: readonly string[] };

/** `records` are what the digest links to. */
export type MadeClosing = { statements: D1PreparedStatement[]; records: DigestRecord[]; problems: string[] };

/**
 * What a feature stores in the transaction that stores a digest. If there is much to do first, it does it in steps,
 * and the digest waits.
 */
export type DigestClosing<Loaded = unknown> = {
  /** Joins the batch that loads the digest. */
  load(db: D1Database, committeeId: number, term: Term): Query<Loaded>;
  /**
   * Does what has to be done first: `again` if it did it, so that the digest has to be loaded again, `later` if not all
   * of it was done. `steps` is how many a run may take in all; each one lowers `left`.
   */
  getReady(
    deps: ClosingDeps,
    loaded: Loaded,
    closing: Closing,
    steps: { left: number },
  ): Promise<'ready' | 'again' | 'later'>;
  /** If there are problems, which go to the log, the digest is not made. */
  make(deps: ClosingDeps, loaded: Loaded, closing: Closing, now: Date): Promise<MadeClosing>;
  /** Whether a transaction failed because another one was faster. */
  isOvertaken(error: unknown): boolean;
};
