import type { ConsoleContext, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame, consolePath } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { knownValue, mapQuery, runQuery } from '../platform/query.ts';
import { comparisonPath } from './links.ts';
import { consoleCopy } from './pages/console-copy.ts';
import { BudgetConsole } from './pages/console-page.tsx';
import { comparisonsQuery, toFillQuery } from './store.ts';

const { en, es } = consoleCopy;
const formsPath = '/write/edit?page=budget';
/** Of the forms, by what is to be filled in. */
const fields: Record<string, string> = {
  adopted: 'adopted.amount',
  proposed: 'proposed.amount',
  asked: 'asked.amount',
  answers: 'answers.one_is.amount',
  residents: 'residents.amount',
  unit: 'unit.cost.amount',
};

/** What is to be filled in. The comparisons are edited in the kit. */
export const budgetSection: ConsoleSection = {
  verbs: { 'look-at-budget': { role: 'viewer' }, 'fill-in-budget': { role: 'editor' } },
  menu: [
    {
      path: '/budget',
      order: 47,
      inKit: 'budget',
      label: { en: en.title, es: es.title },
      verb: 'look-at-budget',
      counts: 'budget-to-fill',
    },
  ],
  routes(console) {
    console.get('/budget', 'look-at-budget', budgetPage);
  },
  waits: (db, { id }) =>
    mapQuery(toFillQuery(db, id), ({ n, since }) =>
      n > 0
        ? [
            {
              ...{ kind: 'budget-to-fill', words: { en: en.waits, es: es.waits }, count: n },
              ...{ oldestAt: since, path: '/budget', verb: 'fill-in-budget' },
            },
          ]
        : [],
    ),
};

async function budgetPage(c: ConsoleContext) {
  const { deps, campaign, language } = c.var;
  const { db } = deps;
  const [frame, found] = await Promise.all([
    consoleFrame(c),
    runQuery(db, comparisonsQuery(db, knownValue(campaign.id))),
  ]);
  if (found.length === 0) return refuse(c, 'not-found');
  return c.html(
    <BudgetConsole
      frame={frame}
      formsPath={c.var.may('fill-in-budget') ? consolePath(campaign, formsPath) : null}
      comparisons={found.map(({ comparison: { slug, title, lines }, toFill }) => ({
        title: title[language],
        publicPath: comparisonPath(slug),
        toFill: toFill.map((key) => {
          const [line = '', what] = key.split('.');
          const entry = `&entry=budget.@${slug}`;
          if (!what) return { line: null, what: line, field: `${entry}#${fields[line]}` };
          const named = lines.find((one) => one.slug === line)?.name[language];
          return { line: named ?? line, what, field: `${entry}.lines.@${line}#${fields[what]}` };
        }),
      }))}
    />,
  );
}
