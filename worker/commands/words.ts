import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { lookAt, readPublicWords } from '../signatures/look-at.ts';
import { moderate, readSharedWords } from '../surveys/moderate.ts';
import { withDatabase } from './database.ts';
import { readKeys } from './keys.ts';
import { runCommand } from './run.ts';
import { linesOfWords } from './words-list.ts';

const usage = `Lists what waits for an organizer's look before others may read it, or decides on it: names and comments
for the page of a petition, and what people wrote in their own words for a committee.

  npm run words                    those that wait
  npm run words -- all             those that were decided on as well
  npm run words -- show CODE...    others may read them
  npm run words -- hide CODE...    nobody but their owners sees them
  --remote                         in production, with its KEYRING before the command`;

type Decision = { codes: string[]; to: 'shown' | 'hidden' };
type Command = { all: boolean } | Decision;

/** Signatures that one list holds at most. */
const mostListed = 200;

process.exitCode = await runCommand<Command>({
  usage,
  read([word, ...codes]) {
    if (word === undefined) return { all: false };
    if (word === 'all' && codes.length === 0) return { all: true };
    if ((word !== 'show' && word !== 'hide') || codes.length === 0) return null;
    return { codes, to: word === 'show' ? 'shown' : 'hidden' };
  },
  run: async (command, remote) => {
    const { keyring } = readKeys(remote);
    return withDatabase({ remote }, (db) =>
      'all' in command ? list({ db, keyring }, command.all) : decide({ db, keyring }, command),
    );
  },
});

type Given = Pick<Deps, 'db' | 'keyring'>;

async function list(given: Given, all: boolean): Promise<Result<string, string>> {
  const publicWords = await readPublicWords(given, { all, most: mostListed });
  const shared = await readSharedWords(given, all ? ['waiting', 'shown', 'hidden'] : ['waiting']);
  const lines = linesOfWords([
    ...publicWords.map(({ part, look, ...words }) => ({ ...words, kind: part, state: look })),
    ...shared.map((words) => ({ ...words, kind: 'answer' })),
  ]);
  const isCut = new Set(publicWords.map(({ code }) => code.slice(1))).size >= mostListed;
  return ok([...lines, ...(isCut ? ['There are more. Decide on these and list again.'] : [])].join('\n'));
}

async function decide(given: Given, { codes, to }: Decision): Promise<Result<string, string>> {
  const lines: string[] = [];
  for (const code of codes) {
    const decided = await (isPublicCode(code) ? lookAt(given, code, to) : moderate(given, code, to));
    if (!decided.ok) return err([...lines, refused(code, decided.error.reason)].join('\n'));
    lines.push(`${code} is ${to}`);
  }
  return ok(lines.join('\n'));
}

/** Codes of names and comments begin with a letter and have one character more than those of answers. */
function isPublicCode(code: string): boolean {
  return /^[nc].{10}$/.test(code);
}

function refused(code: string, reason: 'no-such-words' | 'not-one'): string {
  return reason === 'not-one'
    ? `${code} is the code of several.`
    : `There are no words with the code ${code}. Whoever changes their words changes the code: list them again.`;
}
