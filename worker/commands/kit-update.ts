import { createInterface } from 'node:readline/promises';
import { childWith, type Offer, offersOf, rewritten } from '../kits/extends/update-rules.ts';
import { type Change, changesOf, isGroup, type Json, pathText } from '../kits/json-rules.ts';
import { checkKit, type Sections } from '../kits/parse.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { lineChanges } from '../writing/diff-rules.ts';
import { laidOut } from '../writing/new-kit/new-kit.ts';
import { linesOf } from './kit-file.ts';
import { keepParents, readParentNow, readWholeKit, writeWhole } from './kit-parents.ts';

/** Whether to take an offer. Null: nothing is to be written. */
export type Decide = (offer: Offer, lines: string[]) => Promise<boolean | null>;

const staysAsItWas = 'The file stays as it was.';
const isStandingAlone = 'It is made of no other kit: it has no "extends".';

/** What a kit changes of its parent, and what the parent has changed since. */
export async function diffKit(path: string): Promise<Result<string, string>> {
  const whole = await readWholeKit(path);
  if (!whole.ok) return err(whole.error.join('\n'));
  const { parent, kit, notes } = whole.value;
  if (!parent) return err(isStandingAlone);
  const own = changesOf(parent.kit, kit).flatMap(linesOfChange);
  const now = await readParentNow(parent.from, path);
  const since = now.ok ? offersOf(parent, now.value, kit).flatMap(linesOfOffer) : now.error;
  return ok(
    [
      ...notes,
      own.length === 0 ? `It changes nothing of ${parent.from}.` : `What it changes of ${parent.from}:`,
      ...own,
      '',
      since.length === 0
        ? `${parent.from} has not changed since.`
        : `What ${parent.from} has changed since, which kit update asks about:`,
      ...since,
    ].join('\n'),
  );
}

/**
 * Asks about each change of the parent, and writes the file over the parent as it is now. Where anything is wrong, the
 * file stays as it was.
 */
export async function updateKit(
  path: string,
  { sections, decide }: { sections: Sections; decide: Decide },
): Promise<Result<string, string>> {
  const whole = await readWholeKit(path);
  if (!whole.ok) return err([...whole.error, staysAsItWas].join('\n'));
  const { parent, kit, json } = whole.value;
  if (!parent || !isGroup(json)) return err(isStandingAlone);
  const now = await readParentNow(parent.from, path);
  if (!now.ok) return err([...now.error, staysAsItWas].join('\n'));
  if (now.value.sha256 === parent.sha256) {
    keepParents(path, now.value.files);
    return ok(`${parent.from} has not changed.`);
  }
  const taken = await takenOf(offersOf(parent, now.value, kit), decide);
  if (taken === null) return ok(staysAsItWas);
  const child = childWith(kit, taken);
  const problems = isWhole(child) ? checkKit(child, sections) : ok(null);
  if (!problems.ok) {
    return err(['With these changes:', ...linesOf(problems.error), staysAsItWas].join('\n'));
  }
  const { sha256, files } = now.value;
  // Whenever this stops, the copies of what the file is made of are there.
  keepParents(path, new Map([...whole.value.parents, ...files]));
  writeWhole(path, `${laidOut(rewritten(json, { parent: now.value.kit, child, sha256 }))}\n`);
  keepParents(path, files);
  const unlocked = parent.locks.filter((lock) => !now.value.locks.includes(lock));
  return ok(
    [
      ...taken
        .filter(({ state }) => state === 'locked')
        .map(({ path: at }) => `${at}: locked, so it was taken`),
      ...unlocked.map((lock) => `${lock}: is no longer locked`),
      `${path} is made of ${parent.from} as it is now. Changes taken: ${taken.length}.`,
    ].join('\n'),
  );
}

async function takenOf(offers: readonly Offer[], decide: Decide): Promise<Offer[] | null> {
  const taken: Offer[] = [];
  for (const offer of offers) {
    if (offer.state === 'taken' || offer.state === 'gone') continue;
    const decision = offer.state === 'locked' || (await decide(offer, linesOfOffer(offer)));
    if (decision === null) return null;
    if (decision) taken.push(offer);
  }
  return taken;
}

/** A template lacks a city, and is not a kit that could be opened. */
function isWhole(kit: Json): boolean {
  return isGroup(kit) && ['kit', 'city', 'council', 'campaign'].every((key) => Object.hasOwn(kit, key));
}

/** Asks on the terminal. */
export function askOnTerminal(): { decide: Decide; end: () => void } {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const stopped = new AbortController();
  terminal.once('close', () => stopped.abort());
  const said = async (): Promise<string> => {
    try {
      return await terminal.question('  take it? yes, no, or stop: ', { signal: stopped.signal });
    } catch (error) {
      if (!stopped.signal.aborted) throw error;
      return 'stop';
    }
  };
  return {
    end: () => terminal.close(),
    async decide(_, lines) {
      console.log(lines.join('\n'));
      for (;;) {
        const answer = (await said()).trim().toLowerCase();
        if (answer === 'yes' || answer === 'y') return true;
        if (answer === 'no' || answer === 'n') return false;
        if (answer === 'stop') return null;
      }
    },
  };
}

/** Takes what contradicts nothing of the kit's own, and tells the rest. */
export const takeWhatIsOpen: Decide = async ({ state }, lines) => {
  if (state === 'changed') console.log(['Kept as it is here:', ...lines].join('\n'));
  return state === 'open';
};

function linesOfChange({ path, before, after, isOrder }: Change): string[] {
  const at = pathText(path);
  if (isOrder) return [`  ${at}: in another order`];
  if (before === undefined) return [`  ${at}: added ${shown(after)}`];
  if (after === undefined) return [`  ${at}: taken out, was ${shown(before)}`];
  const isShort = [before, after].every((value) => JSON.stringify(value).length <= longest);
  if (isShort) return [`  ${at}: ${shown(before)}`, `    now ${shown(after)}`];
  return [`  ${at}: - before, + now`, ...differences(before, after)];
}

function linesOfOffer({ change, state, own }: Offer): string[] {
  const lines = linesOfChange(change);
  if (state === 'locked') return [...lines, '    locked: it is taken'];
  if (state === 'changed') {
    if (own === undefined) return [...lines, '    here it is taken out'];
    const isShort = JSON.stringify(own).length <= longest || change.after === undefined;
    return isShort
      ? [...lines, `    here it is ${shown(own)}`]
      : [...lines, '    + here, beside what it is there now:', ...differences(change.after ?? null, own)];
  }
  if (state === 'gone') return [...lines, '    what it stands in is taken out here'];
  return state === 'taken' ? [...lines, '    here it is so already'] : lines;
}

const longest = 160;
const mostLines = 60;

/** The lines of a long value that go and those that come, each whole: what is decided on has to be seen. */
function differences(before: Json, after: Json): string[] {
  const [old, now] = [before, after].map((value) =>
    (typeof value === 'string' ? value : JSON.stringify(value, null, 2)).split('\n'),
  );
  const lines = lineChanges(old ?? [], now ?? [])
    .filter(({ kind }) => kind !== 'same')
    .map(({ kind, text }) => `    ${kind === 'out' ? '-' : '+'} ${text}`);
  const more = lines.length - mostLines;
  return more > 0 ? [...lines.slice(0, mostLines), `    and ${more} more lines`] : lines;
}

function shown(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
