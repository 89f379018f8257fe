import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createKeyring, type Keyring, parseKeyring } from '../platform/keyring.ts';
import { moderate, type ReadWords, readSharedWords } from '../surveys/moderate.ts';
import type { WordsState } from '../surveys/store.ts';
import { explainFailure, root, withDatabase } from './database.ts';

const usage = `Lists what people wrote in their own words for a committee, or decides on it.

  npm run words                    those that wait to be read
  npm run words -- all             those that were decided on as well
  npm run words -- show CODE       the committee may read it
  npm run words -- hide CODE       nobody but its owner sees it
  --remote                         in production; KEYRING in the environment opens what is sealed`;

type Decision = { code: string; to: 'shown' | 'hidden' };
type Command = { remote: boolean; states: WordsState[]; decision: Decision | null };

process.exitCode = await run(process.argv.slice(2));

async function run(args: string[]): Promise<number> {
  const command = readCommand(args);
  if (!command) return fail(usage);
  const { decision, states } = command;
  try {
    if (decision) return await decide(command, decision);
    const keyring = await readKeyring(command.remote);
    if (!keyring) return fail('KEYRING is missing or not a keyring: what people wrote is sealed under it.');
    console.log(
      linesOf(await withDatabase(command, (db) => readSharedWords({ db, keyring }, states))).join('\n'),
    );
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

/** Production's stands in no file. */
async function readKeyring(remote: boolean): Promise<Keyring | null> {
  const entries = parseKeyring(process.env.KEYRING ?? (remote ? '' : await localKeyring()));
  return entries && createKeyring(entries);
}

async function localKeyring(): Promise<string> {
  const { unstable_readConfig } = await import('wrangler');
  const { vars } = unstable_readConfig({ config: join(root, 'wrangler.toml') }, { hideWarnings: true });
  return String(vars.KEYRING ?? '');
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
