import { resolve } from 'node:path';
import { readAsItStands } from '../kits/as-it-stands.ts';
import { checkToOpen, type OpenOptions, openKit, tryToOpen } from '../kits/open.ts';
import { findCampaignBySlug } from '../kits/version-store.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { cardNotes } from './card-notes.ts';
import { hasDatabase, withDatabase } from './database.ts';
import { linesOf, readKitFile } from './kit-file.ts';
import { type Flags, runCommand } from './run.ts';
import { newKitFlags, writeNewKit } from './write-new-kit.ts';

const usage = `Opens a campaign from its file, or brings it up to the file.

  npm run kit -- new                  asks seven questions and writes a small kit
  npm run kit -- check FILE           and against the database of npm start, where there is one
  npm run kit -- open FILE            in the database of npm start
  npm run kit -- open FILE --remote   in the database of production
  npm run kit -- export SLUG          prints the campaign as it stands; > FILE keeps it, --remote from production
  --close-now                         although a last day has passed: what is open closes at once

Where nobody can be asked, new takes the answers from flags:
  ${newKitFlags.map((flag) => `--${flag}`).join(' ')}`;

type Command =
  | { verb: 'new'; flags: Flags }
  | { verb: 'export'; slug: string }
  | { verb: 'check' | 'open'; file: string; closeNow: boolean };

process.exitCode = await runCommand<Command>({
  usage,
  switches: ['close-now'],
  flags: newKitFlags,
  read([verb, file, ...more], switched, flags) {
    if (verb === 'new') return file === undefined && switched.size === 0 ? { verb, flags } : null;
    if (verb === 'export') {
      const isRight = file && more.length === 0 && switched.size === 0 && Object.keys(flags).length === 0;
      return isRight ? { verb, slug: file } : null;
    }
    if (Object.keys(flags).length > 0 || !file || more.length > 0 || (verb !== 'check' && verb !== 'open'))
      return null;
    return { verb, file, closeNow: switched.has('close-now') };
  },
  async run(command, remote) {
    if (command.verb === 'new') {
      const { shippedHouse } = await import('../main/features.ts');
      return writeNewKit(command.flags, shippedHouse.kitSections);
    }
    if (command.verb === 'export') return exportKit(command.slug, remote);
    const { verb, file, closeNow } = command;
    // npm runs scripts in the project's folder; the path was typed in INIT_CWD.
    const json = readKitFile(resolve(process.env.INIT_CWD ?? '', file));
    if (!json.ok) return err(json.error.join('\n'));
    // Loaded last, because it takes half a second.
    const { shippedHouse } = await import('../main/features.ts');
    const { kitSections } = shippedHouse;
    const options = { sections: kitSections, now: new Date(), closeNow };
    return verb === 'check' ? check(json.value, options) : open(json.value, options, remote);
  },
});

/** A kit that passes can be opened: if there is a database, the kit is also checked against its data. */
async function check(json: unknown, options: OpenOptions): Promise<Result<string, string>> {
  const kit = await (hasDatabase()
    ? withDatabase({ remote: false }, (db) => checkStored(db, json, options))
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

async function open(json: unknown, options: OpenOptions, remote: boolean): Promise<Result<string, string>> {
  const opened = await withDatabase({ remote }, (db) => openKit(db, json, options));
  if (!opened.ok) return err([...linesOf(opened.error), 'Nothing was changed.'].join('\n'));
  const { changes, kept } = opened.value;
  return ok([...(changes.length > 0 ? changes : ['nothing changed']), ...kept].join('\n'));
}

async function exportKit(slug: string, remote: boolean): Promise<Result<string, string>> {
  const { shippedHouse } = await import('../main/features.ts');
  return withDatabase({ remote }, async (db) => {
    const campaign = await findCampaignBySlug(db, slug);
    if (campaign === null) return err(`There is no campaign ${slug}.`);
    const kit = await readAsItStands(db, campaign, shippedHouse.kitSections);
    return kit
      ? ok(kit.text.trimEnd())
      : err(`${slug} was opened before its kit was kept: open its file once more.`);
  });
}
