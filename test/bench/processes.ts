import { readdirSync, readFileSync } from 'node:fs';

/** Child processes of this one by the name of their program; none if the machine has no /proc. */
export function childrenNamed(name: string): number[] {
  return readDirectory('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      const stat = readStat(Number(pid));
      return stat?.name === name && stat.parent === process.pid;
    })
    .map(Number);
}

/** User and system time of all threads of a process, in milliseconds. */
export function cpuTime(pid: number | null): number {
  return (pid === null ? null : readStat(pid))?.cpu ?? Number.NaN;
}

/** Resident memory of a process in megabytes. */
export function residentMegabytes(pid: number | null): number {
  const status = pid === null ? '' : readText(`/proc/${pid}/status`);
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes ? Number(kilobytes) / 1024 : Number.NaN;
}

/** /proc counts time in ticks of 10 ms on every Linux that Node runs on. */
const tick = 10;

function readStat(pid: number): { name: string; parent: number; cpu: number } | null {
  const text = readText(`/proc/${pid}/stat`);
  const nameEnd = text.lastIndexOf(')');
  if (nameEnd < 0) return null;
  const fields = text.slice(nameEnd + 2).split(' ');
  return {
    name: text.slice(text.indexOf('(') + 1, nameEnd),
    parent: Number(fields[1]),
    cpu: (Number(fields[11]) + Number(fields[12])) * tick,
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function readDirectory(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
