import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** What wrangler writes while it serves. */
export type ServerLog = {
  /** For the child's output. */
  handle: number;
  hasFailedToStart(): boolean;
  /** Whether a runtime has ended since this was asked last. */
  tellsOfCrash(): boolean;
  /** For the person at the terminal. */
  whyItEnded(): string;
};

export function openLog(file: string): ServerLog {
  const handle = openSync(file, 'w');
  const text = () => readFileSync(file, 'utf8');
  let read = 0;
  return {
    handle,
    hasFailedToStart: () => /Build failed|Runtime failed to start|SettingsError/i.test(text()),
    tellsOfCrash() {
      const from = read;
      read = statSync(file).size;
      return /runtime crashed|exited unexpectedly/i.test(partOf(file, from, read));
    },
    whyItEnded() {
      const written = text();
      const refusal = refusalIn(written);
      if (refusal) return refusal;
      return `The server has stopped.\n${lastLines(written, 40)}\nAll of it: ${file}`;
    },
  };
}

/** The Worker refuses settings that are missing or wrong, by their names. */
export function refusalIn(log: string): string | null {
  return /SettingsError: (Undersigned cannot start\..*)/.exec(stripVTControlCharacters(log))?.[1] ?? null;
}

function partOf(file: string, from: number, to: number): string {
  const part = Buffer.alloc(Math.max(0, to - from));
  const handle = openSync(file, 'r');
  try {
    readSync(handle, part, 0, part.length, from);
  } finally {
    closeSync(handle);
  }
  return part.toString();
}

function lastLines(text: string, count: number): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
