import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { err, ok, type Result } from '../platform/result.ts';
import { verifyTexts } from '../verify/check.ts';
import { reportCopy } from '../verify/pages/report-copy.ts';
import { reportWords } from '../verify/pages/report-words.ts';
import { mayRead } from '../verify/report-rules.ts';
import { verifySite } from '../verify/site.ts';
import { runCommand } from './run.ts';
import { siteReader } from './site-reader.ts';

const usage = `Checks statements, proofs and receipts, or the whole log of a site.

  npm run verify -- FILE... --key KEY       files that were downloaded: statements (.json), proofs (.tlog-proof), receipts
  npm run verify -- --site URL              reads the log and all it counts, by HTTP alone
    --details          also lists each check that holds
    --key KEY          the key of the log, if you have it from elsewhere; or a file that holds it
    --remember FILE    compares with the head of the log in this file, and keeps the new one there`;

type Command = {
  files: string[];
  site: string | null;
  key: string | null;
  remember: string | null;
  hasDetails: boolean;
};

process.exitCode = await runCommand<Command>({
  usage,
  switches: ['details'],
  flags: ['site', 'key', 'remember'],
  read(files, switched, { site = null, key = null, remember = null }) {
    const hasDetails = switched.has('details');
    return files.length > 0 === (site === null) ? { files, site, key, remember, hasDetails } : null;
  },
  run: ({ files, site, key, ...more }) =>
    site === null ? checkFiles(files, keysOf(key) ?? '') : checkSite(site, keysOf(key), more),
});

/** npm runs scripts in the project's folder; the path was typed in INIT_CWD. */
function pathOf(typed: string): string {
  return resolve(process.env.INIT_CWD ?? '', typed);
}

function keysOf(key: string | null): string | null {
  return key !== null && existsSync(pathOf(key)) ? readFileSync(pathOf(key), 'utf8') : key;
}

async function checkFiles(files: readonly string[], keys: string): Promise<Result<string, string>> {
  const missing = files.find((file) => !existsSync(pathOf(file)));
  if (missing !== undefined) return err(`There is no file ${missing}.`);
  const given = files.map((name, nth) => {
    const path = pathOf(name);
    return { name, text: mayRead(nth, statSync(path).size) ? readFileSync(path, 'utf8') : null };
  });
  const report = await verifyTexts(given, keys);
  const { heading, lines } = reportWords(report, { words: reportCopy.en, language: 'en' });
  const text = printable([...lines.map((line) => `${line.label}: ${line.text}`), heading]);
  return report.outcome === 'holds' ? ok(text) : err(text);
}

async function checkSite(
  site: string,
  keys: string | null,
  { remember, hasDetails }: Pick<Command, 'remember' | 'hasDetails'>,
): Promise<Result<string, string>> {
  const get = siteReader(site.replace(/\/+$/, ''));
  const file = remember === null ? null : pathOf(remember);
  const remembered = file !== null && existsSync(file) ? readFileSync(file, 'utf8') : null;
  const { problems, checked, notes, found, head } = await verifySite(get, { keys, remembered });
  if (head === '') return err(`There is no log to read at ${site}/log/checkpoint. Nothing was checked.`);
  const all = problems.length + checked.length;
  const told = [...(hasDetails ? checked : []), ...(found ? [found] : []), ...notes];
  const hint = hasDetails ? '' : ' --details lists each check that holds.';
  if (problems.length > 0) {
    const sum = `This does not hold: ${problems.length} of ${all} checks fail.${hint}`;
    return err(printable([...told, ...problems, sum]));
  }
  // What does not hold is not remembered: the earlier head is the evidence.
  if (file !== null) writeFileSync(file, head);
  return ok(printable([...told, `All of this holds: ${all} checks.${hint}`]));
}

/** What others wrote could move the cursor of a terminal, or turn the direction of a line, and so hide what fails. */
function printable(lines: readonly string[]): string {
  const escaped = (character: string) => `\\u{${character.codePointAt(0)?.toString(16)}}`;
  return lines.map((line) => line.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escaped)).join('\n');
}
