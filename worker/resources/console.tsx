import type { ConsoleContext, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame, consolePath } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, knownValue, mapQuery, runQuery, waitingAtMost } from '../platform/query.ts';
import { dateIn, dayIn } from '../platform/time/clock.ts';
import { pageOf, serviceKey, stateOf, states } from './console-rules.ts';
import { directoryPath } from './links.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { ResourcesConsole } from './pages/console-page.tsx';
import { dayBefore, oldAfter } from './rules.ts';
import { assetsQuery, checkedUntilQuery, hiddenAssetsQuery, referralQuery, servicesQuery } from './store.ts';

const { en, es } = consoleCopy;
const formsOf = (page: string) => `/write/edit?page=${page}`;

/** When each service was checked, and what should be checked again. Entries are edited in the kit. */
export const resourcesSection: ConsoleSection = {
  verbs: { 'look-at-services': { role: 'viewer' }, 'check-services': { role: 'editor' } },
  menu: [
    {
      path: '/resources',
      order: 45,
      inKit: 'resources',
      label: { en: en.title, es: es.title },
      verb: 'look-at-services',
      counts: 'old-services',
    },
  ],
  routes(console) {
    console.get('/resources', 'look-at-services', resourcesPage);
  },
  waits(db, { id, timeZone }, now) {
    const day = dayBefore(dateIn(timeZone, now), oldAfter + 1);
    const old = checkedUntilQuery(db, { campaignId: id, day, most: waitingAtMost + 1 });
    return mapQuery(old, (found) =>
      found
        ? [
            {
              kind: 'old-services',
              words: {
                en: '{n, plural, one {# service was} other {# services were}} last checked more than 90 days ago',
                es: '{n, plural, one {# servicio se comprobó} other {# servicios se comprobaron}} por última vez hace más de 90 días',
              },
              count: Math.min(found.n, waitingAtMost),
              more: found.n > waitingAtMost,
              oldestAt: dayIn(timeZone, found.oldest)?.from ?? now,
              path: formsOf('services'),
              verb: 'check-services',
            },
          ]
        : [],
    );
  },
};

async function resourcesPage(c: ConsoleContext) {
  const { deps, campaign, language, now, may } = c.var;
  const { db } = deps;
  const known = knownValue(campaign.id);
  const [frame, { services: named, referral, shown, hidden }] = await Promise.all([
    consoleFrame(c),
    runQuery(
      db,
      joinQueries({
        services: servicesQuery(db, known),
        referral: referralQuery(db, known),
        shown: assetsQuery(db, known),
        hidden: hiddenAssetsQuery(db, known),
      }),
    ),
  ]);
  const assets = [
    ...shown.map((asset) => ({ asset, isShown: true })),
    ...hidden.map((asset) => ({ asset, isShown: false })),
  ];
  if (!named && assets.length === 0) return refuse(c, 'not-found');
  const services = named ?? [];
  const today = dateIn(campaign.timeZone, now);
  const byState = Map.groupBy(services, (service) => stateOf(service, today));
  const page = pageOf(services, serviceKey, c.req.query('after'));
  const pageOfAssets = pageOf(
    assets,
    ({ asset, isShown }) => `${isShown ? 0 : 1}.${asset.slug}`,
    c.req.query('asset'),
  );
  const path = (rest: string) => consolePath(campaign, rest);
  const pager = (name: 'after' | 'asset', last: string | null) => ({
    next: last && path(`/resources?${new URLSearchParams({ [name]: last })}`),
    first: c.req.query(name) === undefined ? null : path('/resources'),
  });
  return c.html(
    <ResourcesConsole
      frame={frame}
      publicPath={named && directoryPath(campaign.slug)}
      formPath={may('check-services') ? (part) => path(formsOf(part)) : null}
      counts={states.map((state) => ({ state, n: byState.get(state)?.length ?? 0 }))}
      total={services.length}
      services={page.shown.map((service) => ({
        slug: service.slug,
        name: service.name[language],
        organization: service.organization[language],
        state: stateOf(service, today),
        on: service.checkedOn,
        by: service.checkedBy[language],
      }))}
      servicesPager={pager('after', page.last)}
      assets={pageOfAssets.shown.map(({ asset, isShown }) => ({
        name: asset.name[language],
        kind: asset.kind,
        isShown,
      }))}
      assetsTotal={assets.length}
      assetsPager={pager('asset', pageOfAssets.last)}
      steps={
        referral && {
          on: referral.reviewedOn,
          by: referral.reviewedBy?.[language] ?? null,
        }
      }
    />,
  );
}
