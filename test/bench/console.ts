import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { findContext } from '../../worker/actions/context.ts';
import { readConfig } from '../../worker/commands/wrangler-config.ts';
import { type Crowded, crowdConsole } from '../support/console-crowd.ts';
import { frameOf, kindOf, rowsOf, type Visit, walkConsole } from '../support/console-walk.ts';
import { countingDb, type Read } from '../support/counting-db.ts';
import { openKit } from '../support/kits.ts';
import { organizerIn } from '../support/organizer.ts';
import { surveyKit } from '../support/surveys.ts';
import { bundleForNode } from './build.ts';
import { consoleWrites } from './console-writes.ts';
import { type Figure, figureOf } from './report.ts';
import type { Ground } from './run-figures.ts';
import { startServer } from './server.ts';
import { copyTemplate } from './template.ts';
import { createProgress, table, thousands } from './words.ts';

const day = 86_400_000;
/** One in so many waits for something. */
const often = 400;
const petitions = 30;

/**
 * Goes through every page of the console, every filter and search with so many signatures stored, and then strikes off
 * and takes back: how many rows each reads, and how many bytes each page has.
 */
export async function runConsole(ground: Ground): Promise<Figure[]> {
  const stateDir = join(ground.dir, 'console');
  copyTemplate(ground.template, stateDir, 0, () => {});
  const server = await startServer({ bundles: ground.bundles, stateDir, mail: false });
  const { consoleApp } = (await import(
    await bundleForNode('console-app.ts')
  )) as typeof import('./console-app.ts');
  const stored = ground.plan.sizes.at(-1) ?? 0;
  try {
    const { campaign, ...crowded } = await openCampaign(server.db);
    const reads: Read[] = [];
    const heard = () => reads.splice(0);
    const app = consoleApp(
      countingDb(server.db, (read) => void reads.push(read)),
      readConfig().vars,
    );
    const owner = await organizerIn(app as never, campaign, { role: 'owner', hasPasskey: true });
    await fill(server.db, { crowded, stored });
    const more = [`/log?kind=hide-words&actor=${owner.id}`];
    const walked = await walkConsole(owner, { campaign: campaign.slug, heard, more });
    const searches = [
      { by: 'address', email: 'ana@example.org' },
      { by: 'name', name: 'Ana Lopez', zip: '28202' },
    ];
    for (const fields of searches) {
      heard();
      const asked = await owner.post('/signature-search', fields);
      const answer = await owner.get(asked.headers.get('location') ?? '');
      const bytes = (await answer.text()).length;
      walked.push({ path: `/search-by-${fields.by}`, status: answer.status, bytes, reads: heard() });
    }
    return [
      ...told(walked, stored),
      ...(await consoleWrites(server.db, { campaign, main: crowded.main, stored })),
    ];
  } finally {
    await server.stop();
    rmSync(stateDir, { recursive: true });
  }
}

async function openCampaign(db: D1Database) {
  const kit = surveyKit({ petitions });
  const opened = await openKit(db, kit, new Date(Date.now() - 100 * day));
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const slugs = [...kit.petitions, ...kit.surveys].map(({ slug }) => slug);
  const contexts = await Promise.all(slugs.map((slug) => findContext(db, slug)));
  const ids = contexts.map((context) => context?.action.id ?? 0);
  const campaign = { id: contexts[0]?.campaign.id ?? 0, slug: contexts[0]?.campaign.slug ?? '' };
  return {
    campaign,
    campaignId: campaign.id,
    main: ids[0] ?? 0,
    others: ids.slice(1, -1),
    survey: ids.at(-1) ?? 0,
  };
}

async function fill(db: D1Database, { crowded, stored }: { crowded: Crowded; stored: number }) {
  const progress = createProgress();
  const part = { crowded, from: 1, until: stored + 1, now: new Date(), often };
  await crowdConsole(db, part, (n) => progress.say(`stored ${thousands(n)} of ${thousands(stored)}`));
  progress.end();
}

function told(visits: Visit[], stored: number): Figure[] {
  const refused = visits.filter(({ status }) => status >= 500);
  if (refused.length > 0)
    throw new Error(`these did not answer: ${refused.map(({ path }) => path).join(' ')}`);
  const frame = frameOf(visits);
  const menu = Math.max(...visits.map((visit) => rowsOf(visit) - rowsOf(visit, frame)));
  const rows = [...Map.groupBy(visits, ({ path }) => kindOf(path).replace(/^.*-campaign/, ''))].map(
    ([kind, those]) => {
      const most = (of: (visit: Visit) => number) => thousands(Math.max(...those.map(of)));
      return [kind, String(those.length), most((one) => rowsOf(one, frame)), most(({ bytes }) => bytes)];
    },
  );
  console.log(
    `\nThe console with ${thousands(stored)} signatures. The counts of its menu read ${menu} rows.\n`,
  );
  console.log(table(['page', 'asked', 'rows read', 'bytes'], rows));
  const own = visits.map((visit) => rowsOf(visit, frame));
  return [
    figureOf(`console/${stored} rows of a page`, 'rows read', { values: own }),
    figureOf(
      `console/${stored} most rows of a statement`,
      'rows read',
      { values: [Math.max(...visits.flatMap(({ reads }) => reads.map((read) => read.rows)))] },
      { of: 'median', is: 'at most', bound: 200 },
    ),
    figureOf(`console/${stored} counts of the menu`, 'rows read', { values: [menu] }),
  ];
}
