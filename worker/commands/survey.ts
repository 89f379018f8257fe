import { resolve } from 'node:path';
import { wholeKit } from '../kits/extends/resolve.ts';
import { parseKit } from '../kits/parse.ts';
import { cityKitSection } from '../places/kit.ts';
import { surveyKitSection } from '../surveys/kit/section.ts';
import { surveyOf } from '../surveys/survey.ts';
import { exportSurveyJs } from '../surveys/surveyjs/export-rules.ts';
import { importSurveyJs } from '../surveys/surveyjs/import-rules.ts';
import { linesOf, readJsonFile } from './kit-file.ts';
import { readWholeKit } from './kit-parents.ts';

const usage = `Brings the questions of a survey from SurveyJS into a kit, or from a kit to SurveyJS.

  npm run survey -- import FILE         prints the sections of a kit's survey
  npm run survey -- export KIT SLUG     prints JSON for SurveyJS

What could not be kept is printed beside it, to the standard error.`;

process.exitCode = await run(process.argv.slice(2));

async function run([verb, file, slug, ...more]: string[]): Promise<number> {
  if (verb === '--help' || verb === '-h') {
    console.log(usage);
    return 0;
  }
  const isComplete = (verb === 'import' && !slug) || (verb === 'export' && slug);
  if (!file || !isComplete || more.length > 0) return fail([usage]);
  // npm runs scripts in the project's folder; the path was typed in INIT_CWD.
  const path = resolve(process.env.INIT_CWD ?? '', file);
  if (slug) {
    const kit = await readWholeKit(path);
    return kit.ok ? exportFrom(wholeKit(kit.value), slug) : fail(kit.error);
  }
  const survey = readJsonFile(path);
  return survey.ok ? importFrom(survey.value.json) : fail(survey.error);
}

function importFrom(json: unknown): number {
  const { sections, leftOut } = importSurveyJs(json);
  const told = leftOut.map(({ path, why }) => `${path}: ${why}`);
  return sections.length > 0 ? print(sections, told) : fail([...told, 'No question could be kept.']);
}

async function exportFrom(json: unknown, slug: string): Promise<number> {
  const { shippedHouse } = await import('../main/features.ts');
  const kit = parseKit(json, await shippedHouse.kitSections());
  if (!kit.ok) return fail(linesOf(kit.error));
  const { surveys } = surveyKitSection.of(kit.value);
  const { city } = cityKitSection.of(kit.value);
  const found = surveys.find((one) => one.slug === slug);
  if (!found) return fail([`The kit has no survey ${slug}: ${surveys.map((one) => one.slug).join(', ')}`]);
  const { title, ask } = found;
  const { json: exported, lost } = exportSurveyJs({ ...surveyOf(found), title, ask }, city.districts);
  return print(
    exported,
    lost.map(({ path, why }) => `${path}: ${why}`),
  );
}

function print(json: unknown, told: string[]): number {
  console.log(JSON.stringify(json, null, 2));
  if (told.length > 0) console.error(told.join('\n'));
  return 0;
}

function fail(lines: string[]): number {
  console.error(lines.join('\n'));
  return 1;
}
