import { parseArgs } from 'node:util';
import { moderate, type ReadWords, readSharedWords } from '../surveys/moderate.ts';
import type { WordsState } from '../surveys/store.ts';
import { explainFailure, withDatabase } from './database.ts';
import { readKeys } from './keys.ts';

const usage = `Lists what people wrote in their own words for a committee, or decides on it.

  npm run words                    those that wait to be read
  npm run words -- all             those that were decided on as well
  npm run words -- show CODE       the committee may read it
  npm run words -- hide CODE       nobody but its owner sees it
  --remote                         in production, with its KEYRING before the command to list`;

type Decision = { code: string; to: 'shown' | 'hidden' };
type Command = { remote: boolean; states: WordsState[]; decision: Decision | null };

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const command = readCommand(args);
  if (!command) return fail(usage);
  const { decision, states } = command;
  try {
    if (decision) return await decide(command, decision);
    const { keyring } = await readKeys(command.remote);
    const words = await withDatabase(command, (db) => readSharedWords({ db, keyring }, states));
    console.log(linesOf(words).join('\n'));
    return 0;
  } catch (error) {
    return fail(explainFailure(error, command.remote));
  }
}

function readCommand(args: string[]): Command | null {
  try {
    const options = { remote: { type: 'boolean' } } as const;
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    const [word, code, ...more] = positionals;
    const remote = values.remote ?? false;
    if (word === undefined) return { remote, states: ['waiting'], decision: null };
    if (word === 'all' && code === undefined) {
      return { remote, states: ['waiting', 'shown', 'hidden'], decision: null };
    }
    if ((word !== 'show' && word !== 'hide') || code === undefined || more.length > 0) return null;
    return { remote, states: [], decision: { code, to: word === 'show' ? 'shown' : 'hidden' } };
  } catch {
    return null;
  }
}

async function decide(command: Command, { code, to }: Decision): Promise<number> {
  const decided = await withDatabase(command, (db) => moderate({ db }, code, to));
  if (decided.ok) {
    console.log(`${code} is ${to}`);
    return 0;
  }
  return fail(
    decided.error.reason === 'not-one'
      ? `${code} is the code of several.`
      : `There are no words with the code ${code}. Whoever changes their words changes the code: list them again.`,
  );
}

function linesOf(words: ReadWords[]): string[] {
  if (words.length === 0) return ['nothing waits to be read'];
  return words.flatMap(({ code, slug, state, at, text }) => [
    `${code}  ${state.padEnd(7)}  ${at.toISOString().slice(0, 10)}  ${slug}`,
    ...text.split('\n').map((line) => `    ${line}`),
  ]);
}

function fail(text: string): number {
  console.error(text);
  return 1;
}
