import { formatShortInstant } from '../../web/language.ts';
import { changesOf, type Json } from '../kits/json-rules.ts';
import type { Sections } from '../kits/parse.ts';
import { findKitVersion, type KitVersion, listKitVersions } from '../kits/version-store.ts';
import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { changesByField, rowsIn } from './change-rows.ts';
import { restoreVersion } from './decide-draft.ts';
import { pagesOf } from './form-places.ts';
import { download } from './kit-routes.tsx';
import { nameOf } from './overview.ts';
import { HistoryPage, VersionPage, type VersionRow } from './pages/history-page.tsx';

const shownAtOnce = 25;
const mostChanges = 200;

export function historyRoutes(console: ConsoleRouter, sections: Sections): void {
  console.get('/write/history', 'write', list);
  console.get('/write/history/:number', 'write', (c) => one(c, { sections }));
  console.get('/write/history/:number/file', 'write', file);
  console.post('/write/history/:number/restore', 'write', (c) => restore(c, sections));
}

async function list(c: ConsoleContext) {
  const { deps, campaign } = c.var;
  const below = numberOf(c.req.query('below'));
  const found = await listKitVersions(deps.db, campaign.id, { below, most: shownAtOnce + 1 });
  const rows = await Promise.all(found.slice(0, shownAtOnce).map((version) => shown(c, version)));
  const here = consolePath(campaign, '/write/history');
  const last = rows.at(-1);
  return c.html(
    <HistoryPage
      frame={await consoleFrame(c)}
      rows={rows}
      next={found.length > shownAtOnce && last ? `${here}?below=${last.number}` : null}
      first={below === null ? null : here}
    />,
  );
}

function numberOf(typed: string | undefined): number | null {
  return typed !== undefined && /^\d{1,9}$/.test(typed) ? Number(typed) : null;
}

async function shown(c: ConsoleContext, { number, at, actor, note, hash }: KitVersion): Promise<VersionRow> {
  const { campaign, language } = c.var;
  const when = formatShortInstant(at, campaign.timeZone, language);
  return { number, when, who: await nameOf(c, actor), note, hash };
}

async function versionOf(c: ConsoleContext) {
  const number = numberOf(c.req.param('number'));
  return number === null ? null : findKitVersion(c.var.deps.db, c.var.campaign.id, number);
}

async function one(
  c: ConsoleContext,
  { sections, isLate = false }: { sections: Sections; isLate?: boolean },
) {
  const { deps, campaign, language } = c.var;
  const version = await versionOf(c);
  if (!version) return refuse(c, 'not-found');
  const { number } = version;
  const asked = numberOf(c.req.query('against')) ?? number - 1;
  const other = asked > 0 && asked !== number ? await findKitVersion(deps.db, campaign.id, asked) : null;
  const [before, after]: [Json, Json] = [JSON.parse(other?.kit ?? version.kit), JSON.parse(version.kit)];
  const pages = await pagesOf(sections);
  const changes = changesByField(changesOf(before, after), { before, after, pages }).slice(0, mostChanges);
  const around = await listKitVersions(deps.db, campaign.id, { below: null, most: 100 });
  const page = (
    <VersionPage
      frame={await consoleFrame(c)}
      version={await shown(c, version)}
      against={other?.number ?? null}
      rows={rowsIn(changes, { before, after, pages, language })}
      others={around.flatMap((one) => (one.number === number ? [] : [one.number]))}
      isLate={isLate}
    />
  );
  return c.html(page, isLate ? 409 : 200);
}

async function file(c: ConsoleContext) {
  const version = await versionOf(c);
  if (!version) return refuse(c, 'not-found');
  return download(c, version.kit, `${c.var.campaign.slug}-${version.number}`);
}

async function restore(c: ConsoleContext, sections: Sections) {
  const { deps, campaign, organizer, now } = c.var;
  const version = await versionOf(c);
  if (!version) return refuse(c, 'not-found');
  const { number } = version;
  const done = await restoreVersion(deps, { campaign, number, actor: organizer.id, now, sections });
  if (!done.ok) return one(c, { sections, isLate: true });
  const path = consolePath(campaign, '/write');
  return c.redirect(done.value.act ? withDone(path, done.value.act) : path, 303);
}
