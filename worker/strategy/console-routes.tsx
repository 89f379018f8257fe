import type { ConsoleContext, ConsoleRouter } from '../organize/console-section.ts';
import { consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, runQuery } from '../platform/query.ts';
import { byOf, propsOf, todayOf } from './context.ts';
import { evidenceQuery, findEvidence } from './evidence-store.ts';
import {
  editPage,
  evidencePage,
  newPage,
  saveEdit,
  saveEvidence,
  saveNew,
  saveTie,
  tiePage,
} from './form-routes.tsx';
import { placesOf } from './map-layout.ts';
import { GridPage } from './pages/grid-page.tsx';
import { ListPage } from './pages/list-page.tsx';
import { MapPage } from './pages/map-page.tsx';
import { StakeholderPage } from './pages/stakeholder-page.tsx';
import { roadPage } from './road-routes.tsx';
import { asLook, asSorted, drawn, fadesBefore, keepOf, keyOf, type Stakeholder } from './rules.ts';
import { findStakeholder, namesQuery, stakeholdersQuery, startingQuery } from './store.ts';
import { takeStrategy } from './take.ts';
import { findTie, tiesAmongQuery, tiesAtQuery } from './tie-store.ts';
import { changeStakeholder, removeTie, takeBackEvidence } from './write.ts';

const perPage = 50;
const evidencePerPage = 25;
const tiesShown = 100;

export function strategyRoutes(console: ConsoleRouter): void {
  const [look, write] = ['look-at-strategy', 'write-strategy'];
  console.get('/strategy', look, listPage);
  console.get('/power-map', look, mapPage);
  console.get('/power-grid', look, gridPage);
  console.get('/road', look, roadPage);
  console.post('/strategy-file', 'take-strategy', takeFile);
  console.get('/new-stakeholder', write, newPage);
  console.post('/new-stakeholder', write, saveNew);
  console.get('/stakeholders/:stakeholder', look, (c) => stakeholderPage(c));
  console.get('/stakeholders/:stakeholder/edit', write, editPage);
  console.post('/stakeholders/:stakeholder/edit', write, saveEdit);
  console.post('/stakeholders/:stakeholder/remove', write, remove);
  console.get('/stakeholders/:stakeholder/evidence', write, evidencePage);
  console.post('/stakeholders/:stakeholder/evidence', write, saveEvidence);
  console.get('/stakeholders/:stakeholder/tie', write, tiePage);
  console.post('/stakeholders/:stakeholder/tie', write, saveTie);
  console.post('/stakeholder-evidence/:evidence/back', write, backEvidence);
  console.post('/stakeholder-ties/:tie/remove', write, dropTie);
}

async function listPage(c: ConsoleContext) {
  const { deps, campaign } = c.var;
  const look = asLook(c.req.query('look'));
  const name = (c.req.query('name') ?? '').trim().slice(0, 80);
  const given = c.req.query('after') ?? '';
  const after = given === '' ? null : await findStakeholder(deps.db, campaign.id, given);
  const keep = keepOf(look);
  const asked = {
    ...{ campaignId: campaign.id, keep, most: perPage, since: fadesBefore(todayOf(c)) },
    after: after && { id: after.id, key: keyOf(after, keep) },
  };
  const [props, page] = await Promise.all([
    propsOf(c),
    name === ''
      ? runQuery(deps.db, stakeholdersQuery(deps.db, asked))
      : runQuery(
          deps.db,
          startingQuery(deps.db, { campaignId: campaign.id, name: asSorted(name), most: perPage }),
        ).then((rows) => ({ rows, next: null })),
  ]);
  const at = (query: string) => consolePath(campaign, `/strategy?look=${look}${query}`);
  return c.html(
    <ListPage
      {...props}
      look={look}
      name={name}
      rows={page.rows}
      pager={{ next: page.next && at(`&after=${page.next}`), first: after && at('') }}
      mayTake={c.var.may('take-strategy')}
    />,
  );
}

/** Those that a picture shows, in the order of their numbers. */
function drawnQuery(c: ConsoleContext) {
  const { deps, campaign } = c.var;
  const asked = { campaignId: campaign.id, keep: keepOf('influence'), after: null, most: drawn.stakeholders };
  return stakeholdersQuery(deps.db, { ...asked, since: fadesBefore(todayOf(c)) });
}

async function mapPage(c: ConsoleContext) {
  const { db } = c.var.deps;
  const [props, { rows: stakeholders, next }] = await Promise.all([propsOf(c), runQuery(db, drawnQuery(c))]);
  const ids = stakeholders.map(({ id }) => id);
  const found = await runQuery(db, tiesAmongQuery(db, { ids, most: drawn.ties + 1 }));
  const ties = found.slice(0, drawn.ties);
  return c.html(
    <MapPage
      {...props}
      stakeholders={stakeholders}
      ties={ties}
      places={placesOf(stakeholders, ties)}
      isPart={next !== null}
      isPartOfTies={found.length > drawn.ties}
    />,
  );
}

async function gridPage(c: ConsoleContext) {
  const [props, { rows, next }] = await Promise.all([propsOf(c), runQuery(c.var.deps.db, drawnQuery(c))]);
  return c.html(<GridPage {...props} stakeholders={rows} isPart={next !== null} />);
}

async function stakeholderPage(c: ConsoleContext, isChanged = false) {
  const { deps, campaign, language } = c.var;
  const { db } = deps;
  const one = await findStakeholder(db, campaign.id, c.req.param('stakeholder') ?? '');
  if (!one) return refuse(c, 'not-found');
  const given = c.req.query('after') ?? '';
  const found = given === '' ? null : await findEvidence(db, campaign.id, given);
  const after = found?.stakeholderId === one.id ? found : null;
  const [props, { page, ties }] = await Promise.all([
    propsOf(c),
    runQuery(
      db,
      joinQueries({
        page: evidenceQuery(db, { stakeholderId: one.id, after, most: evidencePerPage }),
        ties: tiesAtQuery(db, { ids: [one.id], most: tiesShown }),
      }),
    ),
  ]);
  const ids = [...new Set(ties.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const names = await runQuery(db, namesQuery(db, { campaignId: campaign.id, ids }));
  const nameOf = (id: string) => names.get(id)?.[language] ?? '';
  const at = consolePath(campaign, `/stakeholders/${one.id}`);
  return c.html(
    <StakeholderPage
      {...props}
      one={one}
      evidence={page.rows}
      pager={{ next: page.next && `${at}?after=${page.next}`, first: after && at }}
      ties={ties.map((tie) => ({ ...tie, from: nameOf(tie.fromId), to: nameOf(tie.toId) }))}
      isChanged={isChanged}
    />,
    isChanged ? 409 : 200,
  );
}

const pathOf = (c: ConsoleContext, { id }: Pick<Stakeholder, 'id'>) =>
  consolePath(c.var.campaign, `/stakeholders/${id}`);

async function remove(c: ConsoleContext) {
  const { deps, campaign, form } = c.var;
  const one = await findStakeholder(deps.db, campaign.id, c.req.param('stakeholder') ?? '');
  if (!one) return refuse(c, 'not-found');
  if (one.state === 'gone' || form.values.seen !== one.changeId) return stakeholderPage(c, true);
  const done = await changeStakeholder(deps, { ...byOf(c), stakeholder: one, state: 'gone' });
  if (!done.ok) return stakeholderPage(c, true);
  return c.redirect(withDone(consolePath(campaign, '/strategy'), done.value.id), 303);
}

async function backEvidence(c: ConsoleContext) {
  const { deps, campaign } = c.var;
  const evidence = await findEvidence(deps.db, campaign.id, c.req.param('evidence') ?? '');
  if (!evidence) return refuse(c, 'not-found');
  const page = pathOf(c, { id: evidence.stakeholderId });
  // A second press of the same button.
  if (evidence.state === 'gone') return c.redirect(page, 303);
  const done = await takeBackEvidence(deps, { ...byOf(c), evidence });
  return c.redirect(done.ok ? withDone(page, done.value.id) : page, 303);
}

async function dropTie(c: ConsoleContext) {
  const { deps, campaign } = c.var;
  const tie = await findTie(deps.db, campaign.id, c.req.param('tie') ?? '');
  if (!tie) return refuse(c, 'not-found');
  const page = pathOf(c, { id: tie.fromId });
  if (tie.state === 'gone') return c.redirect(page, 303);
  const done = await removeTie(deps, { ...byOf(c), tie });
  return c.redirect(done.ok ? withDone(page, done.value.id) : page, 303);
}

async function takeFile(c: ConsoleContext) {
  const { deps, campaign } = c.var;
  const text = await takeStrategy(deps, byOf(c));
  c.header('Content-Type', 'application/json; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="${campaign.slug}-strategy.json"`);
  c.header('Cache-Control', 'no-store');
  return c.body(text);
}
