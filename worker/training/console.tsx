import { sourcesQuery } from '../coalition/store.ts';
import type { ConsoleContext, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame, consolePath } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { joinQueries, knownValue, mapQuery, runQuery } from '../platform/query.ts';
import { dateIn, day, dayIn, mondayOf, weekIn } from '../platform/time/clock.ts';
import { finishedSinceQuery, type Total, toReviewQuery, totalsQuery } from './count-store.ts';
import { printAllPath, trainingPath } from './links.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { TrainingConsole } from './pages/console-page.tsx';
import { type Counted, type Module, questionKey, reviewLasts } from './rules.ts';
import { modulesQuery, trainingQuery } from './store.ts';

const { en, es } = consoleCopy;
const formsPath = '/write/edit?page=training';

/** How many were trained and which questions are hard. Lessons are edited in the kit; here waits their review. */
export const trainingSection: ConsoleSection = {
  verbs: { 'look-at-training': { role: 'viewer' }, 'review-lessons': { role: 'editor' } },
  menu: [
    {
      path: '/training',
      order: 46,
      inKit: 'training',
      label: { en: en.title, es: es.title },
      verb: 'look-at-training',
      counts: 'lessons-to-review',
    },
  ],
  routes(console) {
    console.get('/training', 'look-at-training', trainingPage);
  },
  waits(db, { id, timeZone }, now) {
    const until = dateIn(timeZone, new Date(now.getTime() - reviewLasts * day));
    return mapQuery(toReviewQuery(db, { campaignId: id, day: until }), ({ n, oldest, since }) =>
      n > 0
        ? [
            {
              kind: 'lessons-to-review',
              words: { en: en.waits, es: es.waits },
              count: n,
              oldestAt: (oldest && dayIn(timeZone, oldest)?.from) || since,
              path: formsPath,
              verb: 'review-lessons',
            },
          ]
        : [],
    );
  },
  numbers(db, { id }, weeks) {
    const since = mondayOf(weeks.at(-1) ?? weekIn('UTC', new Date(0)));
    const found = joinQueries({
      totals: totalsQuery(db, id),
      days: finishedSinceQuery(db, { campaignId: id, since }),
    });
    return mapQuery(found, ({ totals, days }) => {
      const inAll = sumOf(totals, 'finished');
      if (inAll === 0) return [];
      const byWeek = new Map(weeks.map((week) => [week, 0]));
      for (const one of days) {
        const week = weekIn('UTC', new Date(`${one.day}T12:00:00Z`));
        if (byWeek.has(week)) byWeek.set(week, (byWeek.get(week) ?? 0) + one.n);
      }
      return [{ label: { en: en.finished, es: es.finished }, inAll, byWeek }];
    });
  },
};

function sumOf(totals: readonly Total[], what: Counted, isMeant: (one: Total) => boolean = () => true) {
  return totals.reduce((sum, one) => sum + (one.what === what && isMeant(one) ? one.n : 0), 0);
}

async function trainingPage(c: ConsoleContext) {
  const { deps, campaign, language } = c.var;
  const { db } = deps;
  const known = knownValue(campaign.id);
  const [frame, { training, modules, totals, sources }] = await Promise.all([
    consoleFrame(c),
    runQuery(
      db,
      joinQueries({
        training: trainingQuery(db, known),
        modules: modulesQuery(db, known),
        totals: totalsQuery(db, campaign.id),
        sources: sourcesQuery(db, known),
      }),
    ),
  ]);
  if (!training) return refuse(c, 'not-found');
  const named = [...new Set(totals.map(({ source }) => source))].map((slug) => ({
    name: sources.find((one) => one.slug === slug)?.name[language] ?? slug,
    started: sumOf(totals, 'started', (one) => one.source === slug),
    finished: sumOf(totals, 'finished', (one) => one.source === slug),
  }));
  return c.html(
    <TrainingConsole
      frame={frame}
      publicPath={trainingPath(campaign.slug)}
      printPath={printAllPath(campaign.slug)}
      formsPath={c.var.may('review-lessons') ? consolePath(campaign, formsPath) : null}
      started={sumOf(totals, 'started')}
      finished={sumOf(totals, 'finished')}
      sources={named.toSorted((a, b) => b.started - a.started)}
      questions={modules.flatMap((module) => questionRows(module, totals, language))}
      reviews={modules.map(({ title, review }) => ({
        title: title[language],
        on: review?.on ?? null,
        by: review?.by[language] ?? null,
      }))}
    />,
  );
}

function questionRows(module: Module, totals: readonly Total[], language: 'en' | 'es') {
  return module.questions.map((question) => {
    const key = questionKey(module, question);
    const isMeant = (one: Total) => one.question === key;
    return {
      lesson: module.title[language],
      situation: question.situation[language],
      answered: sumOf(totals, 'answered', isMeant),
      right: sumOf(totals, 'right', isMeant),
    };
  });
}
