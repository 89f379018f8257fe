import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { kitOf } from '../../worker/writing/new-kit/ask-new-kit.ts';
import { runCommand } from './run-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'undersigned-new-kit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const answers = {
  from: 'nothing',
  city: 'Riverton, oh',
  zips: '45001, 45002',
  council: 'the Riverton City Council',
  'council-email': 'clerk@example.org',
  name: 'Library open on Saturdays',
  ask: 'Keep the Elm Street library open on Saturdays',
  email: 'library@example.org',
};

function runNew(given: Record<string, string>) {
  const flags = Object.entries(given).flatMap(([flag, answer]) => [`--${flag}`, answer]);
  return runCommand('kit', ['new', ...flags], { INIT_CWD: folder });
}

test('seven answers make a kit of about sixty lines that is right, and it is never written over', async () => {
  const first = await runNew(answers);
  expect([first.code, first.errors]).toEqual([0, '']);
  expect(first.out).toContain('npm run kit -- open library-open-on-saturdays.json');
  expect(first.out).toContain('docs/campaigns.md');
  const file = join(folder, 'library-open-on-saturdays.json');
  const text = readFileSync(file, 'utf8');
  expect(text.split('\n').length).toBeLessThanOrEqual(65);
  expect(JSON.parse(text)).toMatchObject({
    languages: ['en'],
    city: { region: 'Ohio', time_zone: 'America/New_York', zips: { 45001: { city: 1 } } },
    council: { name: 'Riverton City Council', contact_email: 'clerk@example.org' },
  });
  expect(await runCommand('kit', ['check', file])).toMatchObject({
    code: 0,
    out: 'campaign library-open-on-saturdays: the kit is right\n',
  });

  const again = await runNew({ ...answers, ask: 'Close it' });
  expect([again.code, again.errors]).toEqual([
    1,
    'library-open-on-saturdays.json is there already. Give the kit another name with --file.\n',
  ]);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('what is missing or wrong is told at once where nobody can be asked, and nothing is written', async () => {
  const before = readdirSync(folder);
  const { code, errors } = await runNew({
    from: 'nothing',
    city: 'Riverton',
    zips: '4500',
    closes: '2020-01-01',
    language: 'fr',
  });
  expect(code).toBe(1);
  expect(errors.trim().split('\n')).toEqual([
    '--city must be a city and a state with a comma between them',
    '--zips must be ZIP codes of five digits, with spaces between them',
    '--council needs an answer',
    '--council-email must be an email address',
    '--name needs an answer',
    '--ask needs an answer',
    '--email must be an email address',
    '--language must be en, es or both',
    '--closes must be a date to come, YYYY-MM-DD',
    'Nothing was written. On a terminal, kit new asks for these.',
  ]);
  expect(readdirSync(folder)).toEqual(before);
});

test('the file and the clock can be named', async () => {
  const given = { ...answers, city: 'Somewhere, Baja', 'time-zone': 'America/Tijuana', file: 'mine.json' };
  expect((await runNew(given)).code).toBe(0);
  const { city } = JSON.parse(readFileSync(join(folder, 'mine.json'), 'utf8'));
  expect(city).toMatchObject({ region: 'Baja', time_zone: 'America/Tijuana' });
});

test('a kit opens on the day that it is in its city, whatever the clock of the machine says', () => {
  const evening = new Date('2026-11-29T02:00:00Z');
  expect(kitOf(answers, evening)).toMatchObject({ ok: true, value: { opensOn: '2026-11-28' } });
});
