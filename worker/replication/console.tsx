import { formatInstant, type Language, message } from '../../web/language.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleContext, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame, consolePath, withDone } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, knownValue, mapQuery, runQuery } from '../platform/query.ts';
import { beginAnewStatements, outQuery, readAgainStatement } from './again-store.ts';
import { networkCopy } from './pages/network-copy.ts';
import { NetworkPage, type ShownDeployment } from './pages/network-page.tsx';
import { cityReadingsQuery } from './readings.ts';
import { reasonCopy } from './reason-copy.ts';
import { reasonText } from './reason-text.ts';
import { type CityReading, here, isUnreachable, type Reason } from './rules.ts';
import { markOf, numberIn } from './shown.ts';
import { type NamedLog, namedLogsQuery } from './store.ts';

const { en, es } = networkCopy;
const longestReason = 300;

/** What is known of each deployment that the kit names, and what an organizer can do about it. */
export const networkSection: ConsoleSection = {
  verbs: { 'look-at-network': { role: 'viewer' }, 'manage-network': { role: 'editor', stepUp: true } },
  menu: [
    {
      path: '/network',
      order: 93,
      inKit: 'network',
      label: { en: en.title, es: es.title },
      verb: 'look-at-network',
      counts: 'rewritten-logs',
    },
  ],
  waits: (db, { id }) =>
    mapQuery(outQuery(db, id), ({ n, oldest }) =>
      oldest === null
        ? []
        : [
            {
              ...{ kind: 'rewritten-logs', words: { en: en.waits, es: es.waits }, count: n },
              ...{ oldestAt: new Date(oldest), path: '/network', verb: 'manage-network' },
            },
          ],
    ),
  routes(console) {
    console.get('/network', 'look-at-network', (c) => networkPage(c));
    console.post('/network', 'manage-network', decide);
  },
  acts: {
    'read-deployment': { words: { en: en.acts.read, es: es.acts.read }, verb: 'manage-network' },
    'begin-anew-with-deployment': { words: { en: en.acts.anew, es: es.acts.anew }, verb: 'manage-network' },
  },
};

async function networkPage(c: ConsoleContext, problem: number | null = null) {
  const { deps, campaign, now } = c.var;
  const { db, settings } = deps;
  const asked = { now, publicUrl: settings.publicUrl };
  const [frame, { logs, cities }] = await Promise.all([
    consoleFrame(c),
    runQuery(
      db,
      joinQueries({
        logs: namedLogsQuery(db, campaign.id),
        cities: cityReadingsQuery(db, knownValue(campaign.id), asked),
      }),
    ),
  ]);
  const page = (
    <NetworkPage
      frame={frame}
      deployments={logs.map((log, n) => shownOf(c, { log, n, cities }))}
      mayManage={c.var.may('manage-network')}
      writeHref={consolePath(campaign, '/write')}
      problem={problem}
    />
  );
  return c.html(page, problem === null ? 200 : 422);
}

function shownOf(
  { var: { campaign, language } }: ConsoleContext,
  { log, n, cities }: { log: NamedLog; n: number; cities: readonly CityReading[] },
): ShownDeployment {
  const { address, name, isOut, reason, readAt, verifiedAt, size } = log;
  const told = (at: number | null) => at && formatInstant(new Date(at), campaign.timeZone, language);
  const called = address === here ? networkCopy[language].here : address;
  const own = cities.filter((city) => city.address === address);
  return {
    ...{ n, address, isOut, size, readAt: told(readAt) || null, verifiedAt: told(verifiedAt) || null },
    name: name?.[language] ?? called,
    problem: problemOf(log, told(log.reasonAt) || '', language),
    isFine: own.every((city) => markOf(city, language) === null),
    mayBeginAnew: mayBeginAnew(log),
    cities: own.map((city) => ({
      ...{ name: city.name[language], week: city.week },
      numbers: [city.signatures, city.answers, city.trained].map((n) => numberIn(city, n, language)),
      note: noteOf(city, reason, language),
    })),
  };
}

/** The own log only where it was found to be rewritten: else there is nothing that could be forgotten. */
function mayBeginAnew({ address, isOut }: NamedLog): boolean {
  return address !== here || isOut;
}

function problemOf({ reason, verifiedAt }: NamedLog, since: string, language: Language): string | null {
  if (reason === null) return null;
  const { failed, never } = networkCopy[language].states;
  const template = verifiedAt === null && isUnreachable(reason) ? never : failed;
  return message(template, { reason: reasonCopy[language][reason], since }, language);
}

/** What is wrong with the whole log stands above. */
function noteOf(city: CityReading, ofLog: Reason | null, language: Language): string {
  const mark = markOf(city, language);
  const why = city.reason === ofLog ? null : reasonText(city, language);
  return [mark === null ? null : `${mark}.`, why].filter((one) => one !== null).join(' ');
}

async function decide(c: ConsoleContext) {
  const { deps, campaign, organizer, form, now } = c.var;
  const { decision, address = '', n = '' } = form.values;
  const logs = await runQuery(deps.db, namedLogsQuery(deps.db, campaign.id));
  const log = logs.find((one) => one.address === address);
  if (!log) return refuse(c, 'not-found');
  const named = { campaignId: campaign.id, address, now };
  const reason = (form.values[`why-${n}`] ?? '').trim().slice(0, longestReason);
  if (decision !== 'read' && !(decision === 'anew' && mayBeginAnew(log))) return refuse(c, 'bad-request');
  if (decision === 'anew' && reason === '') return networkPage(c, logs.indexOf(log));
  const done = await commitWithAct(deps, {
    act: {
      ...{ campaign, actor: organizer.id, subject: address || 'here' },
      ...(decision === 'anew'
        ? {
            ...{ kind: 'begin-anew-with-deployment', reason },
            before: { reason: log.reason ?? '', size: log.size ?? 0 },
          }
        : { kind: 'read-deployment' }),
    },
    steps: decision === 'anew' ? beginAnewStatements(deps.db, named) : [readAgainStatement(deps.db, named)],
    now,
  });
  if (!done.ok) return refuse(c, 'not-found');
  await deps.wake('read-neighbors');
  return c.redirect(withDone(consolePath(campaign, '/network'), done.value.id), 303);
}
