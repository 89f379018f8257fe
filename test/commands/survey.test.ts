import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { charlotteFile, runAlone, runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-survey-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(json: unknown): string {
  const file = join(folder, 'surveyjs.json');
  writeFileSync(file, JSON.stringify(json));
  return file;
}

test('import prints the sections of a kit, and beside them what was left out', () => {
  const elements = [
    { type: 'boolean', name: 'Agree', title: { default: 'Do you agree?', es: '¿Está de acuerdo?' } },
    { type: 'html', name: 'note' },
  ];
  const { code, out, errors } = runAlone('survey', ['import', fileOf({ elements })]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject([{ questions: [{ id: 'agree', kind: 'single' }] }]);
  expect(errors).toBe('elements[1]: is of a kind that surveys do not have here: html\n');
});

test('import fails where no question could be kept', async () => {
  const { code, out, errors } = await runCommand('survey', ['import', fileOf({ pages: [] })]);
  expect([code, out, errors]).toEqual([1, '', 'No question could be kept.\n']);
});

test('export prints JSON for SurveyJS, and beside it what that does not have', async () => {
  const { code, out, errors } = await runCommand('survey', ['export', charlotteFile, 'budget-input']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ title: { es: expect.any(String) }, pages: expect.any(Array) });
  expect(errors).toContain("today's amounts are not exported");
});

test('export names the surveys that there are', async () => {
  const { code, errors } = await runCommand('survey', ['export', charlotteFile, 'gone']);
  expect([code, errors]).toEqual([1, 'The kit has no survey gone: budget-input, needs-assessment\n']);
});

test.each([[[]], [['import']], [['export', charlotteFile]], [['import', 'a', 'b']], [['move', 'a']]])(
  'the arguments %j bring the usage, and fail',
  async (args) => {
    const { code, errors } = await runCommand('survey', args);
    expect(code).toBe(1);
    expect(errors).toContain('npm run survey -- import FILE');
  },
);
