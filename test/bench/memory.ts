import { setTimeout as sleep } from 'node:timers/promises';
import { residentMegabytes } from './processes.ts';

export type MemoryWatch = {
  /** Megabytes before the storm. */
  idle: number;
  /** The most over idle so far. */
  most(): number;
  /** Over idle, now. */
  now(): number;
  stop(): void;
};

const settleFor = 3000;
const lookEvery = 500;

/** From now on, when nothing goes on any more. */
export async function watchMemory(pid: number | null): Promise<MemoryWatch> {
  await sleep(settleFor);
  const idle = residentMegabytes(pid);
  let most = 0;
  const look = () => {
    most = Math.max(most, residentMegabytes(pid) - idle);
  };
  const timer = setInterval(look, lookEvery);
  return {
    idle,
    most: () => most,
    now: () => residentMegabytes(pid) - idle,
    stop: () => clearInterval(timer),
  };
}
