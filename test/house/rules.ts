import { circlesIn } from './circles.ts';
import { codeLinesOf, type Import, importsOf, type Line, linesOf, type Sources, shown } from './source.ts';

/**
 * Folders of the worker that are not features: the code that connects the features, and the commands of the npm
 * scripts.
 */
const wiring = ['main', 'commands'];

/** A feature's contract belongs to the code that connects the features: only the list imports it. */
const isContract = (file: string) => /^worker\/(?!main\/)[a-z]+\/feature\.ts$/.test(file);
/** Files of question kinds are rules too, except their pages. */
const isRules = (file: string) => /(^|[/-])rules\.ts$|\/surveys\/kinds\/[^/]+\.ts$/.test(file);
const isStore = (file: string) => /(^|[/-])store\.ts$/.test(file);
/** Pages, routes and mails of a feature, which other features must not import. */
const isShown = (file: string) => /\/pages\//.test(file) || /(^|[/-])(routes|console|mail)\.tsx?$/.test(file);

export function roomOf(file: string): string | null {
  const room = /^worker\/([^/]+)\//.exec(file)?.[1] ?? null;
  return room !== null && !wiring.includes(room) && !isContract(file) ? room : null;
}

/** Files that may neither do I/O nor read the clock, in addition to those named rules. */
const pure =
  /^(web\/(language|accents|contrast-rules)\.ts|worker\/platform\/(result|time\/clock|text\/identity)\.ts|worker\/kits\/atoms\.ts|worker\/statements\/rules\/(bytes|hashes|member)\.ts)$/;
const purePackages = ['zod', 'temporal-polyfill'];

/** Every house rule by name, with the places that break it. */
export function brokenRules(
  sources: Sources,
  tables: ReadonlyMap<string, readonly string[]>,
): Record<string, string[]> {
  const files = [...sources.keys()];
  const worker = files.filter((file) => file.startsWith('worker/'));
  const inRooms = worker.filter((file) => roomOf(file) !== null);
  const imports = files.flatMap((file) => importsOf(sources, file));
  const ours = imports.filter(({ isPackage }) => !isPackage);
  const lines = inRooms.flatMap((file) => codeLinesOf(sources, file));
  const where = (list: Import[], isBroken: (one: Import) => boolean) => list.filter(isBroken).map(shown);
  const whereLine = (isBroken: (line: Line) => boolean) => lines.filter(isBroken).map(shown);

  return {
    'every folder of the worker is a feature of the list': inRooms
      .filter((file) => !tables.has(roomOf(file) ?? ''))
      .map((file) => `${file}:1: no feature of its name`),
    'every feature of the list has its contract in its own folder': [...tables.keys()]
      .map((name) => `worker/${name}/feature.ts`)
      .filter((file) => !sources.has(file))
      .map((file) => `${file}:1: is not there`),
    'files import one another in no circle, types included': circlesIn(
      ours.map((one) => ({ from: one.file, to: one.from, told: toldEdge(one) })),
    ),
    'features import one another in no circle, types included': circlesIn(
      ours.flatMap((one) => {
        const [from, to] = [roomOf(one.file), roomOf(one.from)];
        return from === null || to === null ? [] : [{ from, to, told: toldEdge(one) }];
      }),
    ),
    'only the list imports a feature.ts': where(
      ours,
      ({ file, from }) => isContract(from) && file !== 'worker/main/features.ts',
    ),
    'no feature imports what puts the features together': where(
      ours,
      ({ file, from }) => roomOf(file) !== null && from.startsWith('worker/main/'),
    ),
    'a feature.ts imports of other features nothing': where(
      ours,
      ({ file, from }) =>
        isContract(file) && ![file.split('/')[1], 'platform', 'main'].includes(from.split('/')[1]),
    ),
    'no feature imports pages, routes, console or mails of another': where(ours, ({ file, from }) => {
      const [mine, theirs] = [roomOf(file), roomOf(from)];
      return mine !== null && theirs !== null && mine !== theirs && theirs !== 'platform' && isShown(from);
    }),
    'main imports of a feature only its contract, or types': where(
      ours,
      ({ file, from, isType }) =>
        file.startsWith('worker/main/') && roomOf(from) !== null && roomOf(from) !== 'platform' && !isType,
    ),
    'web imports nothing of the worker': where(
      ours,
      ({ file, from }) => file.startsWith('web/') && from.startsWith('worker/'),
    ),
    'rules import only rules and what is as pure as they are': where(
      imports,
      ({ file, from, isType, isPackage }) =>
        isRules(file) &&
        !isType &&
        !(isPackage ? purePackages.includes(from) : isRules(from) || pure.test(from)),
    ),
    'stores import only types of rules, other stores and the platform': where(
      ours,
      ({ file, from, isType }) =>
        isStore(file) && !(isType || isStore(from) || from.startsWith('worker/platform/')),
    ),
    'pages import only web, rules of their own feature and other pages of it': where(
      ours,
      ({ file, from, isType }) =>
        /\/pages\//.test(file) &&
        !from.startsWith('web/') &&
        !isType &&
        !(
          roomOf(from) === roomOf(file) &&
          (/\/pages\//.test(from) || isRules(from) || /copy\.ts$/.test(from))
        ),
    ),
    'SQL is in stores': whereLine(
      ({ file, text }) => /\.prepare\(/.test(text) && !isStore(file) && roomOf(file) !== 'platform',
    ),
    'a feature writes only its own tables': whereLine(({ file, text }) => {
      const table = written.exec(text)?.groups?.table;
      return table !== undefined && table !== 'of' && !tables.get(roomOf(file) ?? '')?.includes(table);
    }),
    'only the edge reads the clock and chance': whereLine(
      ({ file, text }) => readsWorld.test(text) && !isEdge.test(file),
    ),
    'no civic word is in the platform': inRooms
      .filter((file) => roomOf(file) === 'platform')
      .flatMap((file) => linesOf(sources, file))
      .filter(({ text }) => civic.test(text))
      .map(shown),
    'log events are named in kebab-case': worker
      .flatMap((file) => codeLinesOf(sources, file))
      .filter(({ text }) => {
        const event = logged.exec(text)?.groups?.event;
        return event !== undefined && !/^[a-z]+(-[a-z]+)*$/.test(event);
      })
      .map(shown),
    'nobody tells the members of a registry apart but themselves': registriesOf(files, ours).flatMap(
      ({ folder, members }) => {
        const asked = new RegExp(
          `(?:\\bcase |\\b(?:kind|tool|adapter)(?:\\.id)? [!=]== )'(?:${members.join('|')})'`,
        );
        return whereLine(({ file, text }) => !file.startsWith(folder) && asked.test(text));
      },
    ),
    'a name that stood for several things is declared once': declaredTwice(
      files.flatMap((file) => codeLinesOf(sources, file)),
    ),
    'no file is longer than 300 lines': files
      .filter((file) => linesOf(sources, file).length > 301)
      .map((file) => `${file}:301: ${linesOf(sources, file).length - 1} lines`),
  };
}

/** Short names that have tempted every feature to mean something of its own by them. */
const tempting = /^\s*(?:export )?type (?<name>Answer|Asked|Moment|Own|Standing|Told)\b/;

function declaredTwice(lines: Line[]): string[] {
  const declared = lines.filter(({ text }) => tempting.test(text) && !text.trimEnd().endsWith(','));
  const byName = Map.groupBy(declared, ({ text }) => tempting.exec(text)?.groups?.name ?? '');
  return [...byName.values()].filter(({ length }) => length > 1).flatMap((all) => all.slice(1).map(shown));
}

/** Modules of one kind stand in one folder with their registry, which imports each of them. */
function registriesOf(files: string[], imports: Import[]): { folder: string; members: string[] }[] {
  return files
    .filter((file) => file.endsWith('/registry.ts') && !file.includes('/pages/'))
    .map((registry) => {
      const folder = registry.replace(/registry\.ts$/, '');
      const own = imports.filter(
        ({ file, from, isType }) => file === registry && from.startsWith(folder) && !isType,
      );
      return { folder, members: own.map(({ from }) => from.slice(folder.length).replace(/\.tsx?$/, '')) };
    });
}

function toldEdge({ file, number, from }: Import): string {
  return `${file}:${number} -> ${from}`;
}

const written =
  /\b(?:(?:INSERT(?: OR \w+)?|REPLACE) INTO|UPDATE(?: OR \w+)?|DELETE FROM)\s+(?<table>[a-z_]+)/;
const readsWorld = /\bnew Date\(\)|\bDate\.now\(\)|\bMath\.random\(|\bcrypto\.randomUUID\(/;
const isEdge = /^worker\/platform\/(time\/clock|crypto\/(ids|form-token|keyring)|http\/limits)\.ts$/;
const logged = /\b(?:log\([\w']+, |logFailure\()'(?<event>[^']*)'/;
// Not "signature", because a webhook has a signature too.
const civic = /\b(petition|campaign|committee|council|survey|district|supporter)s?\b/i;
