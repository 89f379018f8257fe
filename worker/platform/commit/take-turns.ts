import { randomBytes } from '../crypto/ids.ts';
import { pause } from '../time/pause.ts';

const mostTries = 12;
const firstPause = 40;
const longestPause = 640;

/** Others were faster at every try, and nothing was stored. */
export class Overtaken extends Error {}

/**
 * Waits before what somebody else was faster with is tried again. The time is random, and longer after each try, so that
 * those who met do not meet again. After the last try it throws `Overtaken`.
 */
export async function waitForTurn(tries: number, what: string): Promise<void> {
  if (tries === mostTries) throw new Overtaken(`${what}: overloaded`);
  const [random = 0] = randomBytes(1);
  await pause((random / 255) * Math.min(firstPause * 2 ** (tries - 1), longestPause));
}
