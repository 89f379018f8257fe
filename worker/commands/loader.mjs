// For `node --import`. The features hold pages, and Node strips types but knows no JSX.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from './root.ts';
import { hashOfSource } from './source-hash.ts';

/** The list of features, and the demo, which runs the whole application. */
const bundled = new Set(
  ['../main/features.ts', 'demo/fill.ts'].map((path) => pathToFileURL(join(import.meta.dirname, path)).href),
);
const kept = join(root, '.wrangler/commands');

registerHooks({
  resolve(specifier, context, next) {
    // The list of assets is empty here: commands show no page, and may run before assets are built.
    const isManifest = specifier.endsWith('/assets.gen.json');
    return isManifest
      ? { url: 'data:text/javascript,export default {}', shortCircuit: true }
      : next(specifier, context);
  },
  load(url, context, next) {
    if (!bundled.has(url)) return next(url, context);
    return { format: 'module', source: bundleOnce(fileURLToPath(url)), shortCircuit: true };
  },
});

/** Making it takes up to two seconds of processor time, so it is kept until a file of the source changes. */
function bundleOnce(entry) {
  const name = `${basename(entry, '.ts')}-`;
  const file = join(kept, `${name}${hashOfSource().slice(0, 16)}.js`);
  const known = textOf(file);
  if (known !== null) return known;
  const text = bundle(entry);
  mkdirSync(kept, { recursive: true });
  // Another command may read it at the same time, so it is there whole or not at all.
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
  const others = readdirSync(kept).filter((one) => one.startsWith(name) && one.endsWith('.js'));
  for (const one of others) if (join(kept, one) !== file) rmSync(join(kept, one), { force: true });
  return text;
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

/** All that it imports in one module: a tenth of a second, where file by file would take one. */
function bundle(entry) {
  // Loaded here, so that a command that needs no features does not wait for it.
  const { buildSync } = createRequire(import.meta.url)('esbuild');
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    external: ['*/assets.gen.json'],
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}
