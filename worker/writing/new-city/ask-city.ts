import * as z from 'zod';
import type { Text } from '../../../web/language.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import {
  type Answers,
  address,
  cityAndState,
  cityProblem,
  isToCome,
  lineOf,
  named,
  problemsOf,
  type Question,
  settingsOf,
  zipsIn,
  zipsProblem,
} from '../new-kit/ask-new-kit.ts';
import { type CouncilKind, councilKinds, type District, findKind, seatsOf } from './council-kinds.ts';

/** What a city gives to a campaign that another kit holds. */
export type NewCity = {
  city: string;
  region: string;
  timeZone: string;
  kind: CouncilKind;
  council: Text;
  councilEmail: string;
  majority: number;
  districts: District[];
  atLarge: number;
  zips: Record<string, Record<string, number>>;
  committees: { name: Text; email: string }[];
  language: 'en' | 'es' | 'both';
  /** Null: as the other kit has it. */
  name: string | null;
  email: string;
  opensOn: string;
  closesOn: string;
  budgetVote: string | null;
  election: string | null;
};

const mostDistricts = 100;
const mostAtLarge = 50;

const whole = (least: number, most: number) => (answer: string) => {
  if (answer === '') return 'needs an answer';
  const isRight = /^\d{1,3}$/.test(answer) && Number(answer) >= least && Number(answer) <= most;
  return isRight ? null : `must be a whole number from ${least} to ${most}`;
};
const unlessEmpty = (problem: Question['problem']) => (answer: string) =>
  answer === '' ? null : problem(answer);
const dateProblem = unlessEmpty((answer) =>
  z.iso.date().safeParse(answer).success ? null : 'must be a date, YYYY-MM-DD',
);
const hasDistricts = (answers: Answers) => findKind(answers.kind)?.hasDistricts === true;
const hasAtLarge = (answers: Answers) => findKind(answers.kind)?.hasAtLarge === true;
const placeOf = (answers: Answers) => cityAndState(answers.city ?? '')[0] ?? '';

/** In the order in which they are asked. What has a usual value can be left empty. */
export const cityQuestions: readonly Question[] = [
  { flag: 'city', ask: 'City or county, and state', example: 'Oakville, Ohio', problem: cityProblem },
  {
    flag: 'kind',
    ask: `Who decides there?\n${councilKinds.map(({ key, words }, at) => `  ${at + 1} ${key}: ${words.en}`).join('\n')}\nIts number or name`,
    example: 'mayor-and-wards',
    problem: (answer) =>
      findKind(answer) ? null : `must be one of: ${councilKinds.map(({ key }) => key).join(', ')}`,
  },
  {
    flag: 'districts',
    ask: 'How many wards or districts, or their names with commas between them',
    example: '5 wards',
    problem: (answer) => (districtsIn(answer) === null ? districtsWrong : null),
    isAsked: hasDistricts,
  },
  {
    flag: 'at-large',
    ask: 'How many seats at large',
    example: '3',
    problem: whole(1, mostAtLarge),
    isAsked: hasAtLarge,
  },
  {
    flag: 'council',
    ask: 'Its name',
    example: 'Oakville City Council',
    problem: named(120),
    usual: (answers) => councilName(answers).en,
  },
  {
    flag: 'council-email',
    ask: 'Where it gets the weekly count (email)',
    example: 'clerk@example.org',
    problem: address,
  },
  {
    flag: 'committees',
    ask: 'Committees that look at it first: name and email of each, with ; between them. A name in Spanish can follow after a slash. For none, leave it empty',
    example:
      'Public Safety Committee / Comité de Seguridad, safety@example.org; Finance Committee, finance@example.org',
    problem: (answer) => (committeesIn(answer) === null ? committeesWrong : null),
    usual: () => '',
  },
  { flag: 'zips', ask: 'ZIP codes there', example: '45001 45002', problem: zipsProblem },
  {
    flag: 'email',
    ask: 'Email of your campaign, which people who sign can write to',
    example: 'campaign@example.org',
    problem: address,
  },
  {
    flag: 'language',
    ask: 'Languages of its texts: en, es or both',
    example: 'both',
    problem: (answer) => (['en', 'es', 'both'].includes(answer) ? null : 'must be en, es or both'),
    usual: () => 'both',
  },
  {
    flag: 'budget-vote',
    ask: 'Day of the next vote on the budget, if you know it',
    example: '2027-06-14',
    problem: dateProblem,
    usual: () => '',
  },
];

const districtsWrong = `must be a number such as 5, "5 wards", or names with commas between them, at most ${mostDistricts}`;
const committeesWrong = 'must be a name and an email with a comma between them, and ; between committees';

/** What only flags say. */
const moreCityQuestions: readonly Question[] = [
  { flag: 'name', ask: 'Name of the campaign', example: '', problem: unlessEmpty(named(120)) },
  {
    flag: 'council-es',
    ask: 'Name of who decides, in Spanish',
    example: '',
    problem: unlessEmpty(lineOf(120)),
  },
  { flag: 'election', ask: 'Day of the next election', example: '', problem: dateProblem },
];

export const moreCityFlags = [
  ...moreCityQuestions.map(({ flag }) => flag),
  'majority',
  'closes',
  'time-zone',
];

/** Where nothing was answered, what is usual. */
export function withUsual(answers: Answers): Answers {
  const all = { ...answers };
  for (const { flag, usual } of cityQuestions) {
    if ((all[flag] ?? '').trim() === '' && usual) all[flag] = usual(all);
  }
  return all;
}

/** What the answers say, or what is wrong with them, by flag. With `zips`, a map has said where they lie. */
export function cityOf(
  given: Answers,
  { now, zips }: { now: Date; zips?: NewCity['zips'] },
): Result<NewCity, string[]> {
  const answers = withUsual(given);
  const settings = settingsOf(answers, { now, language: 'both' });
  const asked = [...cityQuestions, ...moreCityQuestions].filter(
    ({ flag, isAsked = () => true }) => isAsked(answers) && !(flag === 'zips' && zips),
  );
  const problems = [
    ...problemsOf(asked, answers),
    ...settings.problems,
    ...notThere(answers),
    ...pastDates(answers, settings.read.opensOn),
  ];
  const kind = findKind(answers.kind);
  if (problems.length > 0 || !kind) return err([...new Set(problems)]);
  const said = (flag: string) => (answers[flag] ?? '').trim();
  const one = { code: kind.isCounty ? 'county' : 'city', name: bothOf(settings.read.city) };
  const districts = (kind.hasDistricts && districtsIn(said('districts'))) || [one];
  const atLarge = kind.hasAtLarge ? Number(said('at-large')) : 0;
  const seats = seatsOf(kind, { districts, atLarge }).length;
  const majority = said('majority') || String(Math.floor(seats / 2) + 1);
  const tooMany = whole(1, seats)(majority);
  if (tooMany !== null) return err([`--majority ${tooMany}`]);
  const shares = kind.hasDistricts ? {} : { [one.code]: 1 };
  return ok({
    ...settings.read,
    ...{ kind, districts, atLarge, majority: Number(majority) },
    council: councilOf(answers),
    councilEmail: said('council-email'),
    zips: zips ?? Object.fromEntries(zipsIn(said('zips')).map((zip) => [zip, shares])),
    committees: committeesIn(said('committees')) ?? [],
    name: said('name') || null,
    email: said('email'),
    budgetVote: said('budget-vote') || null,
    election: said('election') || null,
  });
}

/** Answers to what such a council has not: somebody meant another one. */
function notThere(answers: Answers): string[] {
  if (!findKind(answers.kind)) return [];
  return [
    { flag: 'districts', isThere: hasDistricts(answers) },
    { flag: 'at-large', isThere: hasAtLarge(answers) },
  ].flatMap(({ flag, isThere }) => {
    const isSaid = (answers[flag] ?? '').trim() !== '';
    return isSaid && !isThere ? [`--${flag} must be empty: who decides there has none`] : [];
  });
}

function pastDates(answers: Answers, today: string): string[] {
  return ['budget-vote', 'election'].flatMap((flag) => {
    const date = (answers[flag] ?? '').trim();
    const isPast = date !== '' && dateProblem(date) === null && !isToCome(date, today);
    return isPast ? [`--${flag} must be a date to come, YYYY-MM-DD`] : [];
  });
}

const bothOf = (text: string): Text => ({ en: text, es: text });

/** Such as `5`, `5 wards` or `North, South`. Null where it is none of these. */
export function districtsIn(answer: string): District[] | null {
  const counted = /^(\d{1,3})\s*(wards?|districts?|distritos?)?$/i.exec(answer.trim());
  if (counted) {
    const count = Number(counted[1]);
    const word = /^w/i.test(counted[2] ?? '') ? 'Ward' : 'District';
    if (count < 1 || count > mostDistricts) return null;
    return Array.from({ length: count }, (_, at) => ({
      code: String(at + 1),
      name: { en: `${word} ${at + 1}`, es: `Distrito ${at + 1}` },
    }));
  }
  const names = answer.split(',').map((name) => name.trim());
  const districts = names.map((name) => ({ code: codeOf(name), name: bothOf(name) }));
  const codes = new Set(districts.map(({ code }) => code));
  const areRight = names.every((name) => lineOf(80)(name) === null) && !codes.has('');
  const isReserved = codes.has('outside') || codes.has('unknown');
  return areRight &&
    !isReserved &&
    codes.size === names.length &&
    names.length > 1 &&
    names.length <= mostDistricts
    ? districts
    : null;
}

function codeOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 20)
    .replace(/^-+|-+$/g, '');
}

function committeesIn(answer: string): NewCity['committees'] | null {
  const parts = answer
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const committees = parts.map((part) => {
    const at = part.lastIndexOf(',');
    const [en = '', es = en] = part
      .slice(0, Math.max(at, 0))
      .split('/')
      .map((name) => name.trim());
    return { name: { en, es }, email: part.slice(at + 1).trim() };
  });
  const areRight = committees.every(
    ({ name, email }) =>
      named(120)(name.en) === null && lineOf(120)(name.es) === null && address(email) === null,
  );
  return areRight ? committees : null;
}

function councilOf(answers: Answers): Text {
  const usual = councilName(answers);
  const typed = (answers.council ?? '').trim().replace(/^the\s+/i, '');
  const es = (answers['council-es'] ?? '').trim();
  return { en: typed, es: es || (typed === usual.en ? usual.es : typed) };
}

function councilName(answers: Answers): Text {
  const place = placeOf(answers);
  if (!findKind(answers.kind)?.isCounty) {
    return { en: `${place} City Council`, es: `Concejo Municipal de ${place}` };
  }
  const bare = place.replace(/\s+county$/i, '');
  return {
    en: `${bare} County Board of Commissioners`,
    es: `Junta de Comisionados del Condado de ${bare}`,
  };
}
