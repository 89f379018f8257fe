import { expect, test } from 'vitest';
import { type Import, importsOf, type Line, linesOf, listFiles, shown } from './source.ts';

/** Features stand in this order; each may import those before it. */
const features = [
  'platform',
  'places',
  'organizers',
  'coalition',
  'campaigns',
  'councils',
  'petitions',
  'signatures',
  'surveys',
  'tallies',
  'kits',
  'sharing',
  'embeds',
  'developers',
  'front',
];

const workerFiles = listFiles('worker').filter((file) => !file.startsWith('worker/commands/'));
const imports = workerFiles.flatMap(importsOf);
const ownImports = imports.filter(({ isPackage }) => !isPackage);

const featureOf = (file: string) => /^worker\/([^/]+)\//.exec(file)?.[1] ?? null;
const isRules = (file: string) => /(^|[/-])rules\.ts$/.test(file);
const isStore = (file: string) => /(^|[/-])store\.ts$/.test(file);
const isRoutes = (file: string) => /(^|[/-])routes\.tsx?$/.test(file);
const isJobs = (file: string) => /\/jobs\.ts$/.test(file);
const isMail = (file: string) => /\/mail(-[a-z]+)?\.tsx$/.test(file);

function broken(rule: (one: Import) => boolean): string[] {
  return ownImports.filter(rule).map(shown);
}

test('every folder of the worker is a feature with a place in the order', () => {
  const folders = new Set(workerFiles.map(featureOf).filter((feature) => feature !== null));
  expect([...folders].filter((folder) => !features.includes(folder))).toEqual([]);
});

test('a feature imports only the features before it', () => {
  const isBackward = ({ file, from }: Import) => {
    const [mine, theirs] = [featureOf(file), featureOf(from)];
    return mine !== null && theirs !== null && features.indexOf(theirs) > features.indexOf(mine);
  };
  expect(broken(isBackward)).toEqual([]);
});

test('no feature imports what puts the features together, but for the types of the settings', () => {
  const isUpward = ({ file, from, isType }: Import) =>
    featureOf(file) !== null && /^worker\/[^/]+\.tsx?$/.test(from) && !(from === 'worker/env.ts' && isType);
  expect(broken(isUpward)).toEqual([]);
});

test('web never imports the worker', () => {
  const webImports = listFiles('web').flatMap(importsOf);
  expect(webImports.filter(({ from }) => from.startsWith('worker/')).map(shown)).toEqual([]);
});

test('only the app imports routes', () => {
  expect(broken(({ file, from }) => isRoutes(from) && file !== 'worker/app.ts')).toEqual([]);
});

test('only queue, schedule and the list of mails import jobs', () => {
  const runners = ['worker/queue.ts', 'worker/schedule.ts', 'worker/mails.ts'];
  expect(broken(({ file, from }) => isJobs(from) && !runners.includes(file))).toEqual([]);
});

/** Platform modules without I/O and without a reading of the clock. */
const purePlatform = ['result', 'clock', 'identity'].map((name) => `worker/platform/${name}.ts`);
const purePackages = ['zod', 'temporal-polyfill'];

test('rules import only rules and what is as pure as they are', () => {
  const isImpure = ({ file, from, isType, isPackage }: Import) =>
    isRules(file) &&
    !isType &&
    !(isPackage ? purePackages.includes(from) : isRules(from) || purePlatform.includes(from));
  expect(imports.filter(isImpure).map(shown)).toEqual([]);
});

test('stores import only types of rules, and no verbs, mails or pages', () => {
  const isFine = ({ from, isType }: Import) =>
    isType || isStore(from) || from.startsWith('worker/platform/') || from.startsWith('worker/env');
  expect(broken((one) => isStore(one.file) && !isFine(one))).toEqual([]);
});

test('verbs and stores know no pages and no mails', () => {
  const isShown = (file: string) => isRoutes(file) || isJobs(file) || isMail(file) || file.endsWith('.tsx');
  const rendersItself = (file: string) =>
    isShown(file) ||
    /\/(view|question-view|answers|render-mails|render|copy|now|downloads|[a-z]+-(csv|json)|personal-data|api-routes|by-key|feeds|mail-[a-z]+)\.ts$/.test(
      file,
    );
  const isPage = (from: string) => from.startsWith('web/') || isMail(from) || from.endsWith('.tsx');
  const isLeak = ({ file, from, isType }: Import) =>
    featureOf(file) !== null &&
    featureOf(file) !== 'platform' &&
    !rendersItself(file) &&
    isPage(from) &&
    !isType;
  expect(broken(isLeak)).toEqual([]);
});

const linesOfWorker = workerFiles.flatMap(linesOf);
const code = (line: Line) => !/^\s*(\/\/|\*|\/\*)/.test(line.text);

test('SQL stands in stores', () => {
  const isStray = (line: Line) =>
    /\.prepare\(/.test(line.text) && !isStore(line.file) && featureOf(line.file) !== 'platform';
  expect(linesOfWorker.filter(isStray).map(shown)).toEqual([]);
});

/** Whose table it is; a table of no feature in this list may be written by nobody. */
const tables: Record<string, string[]> = {
  platform: ['outbox', 'suppressions', 'switches', 'daily_caps'],
  places: ['cities', 'districts', 'zip_areas'],
  coalition: ['sources', 'short_links', 'partners', 'source_views', 'webhooks', 'webhook_deliveries'],
  campaigns: ['campaigns'],
  councils: ['councils', 'seats', 'committees'],
  petitions: ['petitions', 'thresholds'],
  signatures: ['signatures', 'recounts'],
  surveys: ['surveys', 'responses', 'answer_counts', 'answer_changes', 'survey_sends', 'send_counts'],
  tallies: ['digests'],
  embeds: ['embed_hosts'],
};

test('a feature writes only its own tables', () => {
  const written = /\b(?:INSERT(?: OR \w+)? INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+(?<table>[a-z_]+)/;
  const isForeign = (line: Line) => {
    const table = written.exec(line.text)?.groups?.table;
    return table !== undefined && table !== 'of' && !tables[featureOf(line.file) ?? '']?.includes(table);
  };
  expect(linesOfWorker.filter(code).filter(isForeign).map(shown)).toEqual([]);
});

test('rules, stores and verbs read neither the clock nor chance', () => {
  const isEdge = (file: string) =>
    /\/(clock|ids|form-token|keyring|limits)\.ts$/.test(file) || featureOf(file) === null;
  const readsWorld = /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(|\bcrypto\.randomUUID\(/;
  const isBelowEdge = (line: Line) => readsWorld.test(line.text) && code(line) && !isEdge(line.file);
  expect(linesOfWorker.filter(isBelowEdge).map(shown)).toEqual([]);
});

test('no civic word stands in the platform', () => {
  // A webhook has a signature too.
  const civic = /\b(petition|campaign|committee|council|survey|district|supporter)s?\b/i;
  const isCivic = (line: Line) => featureOf(line.file) === 'platform' && civic.test(line.text);
  expect(linesOfWorker.filter(isCivic).map(shown)).toEqual([]);
});

test('no file has grown past its room', () => {
  const long = [...workerFiles, ...listFiles('web')].map((file) => ({ file, lines: linesOf(file).length }));
  expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
});
