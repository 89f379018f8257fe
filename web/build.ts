import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { colorSheet, framedColorSheet, paperSheet } from './accents.ts';
import { stateOutlines } from './state-outlines.ts';

const web = import.meta.dirname;
const assets = join(web, 'public/assets');
const manifest = join(web, 'assets.gen.json');

const css = await styles(`@import './site.css';${colorSheet()}`);
const reports = await styles(`@import './reports.css';`);
const resources = await styles(`@import './resources.css';`);
const posters = await styles(`@import './posters.css';${paperSheet()}`);
const typosJs = await script('typos');
const typos = `typos-${hashOf(typosJs)}.js`;
const js = await script('site', { typosAddress: JSON.stringify(`/assets/${typos}`) });
const offlineJs = await script('offline');
const doorJs = await script('door');
const speechJs = await script('speech');
const surveyJs = await script('survey');
const verifyJs = await script('../../worker/verify/browser/verify');
const consoleCss = await styles(`@import './console.css';`);
const consoleJs = await script('console');
const embedCss = await styles(`@import './embed.css';${framedColorSheet()}`);
const embedJs = await script('embed');

/** The keys are the names under which pages refer to the files. */
const files = {
  css: { name: `site-${hashOf(css)}.css`, content: css },
  reports: { name: `reports-${hashOf(reports)}.css`, content: reports },
  resources: { name: `resources-${hashOf(resources)}.css`, content: resources },
  posters: { name: `posters-${hashOf(posters)}.css`, content: posters },
  js: { name: `site-${hashOf(js)}.js`, content: js },
  typosJs: { name: typos, content: typosJs },
  offlineJs: { name: `offline-${hashOf(offlineJs)}.js`, content: offlineJs },
  doorJs: { name: `door-${hashOf(doorJs)}.js`, content: doorJs },
  speechJs: { name: `speech-${hashOf(speechJs)}.js`, content: speechJs },
  surveyJs: { name: `survey-${hashOf(surveyJs)}.js`, content: surveyJs },
  verifyJs: { name: `verify-${hashOf(verifyJs)}.js`, content: verifyJs },
  consoleCss: { name: `console-${hashOf(consoleCss)}.css`, content: consoleCss },
  consoleJs: { name: `console-${hashOf(consoleJs)}.js`, content: consoleJs },
  embedCss: { name: `embed-${hashOf(embedCss)}.css`, content: embedCss },
  embedJs: { name: `embed-${hashOf(embedJs)}.js`, content: embedJs },
};
const wanted = Object.values(files);
mkdirSync(assets, { recursive: true });
for (const { name, content } of wanted) writeIfChanged(join(assets, name), content);
for (const name of readdirSync(assets)) {
  const isOurs =
    /^(site|reports|resources|offline|door|speech|posters|survey|verify|console|embed|typos)-.*\.(css|js)$/.test(
      name,
    );
  if (isOurs && wanted.every((file) => file.name !== name)) rmSync(join(assets, name));
}
// Other sites link to this file for years, so its address must never change.
mkdirSync(join(web, 'public/embed'), { recursive: true });
writeIfChanged(join(web, 'public/embed/v1.js'), await script('embed-v1'));
// The commands for checking a count, as the pages of statements and the log name them.
mkdirSync(join(web, 'public/docs'), { recursive: true });
const checking = readFileSync(join(web, '../docs/verify.md'), 'utf8');
writeIfChanged(join(web, 'public/docs/verify.txt'), checking);
writeIfChanged(join(web, 'public/docs/check-py.txt'), firstBlock(checking, 'python'));
writeIfChanged(join(web, 'public/docs/main-go.txt'), firstBlock(checking, 'go'));
// Only the map of one state is read at a time, and none of them by most pages.
mkdirSync(join(web, 'public/states'), { recursive: true });
for (const [code, outline] of stateOutlines()) {
  writeIfChanged(join(web, `public/states/${code}.json`), JSON.stringify(outline));
}
// Kits of other deployments extend it under this address, and the console starts campaigns from it.
mkdirSync(join(web, 'public/kits'), { recursive: true });
const template = JSON.parse(readFileSync(join(web, '../worker/kits/template.json'), 'utf8'));
writeIfChanged(join(web, 'public/kits/template.json'), JSON.stringify(template));
// The scope of a service worker begins where its file lies.
writeIfChanged(join(web, 'public/offline.js'), await script('offline-worker'));
const addresses = Object.entries(files).map(([key, { name }]) => [key, `/assets/${name}`]);
writeIfChanged(manifest, `${JSON.stringify(Object.fromEntries(addresses), null, 2)}\n`);

function styles(contents: string): Promise<string> {
  return bundle({ stdin: { contents, loader: 'css', resolveDir: join(web, 'styles') } });
}

/** Not a module, because a frame without an origin of its own could not load one. */
function script(name: string, define: Record<string, string> = {}): Promise<string> {
  return bundle({ entryPoints: [join(web, `client/${name}.ts`)], format: 'iife', define });
}

async function bundle(what: Parameters<typeof build>[0]): Promise<string> {
  const result = await build({
    bundle: true,
    minify: true,
    write: false,
    external: ['/assets/*'],
    target: ['es2022', 'chrome100', 'firefox100', 'safari15'],
    logLevel: 'warning',
    ...what,
  });
  return result.outputFiles?.[0]?.text ?? '';
}

/** The first block of code in a language. */
function firstBlock(markdown: string, language: string): string {
  const [, code] = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'm').exec(markdown) ?? [];
  if (code === undefined) throw new Error(`docs/verify.md has no block of ${language}`);
  return code;
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}

// wrangler watches these files, so a file is only written if its content changed.
function writeIfChanged(path: string, content: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== content) writeFileSync(path, content);
}
