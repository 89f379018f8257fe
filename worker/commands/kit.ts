import { resolve } from 'node:path';
import { readAsItStands } from '../kits/as-it-stands.ts';
import { wholeKit } from '../kits/extends/resolve.ts';
import { type Json, valueAt } from '../kits/json-rules.ts';
import { checkToOpen, type OpenOptions, openKit, tryToOpen } from '../kits/open.ts';
import { findCampaignBySlug } from '../kits/version-store.ts';
import { hasOwner } from '../organize/people-store.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { pause } from '../platform/time/pause.ts';
import { laidOut } from '../writing/new-kit/new-kit.ts';
import { cardNotes } from './card-notes.ts';
import { hasDatabase, withDatabase } from './database.ts';
import { linesOf } from './kit-file.ts';
import { readWholeKit } from './kit-parents.ts';
import { askOnTerminal, diffKit, takeWhatIsOpen, updateKit } from './kit-update.ts';
import { type Flags, runCommand } from './run.ts';
import { readRemoteConfig } from './wrangler-config.ts';
import { newKitFlags, writeNewKit } from './write-new-kit.ts';

const named = (flags: readonly string[]) => flags.map((flag) => `--${flag}`).join(' ');

const usage = `Opens a campaign from its file, or brings it up to the file.

  npm run kit -- new                  asks who decides where you live, and writes a small kit
  npm run kit -- check FILE           and against the database of npm start, where there is one
  npm run kit -- open FILE            in the database of npm start
  npm run kit -- open FILE --remote   in the database of production
  npm run kit -- whole FILE           prints the whole kit that a file makes of the one that it extends
  npm run kit -- diff FILE            what a kit that "extends" another changes of it, and what that has changed since
  npm run kit -- update FILE          asks about each change of the other kit; --take takes all that contradict nothing
  npm run kit -- export SLUG          prints the campaign as it stands; > FILE keeps it, --remote from production
  --close-now                         although a last day has passed: what is open closes at once

Where nobody can be asked, new takes the answers from flags. What it starts from: --from template (the usual),
--from nothing (a campaign of your own), or the file or https address of another kit.
  of a city   ${named(newKitFlags.ofCity)}
  of nothing  ${named(newKitFlags.own)}`;

const forms = [
  { verb: 'new', switches: [] },
  { verb: 'check', switches: ['close-now'] },
  { verb: 'open', switches: ['close-now'] },
  { verb: 'whole', switches: [] },
  { verb: 'diff', switches: [] },
  { verb: 'update', switches: ['take'] },
  { verb: 'export', switches: [] },
] as const satisfies { verb: string; switches: readonly string[] }[];

const triesAtMost = 5;

type OfFile = Exclude<(typeof forms)[number]['verb'], 'new'>;
type Command =
  | { verb: 'new'; flags: Flags }
  | { verb: OfFile; file: string; isOn: (name: 'close-now' | 'take') => boolean };

process.exitCode = await runCommand<Command>({
  usage,
  switches: ['close-now', 'take'],
  flags: newKitFlags.all,
  read(words, switched, flags) {
    const [verb, file] = words;
    const form = forms.find((one) => one.verb === verb);
    if (!form || words.length !== (form.verb === 'new' ? 1 : 2)) return null;
    if (![...switched].every((name) => name === 'remote' || form.switches.some((one) => one === name)))
      return null;
    if (form.verb === 'new') return { verb: 'new', flags };
    if (!file || Object.keys(flags).length > 0) return null;
    return { verb: form.verb, file, isOn: (name) => switched.has(name) };
  },
  async run(command, remote) {
    if (command.verb === 'new') {
      const { shippedHouse } = await import('../main/features.ts');
      return writeNewKit(command.flags, await shippedHouse.kitSections());
    }
    const { verb, file, isOn } = command;
    if (verb === 'export') return exportKit(file, remote);
    // npm runs scripts in the project's folder; the path was typed in INIT_CWD.
    const path = resolve(process.env.INIT_CWD ?? '', file);
    if (verb === 'diff') return diffKit(path);
    if (verb === 'update') return update(path, isOn('take'));
    const whole = await readWholeKit(path);
    if (!whole.ok) return err(whole.error.join('\n'));
    for (const note of whole.value.notes) console.error(note);
    const json = wholeKit(whole.value);
    if (verb === 'whole') return ok(laidOut(json));
    // Loaded last, because it takes half a second.
    const { shippedHouse } = await import('../main/features.ts');
    const sections = await shippedHouse.kitSections();
    const { parent } = whole.value;
    const options = { sections, now: new Date(), closeNow: isOn('close-now'), parent };
    return verb === 'check' ? check(json, options) : open(json, options, remote);
  },
});

/** A kit that passes can be opened: if there is a database, the kit is also checked against its data. */
async function check(json: unknown, options: OpenOptions): Promise<Result<string, string>> {
  const kit = await (hasDatabase()
    ? withDatabase({ remote: false }, (db) => whenFree(() => checkStored(db, json, options)))
    : checkToOpen(null, json, options));
  if (!kit.ok) return err(linesOf(kit.error).join('\n'));
  return ok([...cardNotes(json), `campaign ${kit.value.campaign.slug}: the kit is right`].join('\n'));
}

async function checkStored(db: D1Database, json: unknown, options: OpenOptions) {
  const tables = await db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'actions'").first();
  if (!tables) return checkToOpen(null, json, options);
  const checked = await checkToOpen(db, json, options);
  return checked.ok ? tryToOpen(db, checked.value, options) : checked;
}

/** A running server can write to the same file just then. What was tried has been taken back, so it is tried again. */
async function whenFree<Value>(act: () => Promise<Value>, tries = 1): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    const isTaken = /SQLITE_BUSY|database is locked|internal error/.test(String(error));
    if (!isTaken || tries === triesAtMost) throw error;
    await pause(200 * tries);
    return whenFree(act, tries + 1);
  }
}

async function open(json: unknown, options: OpenOptions, remote: boolean): Promise<Result<string, string>> {
  const { opened, slug } = await withDatabase({ remote }, async (db) => {
    const opened = await openKit(db, json, options);
    return { opened, slug: opened.ok ? await ownerless(db, json) : null };
  });
  if (!opened.ok) return err([...linesOf(opened.error), 'Nothing was changed.'].join('\n'));
  const { changes, kept } = opened.value;
  return ok(
    [
      ...(changes.length > 0 ? changes : ['nothing changed']),
      ...kept,
      ...(slug === null ? [] : [`Nobody can write it in the console yet: ${invitation(slug, remote)}`]),
    ].join('\n'),
  );
}

function invitation(slug: string, remote: boolean): string {
  const where = remote ? ` --deployment ${readRemoteConfig().environment}` : '';
  return `npm run organizers -- invite EMAIL --role owner --campaign ${slug}${where}`;
}

/** The name of the campaign where it has no owner. */
async function ownerless(db: D1Database, json: unknown): Promise<string | null> {
  const slug = String(valueAt(json as Json, ['campaign', 'slug']));
  const id = await findCampaignBySlug(db, slug);
  return id === null || (await hasOwner(db, id)) ? null : slug;
}

async function update(path: string, takes: boolean): Promise<Result<string, string>> {
  const { shippedHouse } = await import('../main/features.ts');
  const sections = await shippedHouse.kitSections();
  if (takes) return updateKit(path, { sections, decide: takeWhatIsOpen });
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    return err(
      'Nobody can be asked here. --take takes what contradicts nothing of the kit. Nothing was changed.',
    );
  }
  const { decide, end } = askOnTerminal();
  try {
    return await updateKit(path, { sections, decide });
  } finally {
    end();
  }
}

async function exportKit(slug: string, remote: boolean): Promise<Result<string, string>> {
  const { shippedHouse } = await import('../main/features.ts');
  return withDatabase({ remote }, async (db) => {
    const campaign = await findCampaignBySlug(db, slug);
    if (campaign === null) return err(`There is no campaign ${slug}.`);
    const kit = await readAsItStands(db, campaign, await shippedHouse.kitSections());
    return kit
      ? ok(kit.text.trimEnd())
      : err(`${slug} was opened before its kit was kept: open its file once more.`);
  });
}
