import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { colourSheet } from './accents.ts';

const web = import.meta.dirname;
const assets = join(web, 'public/assets');
const manifest = join(web, 'assets.gen.json');

const css = await bundle({
  stdin: {
    contents: `@import './site.css';${colourSheet()}`,
    loader: 'css',
    resolveDir: join(web, 'styles'),
  },
});
const js = await bundle({ entryPoints: [join(web, 'client/site.ts')], format: 'esm' });

const wanted = new Map([
  [`site-${hashOf(css)}.css`, css],
  [`site-${hashOf(js)}.js`, js],
]);
mkdirSync(assets, { recursive: true });
for (const [name, content] of wanted) writeIfChanged(join(assets, name), content);
for (const name of readdirSync(assets)) {
  if (/^site-.*\.(css|js)$/.test(name) && !wanted.has(name)) rmSync(join(assets, name));
}
const [cssName, jsName] = [...wanted.keys()];
writeIfChanged(
  manifest,
  `${JSON.stringify({ css: `/assets/${cssName}`, js: `/assets/${jsName}` }, null, 2)}\n`,
);

async function bundle(what: Parameters<typeof build>[0]): Promise<string> {
  const result = await build({
    bundle: true,
    minify: true,
    write: false,
    target: ['es2022', 'chrome100', 'firefox100', 'safari15'],
    logLevel: 'warning',
    ...what,
  });
  return result.outputFiles?.[0]?.text ?? '';
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}

// wrangler watches what this writes: the same content must not touch the file.
function writeIfChanged(path: string, content: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== content) writeFileSync(path, content);
}
