import { timeZoneName } from '../../web/language.ts';
import type { ConsoleContext, ConsoleHandler, ConsoleSection } from '../organize/console-section.ts';
import { consoleFrame, consolePath } from '../organize/frame.ts';
import { refuse } from '../platform/http/refuse.tsx';
import { spreadsheet } from '../platform/text/spreadsheet.ts';
import { dateIn } from '../platform/time/clock.ts';
import { type CsvName, csvColumns, csvRows } from './csv.ts';
import { chooseAction, daysInFile, daysShown, loadNumbers, type Numbers } from './load.ts';
import { NumbersPage, type ShownNumbers } from './pages/numbers-page.tsx';
import {
  accountRows,
  changed,
  chartRows,
  compared,
  confirmationsOf,
  countedIn,
  dayRows,
  hourRows,
  languageRows,
  partnerRows,
  placeRows,
  sourceRows,
  stepRows,
  totalOf,
} from './view.ts';

export const numbersSection: ConsoleSection = {
  verbs: { 'look-at-numbers': { role: 'viewer' } },
  menu: [{ path: '/numbers', order: 40, label: { en: 'Numbers', es: 'Cifras' }, verb: 'look-at-numbers' }],
  routes(console) {
    console.get('/numbers', 'look-at-numbers', numbersPage);
    console.get('/numbers/days.csv', 'look-at-numbers', sendCsv('days'));
    console.get('/numbers/hours.csv', 'look-at-numbers', sendCsv('hours'));
    console.get('/numbers/steps.csv', 'look-at-numbers', sendCsv('steps'));
    console.get('/numbers/counts.csv', 'look-at-numbers', sendCsv('counts'));
  },
};

async function numbersPage(c: ConsoleContext) {
  const { deps, campaign, language, now } = c.var;
  const [frame, { actions, chosen }] = await Promise.all([
    consoleFrame(c),
    chooseAction(deps.db, campaign.id, c.req.query('action')),
  ]);
  if (!chosen && actions.length > 0) return refuse(c, 'not-found');
  const numbers = chosen && (await loadNumbers(deps.db, { actionId: chosen.id, days: daysShown, now }));
  const option = (one: { slug: string; title: Record<'en' | 'es', string> }) => {
    return { value: one.slug, label: one.title[language] };
  };
  return c.html(
    <NumbersPage
      frame={frame}
      path={consolePath(campaign, '/numbers')}
      zone={timeZoneName(campaign.timeZone, language, now)}
      actions={actions.map(option)}
      chosen={chosen && option(chosen)}
      shown={numbers && shownOf(numbers, c)}
    />,
  );
}

function shownOf(numbers: Numbers, { var: { language, now } }: ConsoleContext): ShownNumbers {
  const told = { language, now };
  const days = dayRows(numbers, told);
  const hours = hourRows(numbers, told);
  const confirmations = confirmationsOf(numbers, language);
  const lists = [
    { title: 'sources', head: 'source', rows: sourceRows(numbers, language) },
    { title: 'partners', head: 'partner', rows: partnerRows(numbers, language) },
    { title: 'places', head: 'place', rows: placeRows(numbers, language) },
  ] as const;
  return {
    compared: compared(numbers, told),
    account: { rows: accountRows(numbers, language), total: totalOf(accountRows(numbers, language)) },
    counted: countedIn(numbers),
    days,
    hours,
    confirmations: { ...confirmations, days: daysShown },
    lists: lists
      .filter(({ rows }) => rows.length > 0)
      .map((list) => ({
        ...list,
        rows: chartRows(list.rows, language),
        total: changed(totalOf(list.rows), language),
      })),
    languages: languageRows(numbers, language),
    steps: stepRows(numbers, language),
    isEmpty: numbers.tallies.length === 0 && numbers.days.length === 0,
  };
}

function sendCsv(name: CsvName): ConsoleHandler {
  return async (c) => {
    const { deps, campaign, language, now } = c.var;
    const { chosen } = await chooseAction(deps.db, campaign.id, c.req.query('action'));
    const numbers = chosen && (await loadNumbers(deps.db, { actionId: chosen.id, days: daysInFile, now }));
    if (!numbers) return refuse(c, 'not-found');
    const file = `${name}-${chosen.slug}-${dateIn(campaign.timeZone, now)}.csv`;
    return c.body(spreadsheet([...csvColumns[name]], csvRows[name](numbers, language)), 200, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${file}"`,
    });
  };
}
