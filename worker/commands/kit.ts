import { resolve } from 'node:path';
import { openKit } from '../kits/open.ts';
import { checkKit, type Sections } from '../kits/parse.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { withDatabase } from './database.ts';
import { linesOf, readKitFile } from './kit-file.ts';
import { runCommand } from './run.ts';

const usage = `Opens a campaign from its file, or brings it up to the file.

  npm run kit -- check FILE
  npm run kit -- open FILE            in the database of npm start
  npm run kit -- open FILE --remote   in the database of production`;

type Command = { verb: 'check' | 'open'; file: string };

process.exitCode = await runCommand<Command>({
  usage,
  read([verb, file, ...more]) {
    if (!file || more.length > 0 || (verb !== 'check' && verb !== 'open')) return null;
    return { verb, file };
  },
  async run({ verb, file }, remote) {
    // npm runs scripts in the project's folder; the path was typed in INIT_CWD.
    const json = readKitFile(resolve(process.env.INIT_CWD ?? '', file));
    if (!json.ok) return err(json.error.join('\n'));
    // Loaded last, because it takes half a second.
    const { shippedHouse } = await import('../main/features.ts');
    const { kitSections } = shippedHouse;
    return verb === 'check' ? check(json.value, kitSections) : open(json.value, kitSections, remote);
  },
});

function check(json: unknown, sections: Sections): Result<string, string> {
  const kit = checkKit(json, sections);
  if (!kit.ok) return err(linesOf(kit.error).join('\n'));
  return ok(`campaign ${kit.value.campaign.slug}: the kit is right`);
}

async function open(json: unknown, sections: Sections, remote: boolean): Promise<Result<string, string>> {
  const opened = await withDatabase({ remote }, (db) => openKit(db, json, { sections, now: new Date() }));
  if (!opened.ok) return err([...linesOf(opened.error), 'Nothing was changed.'].join('\n'));
  const { changes, kept } = opened.value;
  return ok([...(changes.length > 0 ? changes : ['nothing changed']), ...kept].join('\n'));
}
