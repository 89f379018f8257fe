import { setTimeout as sleep } from 'node:timers/promises';
import { residentMegabytes } from './processes.ts';

export type MemoryWatch = {
  /** Megabytes before the load. */
  idle: number;
  /** The maximum so far, in megabytes above idle. */
  most(): number;
  /** Megabytes above idle now. */
  now(): number;
  stop(): void;
};

const settleFor = 3000;
const lookEvery = 500;

/** Starts to watch after a pause, so that the server is idle. */
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
