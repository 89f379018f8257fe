import { err, ok, type Result } from '../platform/result.ts';
import { moderate, type ReadWords, readSharedWords } from '../surveys/moderate.ts';
import type { WordsState } from '../surveys/store.ts';
import { withDatabase } from './database.ts';
import { readKeys } from './keys.ts';
import { runCommand } from './run.ts';

const usage = `Lists what people wrote in their own words for a committee, or decides on it.

  npm run words                    those that wait to be read
  npm run words -- all             those that were decided on as well
  npm run words -- show CODE       the committee may read it
  npm run words -- hide CODE       nobody but its owner sees it
  --remote                         in production, with its KEYRING before the command to list`;

type Decision = { code: string; to: 'shown' | 'hidden' };
type Command = { list: WordsState[] } | { decide: Decision };

process.exitCode = await runCommand<Command>({
  usage,
  read([word, code, ...more]) {
    if (word === undefined) return { list: ['waiting'] };
    if (word === 'all' && code === undefined) return { list: ['waiting', 'shown', 'hidden'] };
    if ((word !== 'show' && word !== 'hide') || code === undefined || more.length > 0) return null;
    return { decide: { code, to: word === 'show' ? 'shown' : 'hidden' } };
  },
  run: (command, remote) => ('list' in command ? list(command.list, remote) : decide(command.decide, remote)),
});

async function list(states: WordsState[], remote: boolean): Promise<Result<string, string>> {
  const { keyring } = await readKeys(remote);
  const words = await withDatabase({ remote }, (db) => readSharedWords({ db, keyring }, states));
  return ok(linesOf(words).join('\n'));
}

async function decide({ code, to }: Decision, remote: boolean): Promise<Result<string, string>> {
  const decided = await withDatabase({ remote }, (db) => moderate({ db }, code, to));
  if (decided.ok) return ok(`${code} is ${to}`);
  return err(
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
