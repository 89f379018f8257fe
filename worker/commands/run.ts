import { parseArgs } from 'node:util';
import type { Result } from '../platform/result.ts';
import { explainFailure } from './database.ts';

export type CommandOptions<Command> = {
  usage: string;
  /** Null for words that are no command. */
  read(words: string[]): Command | null;
  /** `remote`: at production's database. What it prints, or what is wrong. */
  run(command: Command, remote: boolean): Promise<Result<string, string>>;
};

/** Runs one command of a terminal with the words after its name; gives the exit code. */
export async function runCommand<Command>({ usage, read, run }: CommandOptions<Command>): Promise<number> {
  const asked = readArguments();
  const command = asked && read(asked.words);
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

function readArguments(): { words: string[]; remote: boolean } | null {
  try {
    const options = { remote: { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    return { words: positionals, remote: values.remote ?? false };
  } catch {
    return null;
  }
}

function fail(text: string): number {
  console.error(text);
  return 1;
}
