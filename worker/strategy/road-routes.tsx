import { nextJuncture, timelineOf } from '../campaigns/rules.ts';
import type { Council, Seat } from '../councils/rules.ts';
import { councilQuery } from '../councils/store.ts';
import { nextOfKindQuery } from '../events/coming-store.ts';
import type { ConsoleContext } from '../organize/console-section.ts';
import { outside, unknown } from '../places/rules.ts';
import { joinQueries, knownValue, runQuery } from '../platform/query.ts';
import { dateIn } from '../platform/time/clock.ts';
import { propsOf, todayOf } from './context.ts';
import { NoRoadPage, RoadPage, type SeatRow } from './pages/road-page.tsx';
import { districtCountsQuery, roadDaysQuery, timesQuery } from './road-store.ts';
import { movesTo, positionOf, roadOf, type Stakeholder } from './rules.ts';
import { namesQuery, seatedQuery } from './store.ts';
import { tiesAtQuery } from './tie-store.ts';

/** Half a year. */
const daysShown = 183;
const tiesRead = 600;
const moversShown = 8;

export async function roadPage(c: ConsoleContext) {
  const { deps, campaign, language, now } = c.var;
  const { db } = deps;
  const today = todayOf(c);
  const [props, { council, seated, days, districts, times, meeting }] = await Promise.all([
    propsOf(c),
    runQuery(
      db,
      joinQueries({
        council: councilQuery(db, knownValue(campaign.id)),
        seated: seatedQuery(db, campaign.id),
        days: roadDaysQuery(db, { campaignId: campaign.id, most: daysShown }),
        districts: districtCountsQuery(db, campaign.id),
        times: timesQuery(db, campaign.id),
        meeting: nextOfKindQuery(db, { campaignId: campaign.id, kind: 'hearing', now }),
      }),
    ),
  ]);
  if (!council || council.seats.length === 0) return c.html(<NoRoadPage {...props} />);
  const there = seatsThere(council, seated);
  const movers = await moversOf(c, there);
  const next = nextJuncture(times.junctures, today);
  const counts = districts && countsBySeat(districts.counts);
  return c.html(
    <RoadPage
      {...props}
      road={roadOf(
        there.map((one) => positionOf(one, today)),
        { seats: council.seats.length, majority: council.majority },
      )}
      seats={council.seats.map((seat): SeatRow => {
        const stakeholder = there.find((one) => one.seat === seat.slug) ?? null;
        return {
          ...{ slug: seat.slug, title: seat.title[language], stakeholder },
          movers: (stakeholder && movers.get(stakeholder.id)) ?? [],
          signatures: counts?.(seat) ?? null,
        };
      })}
      petition={districts?.title[language] ?? null}
      hasDistricts={council.seats.some(({ district }) => district !== null)}
      next={next && { name: next.name[language], on: next.on, days: next.days }}
      meeting={
        meeting && {
          ...{ title: meeting.title[language], on: dateIn(campaign.timeZone, meeting.at) },
          href: `/events/${meeting.slug}`,
        }
      }
      phases={timelineOf({ phases: times.phases, junctures: [] }, today).map(
        ({ name, summary, from, until, when }) => ({
          ...{ name: name[language], summary: summary[language], from, until: until ?? from, when },
        }),
      )}
      days={days}
    />,
  );
}

/** Those whose seat the council still has. */
function seatsThere({ seats }: Council, seated: readonly Stakeholder[]): Stakeholder[] {
  return seated.filter((one) => seats.some(({ slug }) => slug === one.seat));
}

async function moversOf(c: ConsoleContext, there: readonly Stakeholder[]) {
  const { deps, campaign, language } = c.var;
  const { db } = deps;
  const ids = there.map(({ id }) => id);
  const ties = await runQuery(db, tiesAtQuery(db, { ids, most: tiesRead }));
  const moves = ties.flatMap(movesTo).filter(({ whom }) => ids.includes(whom));
  const by = [...new Set(moves.map((move) => move.by))];
  const names = await runQuery(db, namesQuery(db, { campaignId: campaign.id, ids: by }));
  return new Map(
    ids.map((id) => {
      const own = [...new Set(moves.filter(({ whom }) => whom === id).map((move) => move.by))];
      const named = own.map((mover) => ({ id: mover, name: names.get(mover)?.[language] ?? '' }));
      return [id, named.toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, moversShown)];
    }),
  );
}

/** A seat of the whole city has the signatures of all its districts. */
function countsBySeat(counts: ReadonlyMap<string, number>) {
  const inCity = [...counts].reduce(
    (sum, [place, n]) => (place === outside || place === unknown || place === '' ? sum : sum + n),
    0,
  );
  return ({ district }: Seat) => (district === null ? inCity : (counts.get(district) ?? 0));
}
