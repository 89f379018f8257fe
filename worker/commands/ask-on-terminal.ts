import { createInterface } from 'node:readline/promises';
import type { Question } from '../writing/new-kit/ask-new-kit.ts';
import type { Flags } from './run.ts';

/** The flags with answers to what they leave out. Null if whoever was asked has stopped it by Ctrl+C or Ctrl+D. */
export async function askOnTerminal(questions: readonly Question[], flags: Flags): Promise<Flags | null> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const stopped = new AbortController();
  terminal.once('close', () => stopped.abort());
  const answers = { ...flags };
  try {
    for (const question of questions) {
      if (question.isAsked && !question.isAsked(answers)) continue;
      answers[question.flag] = await answerTo(question, answers, (text) =>
        terminal.question(text, { signal: stopped.signal }),
      );
    }
    return answers;
  } catch (error) {
    if (!stopped.signal.aborted) throw error;
    console.log();
    return null;
  } finally {
    terminal.close();
  }
}

async function answerTo(
  question: Question,
  answers: Flags,
  say: (text: string) => Promise<string>,
): Promise<string> {
  const means = question.usual?.(answers);
  for (
    let given = answers[question.flag];
    ;
    given = await say(`${question.ask} (${hintOf(question, means)}): `)
  ) {
    if (given === undefined) continue;
    const meant = given.trim() || (means ?? '');
    const wrong = meant === '' && means === '' ? null : question.problem(meant);
    if (wrong === null) return meant;
    console.log(`  It ${wrong}.`);
  }
}

function hintOf({ example }: Question, means: string | undefined): string {
  if (means === undefined) return `such as "${example}"`;
  const empty = means === '' ? 'Enter for none' : `Enter for "${means}"`;
  return means === example ? empty : `such as "${example}"; ${empty}`;
}
