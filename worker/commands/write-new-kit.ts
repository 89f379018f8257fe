import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { checkKit, type Sections } from '../kits/parse.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { kitOf, moreFlags, questions } from '../writing/new-kit/ask-new-kit.ts';
import { laidOut, newKit, slugOf } from '../writing/new-kit/new-kit.ts';
import { linesOf } from './kit-file.ts';
import type { Flags } from './run.ts';

export const newKitFlags = [...questions.map(({ flag }) => flag), ...moreFlags];

/** Writes a small kit by what the flags say. On a terminal it asks for what they leave out. */
export async function writeNewKit(flags: Flags, sections: Sections): Promise<Result<string, string>> {
  const isTerminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
  const answers = isTerminal ? await askFor(flags) : flags;
  const given = kitOf(answers, new Date());
  if (!given.ok) {
    return err([...given.error, 'Nothing was written. On a terminal, kit new asks for these.'].join('\n'));
  }
  const kit = newKit(given.value);
  const checked = checkKit(kit, sections);
  if (!checked.ok) return err([...linesOf(checked.error), 'Nothing was written.'].join('\n'));
  const file = answers.file ?? `${slugOf(given.value.name)}.json`;
  // npm runs scripts in the project's folder; the path was typed in INIT_CWD.
  const path = resolve(process.env.INIT_CWD ?? '', file);
  if (existsSync(path)) return err(`${file} is there already. Give the kit another name with --file.`);
  const text = `${laidOut(kit)}\n`;
  // Fails where somebody else was faster.
  writeFileSync(path, text, { flag: 'wx' });
  return ok(whatNext(file, text.split('\n').length - 1, given.value.closesOn));
}

async function askFor(flags: Flags): Promise<Flags> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answers = { ...flags };
  try {
    for (const { flag, ask, example, problem } of questions) {
      while (problem((answers[flag] ?? '').trim()) !== null) {
        const wrong = answers[flag] === undefined ? null : problem(answers[flag].trim());
        if (wrong !== null) console.log(`  It ${wrong}.`);
        answers[flag] = await terminal.question(`${ask}, such as "${example}": `);
      }
    }
  } finally {
    terminal.close();
  }
  return answers;
}

function whatNext(file: string, lines: number, closesOn: string): string {
  return `${file} is written: ${lines} lines, ready to open. People can sign until ${closesOn}.

  npm run kit -- open ${file}     opens it in the database of npm start
  npm run kit -- check ${file}    after you have changed it

What to change next: docs/campaigns.md, "Your first campaign".`;
}
