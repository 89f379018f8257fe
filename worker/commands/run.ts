import { parseArgs } from 'node:util';
import type { Result } from '../platform/result.ts';
import { explainFailure } from './database.ts';

export type CommandOptions<Command> = {
  usage: string;
  /** Options that stand alone, such as `--close-now`. */
  switches?: readonly string[];
  /** Null for words that are no command. */
  read(words: string[], switched: ReadonlySet<string>): Command | null;
  /** `remote`: at production's database. What it prints, or what is wrong. */
  run(command: Command, remote: boolean): Promise<Result<string, string>>;
};

/** Runs one command of a terminal with the words after its name; gives the exit code. */
export async function runCommand<Command>({
  usage,
  switches = [],
  read,
  run,
}: CommandOptions<Command>): Promise<number> {
  const asked = readArguments(switches);
  const command = asked && read(asked.words, asked.switched);
  if (!asked || !command) return fail(usage);
  try {
    const outcome = await run(command, asked.remote);
    if (!outcome.ok) return fail(outcome.error);
    console.log(outcome.value);
    return 0;
  } catch (error) {
    return fail(explainFailure(error, asked.remote));
  }
}

type Asked = { words: string[]; switched: ReadonlySet<string>; remote: boolean };

function readArguments(switches: readonly string[]): Asked | null {
  try {
    const named = ['remote', ...switches].map((name) => [name, { type: 'boolean' } as const]);
    const { positionals, values } = parseArgs({ allowPositionals: true, options: Object.fromEntries(named) });
    const switched = new Set(Object.entries(values).flatMap(([name, on]) => (on === true ? [name] : [])));
    return { words: positionals, switched, remote: switched.has('remote') };
  } catch {
    return null;
  }
}

function fail(text: string): number {
  console.error(text);
  return 1;
}
