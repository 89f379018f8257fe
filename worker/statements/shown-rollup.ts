import type { Language, Text } from '../../web/language.ts';
import type { ShownRollup } from './pages/statement-page.tsx';
import type { StatementRollup } from './rules/rollup.ts';

type Named = ReadonlyMap<string, { name: Text; address: string }>;

/** What a statement says of the cities of a state. It only has their slugs; `named` are those of the kit now. */
export function shownRollup(
  { campaign, cities, left_out, signatures }: StatementRollup,
  named: Named,
  language: Language,
): ShownRollup {
  const nameOf = (city: string) => named.get(city)?.name[language] ?? city;
  return {
    ...{ statePath: `/campaigns/${campaign}/state`, sum: signatures },
    cities: cities.map(({ city, signatures, statements }) => ({
      ...{ name: nameOf(city), signatures },
      statements: statements.map(({ log, action, week, leaf }) => {
        const site = siteOf(log, named.get(city)?.address);
        return { href: `${site}/statements/${action}/${week}`, action, week, leaf };
      }),
    })),
    leftOut: left_out.map(({ city }) => nameOf(city)).join(', '),
  };
}

/** The origin of a log has no scheme; the address of the kit does, as long as the city is still there. */
function siteOf(log: string | null, address = ''): string {
  if (log === null) return '';
  const host = log.replace(/\/log$/, '');
  return URL.parse(address)?.host === host ? address : `https://${host}`;
}
