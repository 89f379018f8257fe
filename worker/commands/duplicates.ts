import { ok } from '../platform/result.ts';
import { findDuplicates, type PossibleDuplicates } from '../signatures/find-duplicates.ts';
import { withDatabase } from './database.ts';
import { readKeys } from './keys.ts';
import { runCommand } from './run.ts';

const usage = `Lists possible duplicates: people who count, and who may be one. Common names are common, so nothing follows by itself.

  npm run duplicates
  --remote             in production, with its KEYRING before the command`;

const why: Record<PossibleDuplicates['likeness'], string> = {
  zip: 'the same name and ZIP code, from two mailboxes',
  street: 'the same name and street, from two mailboxes',
  inbox: 'names that differ by a letter or two, from one mailbox',
};

process.exitCode = await runCommand<'list'>({
  usage,
  read: (words) => (words.length === 0 ? 'list' : null),
  async run(_command, remote) {
    const { keyring } = readKeys(remote);
    const found = await withDatabase({ remote }, (db) => findDuplicates({ db, keyring }));
    return ok(found.length > 0 ? found.flatMap(linesOf).join('\n') : 'there are none');
  },
});

function linesOf({ slug, likeness, people }: PossibleDuplicates): string[] {
  return [
    `${slug}: ${why[likeness]}`,
    ...people.map(({ code, name, zip, street, source, confirmedOn }) =>
      [`  ${code}`, confirmedOn, zip, name, street, `by ${source}`].filter((part) => part !== '').join('  '),
    ),
  ];
}
