import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { type InputOptions, type Plugin, rolldown } from 'rolldown';
import { createLateStrings, type TakenOut, takeOutIndentation, takeOutStrings } from './late-strings.ts';
import { root } from './root.ts';
import { readAliases } from './wrangler-config.ts';

/*
 * Makes the Worker in `dist/`: what a start evaluates in some parts, and `part-late.js` with what is first evaluated when
 * it is used, which is the console above all. The texts of late pages and the long strings of late code are an asset,
 * which is read before `part-late.js` is evaluated: they are read synchronously, in hundreds of places.
 */
const dist = join(root, 'dist');
const assets = join(root, 'web/public/assets');
const textsModule = 'late-texts';
const ownFolders = ['worker', 'web'].map((folder) => join(root, folder));

const input: InputOptions = {
  cwd: root,
  input: 'worker/main/index.ts',
  external: [/^cloudflare:/, /^node:/],
  resolve: { alias: readAliases(), conditionNames: ['workerd', 'worker', 'browser'] },
  transform: { target: 'es2024', define: { 'process.env.NODE_ENV': '"production"' } },
  // Modules that are imported late and early are early.
  checks: { ineffectiveDynamicImport: false },
};

/** Returns the paths of what it made. */
export async function bundleWorker(): Promise<string[]> {
  const late = await findLate();
  const texts = await readTexts(late);
  const strings = createLateStrings();
  const code = new Map(
    [...late]
      .filter((id) => ownFolders.some((folder) => id.startsWith(folder)) && !texts.has(id))
      .sort()
      .map((id) => [id, takeOutStrings(id, strings, 'lateTexts[0]')]),
  );
  const asset = storeTexts(JSON.stringify([strings.all(), ...texts.values()]));
  const address = `/assets/${basename(asset)}`;
  const build = await rolldown({ ...input, plugins: [readingTexts({ texts, code, address })] });
  const { output } = await build.generate({
    format: 'esm',
    minify: true,
    // Marks for minifiers, of which there are thousands, have done their work.
    comments: { legal: true, annotation: false, jsdoc: false },
    sourcemap: true,
    chunkFileNames: 'part-[name].js',
    codeSplitting: { groups: groupsOf(late) },
  });
  await build.close();
  mkdirSync(dist, { recursive: true });
  const files = output.map((file) => ({
    path: join(dist, file.fileName),
    content: file.type === 'asset' ? file.source : file.code,
  }));
  for (const { path, content } of files) writeIfChanged(path, content);
  removeOthers(dist, 'part-', new Set(output.map(({ fileName }) => fileName)));
  return [asset, ...files.map(({ path }) => path)];
}

/**
 * What is alike compresses better side by side, because compression looks back 32 KB. A group holds what its modules
 * import as well, but for what groups before it hold, so no two import each other.
 */
function groupsOf(late: ReadonlySet<string>) {
  const early = (isOf: (id: string) => boolean) => (id: string) => !late.has(id) && isOf(id);
  const groups = [
    { name: 'texts', test: early((id) => id.endsWith('copy.ts')) },
    { name: 'libraries', test: early((id) => id.includes('node_modules')) },
    { name: 'stores', test: early((id) => id.endsWith('store.ts')) },
    { name: 'pages', test: early((id) => id.includes('/pages/')) },
    { name: 'early', test: early(() => true) },
    // Pages that are early read some of them. So they are evaluated without what else is late.
    { name: 'late-texts', test: (id: string) => late.has(id) && id.endsWith('copy.ts') },
    { name: 'late-pages', test: (id: string) => late.has(id) && id.includes('/pages/') },
    { name: 'late', test: (id: string) => late.has(id) },
  ];
  return groups.map((group, place) => ({ ...group, priority: groups.length - place }));
}

const isStore = (id: string) => id.startsWith(join(root, 'worker')) && id.endsWith('store.ts');

/** The modules that no chain of static imports reaches from the entry. */
async function findLate(): Promise<Set<string>> {
  const importsOf = new Map<string, readonly string[]>();
  let entry = '';
  const graph = await rolldown({
    ...input,
    plugins: [
      {
        name: 'graph',
        buildEnd() {
          for (const id of this.getModuleIds()) {
            const module = this.getModuleInfo(id);
            importsOf.set(id, module?.importedIds ?? []);
            if (module?.isEntry) entry = id;
          }
        },
      },
    ],
  });
  await graph.generate({ codeSplitting: false });
  await graph.close();
  const early = new Set([entry]);
  for (const id of early) for (const next of importsOf.get(id) ?? []) early.add(next);
  return new Set([...importsOf.keys()].filter((id) => !early.has(id)));
}

/** What the late catalogues export. One that holds more than data stays code. */
async function readTexts(ids: Iterable<string>): Promise<Map<string, Record<string, unknown>>> {
  const read = new Map<string, Record<string, unknown>>();
  for (const id of [...ids].filter((one) => one.endsWith('copy.ts')).sort()) {
    const exported = { ...(await import(pathToFileURL(id).href)) };
    if (isDeepStrictEqual(JSON.parse(JSON.stringify(exported)), exported)) read.set(id, exported);
    else console.warn(`${relative(root, id)} holds more than texts`);
  }
  return read;
}

/** Returns the path of the asset. */
function storeTexts(json: string): string {
  const name = `late-texts-${createHash('sha256').update(json).digest('hex').slice(0, 8)}.json`;
  mkdirSync(assets, { recursive: true });
  writeIfChanged(join(assets, name), json);
  removeOthers(assets, 'late-texts-', new Set([name]));
  return join(assets, name);
}

type Late = {
  /** By the path of the module, like `code`. */
  texts: ReadonlyMap<string, Record<string, unknown>>;
  code: ReadonlyMap<string, TakenOut>;
  address: string;
};

function readingTexts({ texts, code, address }: Late): Plugin {
  // The first of the list are the strings of late code.
  const places = new Map([...texts.keys()].map((id, place) => [id, place + 1]));
  return {
    name: 'reading-texts',
    resolveId: (source) => (source === textsModule ? source : null),
    load(id) {
      if (id === textsModule) return readerOf(address);
      const taken = code.get(id);
      // The lines stay the same, so the source map only errs in columns.
      if (taken)
        return {
          code: `import { texts as lateTexts } from '${textsModule}'; ${taken.code}`,
          map: taken.map,
          moduleType: 'js',
        };
      const place = places.get(id);
      if (place === undefined) return isStore(id) ? { ...takeOutIndentation(id), moduleType: 'js' } : null;
      const names = Object.keys(texts.get(id) ?? {});
      const lines = names.map((name) => `export const ${name} = texts[${place}].${name};`);
      return [`import { texts } from '${textsModule}';`, ...lines].join('\n');
    },
    transform(code, id) {
      if (!id.startsWith(join(root, 'worker')) || !code.includes('import(')) return null;
      const waiting = code.replaceAll(/\bimport\((['"][^'"]+['"])\)/g, 'readTexts().then(() => import($1))');
      // The lines stay the same, so the source map only errs in columns.
      return waiting === code
        ? null
        : { code: `import { readTexts } from '${textsModule}'; ${waiting}`, map: null };
    },
  };
}

/** A promise of one request cannot be awaited in another, so only the texts themselves are kept. */
function readerOf(path: string): string {
  return `
    import { env } from 'cloudflare:workers';
    export let texts;
    export async function readTexts() {
      if (texts) return;
      const answer = await env.ASSETS.fetch('http://assets${path}');
      if (!answer.ok) throw new Error('the texts of the console cannot be read: are the assets deployed?');
      texts = await answer.json();
    }`;
}

/** Another build of the same source may be read meanwhile, so each file is whole at any time. */
function writeIfChanged(path: string, content: string | Uint8Array): void {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(content))) return;
  const written = `${path}.${process.pid}`;
  writeFileSync(written, content);
  renameSync(written, path);
}

function removeOthers(folder: string, prefix: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix) && !kept.has(name)) rmSync(join(folder, name), { force: true });
  }
}
