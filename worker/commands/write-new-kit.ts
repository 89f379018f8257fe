import { existsSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { resolveKit, shippedTemplate, wholeKit } from '../kits/extends/resolve.ts';
import type { Json } from '../kits/json-rules.ts';
import { checkKit, type Sections } from '../kits/parse.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { cityOf, cityQuestions, moreCityFlags } from '../writing/new-city/ask-city.ts';
import { cityKit } from '../writing/new-city/city-kit.ts';
import { type LeftOver, leftOver } from '../writing/new-city/left-over.ts';
import { kitOf, moreFlags, type Question, questions } from '../writing/new-kit/ask-new-kit.ts';
import { laidOut, newKit, slugOf } from '../writing/new-kit/new-kit.ts';
import { askOnTerminal } from './ask-on-terminal.ts';
import { mapFlags, readMaps } from './city-maps.ts';
import { linesOf } from './kit-file.ts';
import { isAddress, keepParents, readParentNow } from './kit-parents.ts';
import type { Flags } from './run.ts';

const own = [...questions.map(({ flag }) => flag), ...moreFlags];
const ofCity = [...cityQuestions.map(({ flag }) => flag), ...moreCityFlags, 'file', ...mapFlags];
export const newKitFlags = { own, ofCity, all: [...new Set(['from', ...own, ...ofCity])] };

const scratch = 'nothing';
const nothingWritten = 'Nothing was written.';

const start: Question = {
  flag: 'from',
  ask: `Start from
  ${shippedTemplate}: the campaign "Arrest the Trafficker, Not the Trafficked", for your city or county
  ${scratch}: a campaign of your own, with one petition
  the file or the https address of another city's kit
Which`,
  example: shippedTemplate,
  problem: (answer) => (answer === '' ? 'needs an answer' : null),
  usual: () => shippedTemplate,
};

/** Writes a small kit by what the flags say. On a terminal it asks for what they leave out. */
export async function writeNewKit(flags: Flags, sections: Sections): Promise<Result<string, string>> {
  const isTerminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
  const chosen = isTerminal ? await askOnTerminal([start], flags) : flags;
  if (chosen === null) return err(nothingWritten);
  const from = (chosen.from ?? '').trim() || shippedTemplate;
  const asked = from === scratch ? questions : cityQuestions;
  const known = from === scratch ? own : ofCity;
  const odd = Object.keys(chosen).filter((flag) => flag !== 'from' && !known.includes(flag));
  if (odd.length > 0) return err(notAsked(odd, from));
  const answers = isTerminal ? await askOnTerminal(withoutMapped(asked, chosen), chosen) : chosen;
  if (answers === null) return err(nothingWritten);
  return from === scratch ? writeOwn(answers, sections) : writeCity(answers, { from, sections });
}

function notAsked(odd: string[], from: string): string {
  const flags = odd.map((flag) => `--${flag}`).join(', ');
  return from === scratch
    ? `${flags}: only a kit that starts from another one asks for this. ${nothingWritten}`
    : `${flags}: the kit that it starts from has this. For a campaign of your own: --from ${scratch}. ${nothingWritten}`;
}

/** A map says where the ZIP codes are. */
function withoutMapped(asked: readonly Question[], flags: Flags): readonly Question[] {
  return flags['zips-map'] === undefined ? asked : asked.filter(({ flag }) => flag !== 'zips');
}

function writeOwn(answers: Flags, sections: Sections): Result<string, string> {
  const given = kitOf(answers, new Date());
  if (!given.ok) return err(wrongAnswers(given.error));
  const kit = newKit(given.value);
  const checked = checkKit(kit, sections);
  if (!checked.ok) return err([...linesOf(checked.error), nothingWritten].join('\n'));
  return write(kit, placeOf(answers.file, given.value.name), {
    next: `People can sign until ${given.value.closesOn}.`,
    more: 'What to change next: docs/campaigns.md, "Your first campaign".',
  });
}

async function writeCity(
  answers: Flags,
  { from, sections }: { from: string; sections: Sections },
): Promise<Result<string, string>> {
  const maps = await readMaps(answers);
  if (!maps.ok) return err([maps.error, nothingWritten].join('\n'));
  const given = cityOf(answers, { now: new Date(), ...(maps.value && { zips: maps.value.zips }) });
  if (!given.ok) return err(wrongAnswers(given.error));
  const place = placeOf(answers.file, given.value.city);
  const parent = await readParentNow(fromSeen(from, place.path), place.path);
  if (!parent.ok) return err([...parent.error, startsFromNothing(from), nothingWritten].join('\n'));
  const { kit, sha256, files } = parent.value;
  const file = cityKit(given.value, { kit, from: fromSeen(from, place.path), sha256 });
  const whole = await resolveKit({ json: file, at: place.path }, async ({ sha256: wanted }) => {
    return ok({ json: files.get(wanted) ?? null, at: wanted });
  });
  if (!whole.ok) return err([...linesOf(whole.error), nothingWritten].join('\n'));
  const checked = checkKit(wholeKit(whole.value), sections, new Date());
  if (!checked.ok) return err([...linesOf(checked.error), nothingWritten].join('\n'));
  return write(file, place, {
    kept: files,
    look: toldOfRest(leftOver(wholeKit(whole.value), kit)),
    next: `People can sign until ${given.value.closesOn}.${toldOfZips(given.value.zips)}`,
    more: 'What it says of its own and how it keeps up with the other kit: docs/replicating.md.',
  });
}

const mostPlaces = 12;

/** What has to be changed by hand. */
function toldOfRest({ city, texts, shares }: LeftOver): string[] {
  const more = texts.length > mostPlaces ? ` and ${texts.length - mostPlaces} more` : '';
  const places = texts.slice(0, mostPlaces).join(', ');
  return [
    ...(texts.length > 0
      ? [`Texts that name ${city}, to be changed before it is opened: ${places}${more}`]
      : []),
    ...shares.map(
      (path) => `${path}: what each line gets today is an example. Put in the shares of your budget.`,
    ),
  ];
}

function startsFromNothing(from: string): string {
  return `--from must be ${shippedTemplate}, ${scratch}, or the file or https address of a kit. It is "${from}".`;
}

function toldOfZips(zips: Record<string, Record<string, number>>): string {
  const isAsked = Object.values(zips).some((shares) => Object.keys(shares).length === 0);
  return isAsked ? ' They are asked for their district, because no map has measured the ZIP areas.' : '';
}

function wrongAnswers(problems: string[]): string {
  return [...problems, `${nothingWritten} On a terminal, kit new asks for these.`].join('\n');
}

type Place = { file: string; path: string };

/** npm runs scripts in the project's folder; the path was typed in INIT_CWD. */
const typedIn = () => process.env.INIT_CWD ?? '';

function placeOf(named: string | undefined, name: string): Place {
  const file = named?.trim() || `${slugOf(name)}.json`;
  return { file, path: resolve(typedIn(), file) };
}

/** A file as the new one will find it. */
function fromSeen(from: string, child: string): string {
  if (from === shippedTemplate || isAddress(from)) return from;
  return relative(dirname(child), resolve(typedIn(), from)).replaceAll('\\', '/');
}

type Written = { next: string; more: string; look?: string[]; kept?: ReadonlyMap<string, Json> };

function write(
  kit: object,
  { file, path }: Place,
  { next, more, look = [], kept }: Written,
): Result<string, string> {
  if (existsSync(path)) return err(`${file} is there already. Give the kit another name with --file.`);
  const text = `${laidOut(kit)}\n`;
  // Fails where somebody else was faster.
  writeFileSync(path, text, { flag: 'wx' });
  if (kept) keepParents(path, kept);
  return ok(`${file} is written: ${text.split('\n').length - 1} lines, ready to open. ${next}

  npm run kit -- open ${file}     opens it in the database of npm start
  npm run kit -- check ${file}    after you have changed it

${[...look, more].join('\n\n')}`);
}
