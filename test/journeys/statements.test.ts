import { expect, test } from 'vitest';
import { claimedSubject } from '../../worker/platform/crypto/keyring.ts';
import { readOwnSubject } from '../../worker/signatures/links.ts';
import { checkReceipt, parseReceipt } from '../../worker/statements/rules/member.ts';
import { parseVerifierKey, type VerifierKey } from '../../worker/statements/rules/notes.ts';
import { isConsistent } from '../../worker/statements/rules/proofs.ts';
import { campaignNamed, siteApp } from '../browser/console-places.ts';
import { site } from '../support/address.ts';
import { mondayMorning } from '../support/calendar.ts';
import { organizerIn } from '../support/organizer.ts';
import { openOwnKit } from '../support/own-kit.ts';
import {
  cron,
  freshEmail,
  mailbox,
  mailedLink,
  petitionJson,
  read,
  send,
  signAndConfirm,
  visit,
} from '../support/visitor.ts';
import {
  auditSite,
  authorityOf,
  bytesAt,
  readCheckpoint,
  sha256,
  sigstoreAccepts,
  textAt,
} from './opponent.ts';

const person = (email: string) => ({ given_name: email.split('@')[0] ?? '', email, zip: '28202' });

async function keysOf(): Promise<VerifierKey[]> {
  return (await textAt('/log/keys')).split('\n').flatMap((line) => parseVerifierKey(line) ?? []);
}

/** An organizer strikes off the signature behind an own page. */
async function strikeOff(campaign: string, ownPage: string): Promise<void> {
  const { id } = readOwnSubject(claimedSubject(ownPage.split('/').at(-1) ?? '') ?? '');
  const owner = await organizerIn(siteApp(), await campaignNamed(campaign), {
    role: 'owner',
    hasPasskey: true,
  });
  const answer = await owner.post(`/signatures/${id}/strike-off`, {
    ...{ seen: 'confirmed', decision: 'strike-off', reason: 'made-up' },
  });
  expect(answer.status).toBe(303);
}

test('three weeks that an opponent, a signer and other people’s tools check', async () => {
  const { petition, committee } = await openOwnKit('statements');
  const emails = ['ana', 'ben', 'cruz', 'dee', 'eli', 'fay'].map(freshEmail);
  for (const email of emails.slice(0, 5)) await signAndConfirm(petition, person(email));
  const [ana = '', ben = '', , , eli = ''] = emails;
  const pages = new Map<string, string>();
  for (const email of [ana, ben, eli]) {
    pages.set(email, new URL(await mailedLink(email, '/my/'), site.url).pathname);
  }
  const own = (email: string) => pages.get(email) ?? '';
  expect(await read(own(ana))).toContain('The count is not in a statement yet');
  expect((await send(`${own(ana)}/proof`)).status).toBe(404);

  const now = new Date();
  await cron(mondayMorning(now, 1));
  const firstHead = readCheckpoint(await textAt('/log/checkpoint'));
  const keys = await keysOf();
  expect(await read(own(ana))).toContain('Yes. It is in the statement for the week ending');
  const asked = await send(`${own(ana)}/proof`);
  expect(asked.headers.get('cache-control')).toBe('private, no-store');
  expect(asked.headers.get('content-disposition')).toContain('attachment');
  const ofWeek1 = parseReceipt(await asked.text())!;
  expect(await checkReceipt(ofWeek1, keys)).toMatchObject({ holds: true, isRemoved: false });

  await send(`${own(ben)}/withdraw`);
  await strikeOff('statements-campaign', own(eli));
  await signAndConfirm(petition, person(emails[5] ?? ''));
  await cron(mondayMorning(now, 2));
  await cron(mondayMorning(now, 3));

  const { statements, problems } = await auditSite(petition);
  expect(problems).toEqual([]);
  expect(statements.map(({ members: { added, removed } }) => [added, removed])).toEqual([
    [5, 0],
    [6, 2],
    [6, 2],
  ]);
  const shown = await petitionJson(petition);
  expect(statements[2]?.account).toEqual(shown.counts);
  expect(statements[1]?.account).toMatchObject({ confirmed: 4, withdrawn: 1, invalidated: 1 });
  expect(statements[2]?.places.fewer).toBe(4);

  // The proof of week 1 still holds, and the log that it was given from is the beginning of this one.
  expect(await checkReceipt(ofWeek1, await keysOf())).toMatchObject({ holds: true, isRemoved: false });
  const head = readCheckpoint(await textAt('/log/checkpoint'));
  const consistency = (await textAt(`/log/consistency?from=${firstHead.size}&to=${head.size}`))
    .trimEnd()
    .split('\n')
    .map((line) => new Uint8Array(Buffer.from(line, 'base64')));
  expect(isConsistent(firstHead, head, consistency)).toBe(true);
  expect(isConsistent({ ...firstHead, root: sha256(Buffer.from('fork')) }, head, consistency)).toBe(false);

  // Who has withdrawn can show that they were in and are out.
  expect(await read(own(ben))).toContain('It was in the count and was taken out again');
  const ofBen = parseReceipt(await (await send(`${own(ben)}/proof`)).text())!;
  expect(await checkReceipt(ofBen, keys)).toMatchObject({ holds: true, isRemoved: true });
  expect(await checkReceipt({ ...ofBen, salt: ofWeek1.salt }, keys)).toMatchObject({
    failure: 'not-a-member',
  });

  expect(await read(own(eli))).toContain('It was in the count and was taken out again');
  const ofEli = parseReceipt(await (await send(`${own(eli)}/proof`)).text())!;
  expect(await checkReceipt(ofEli, keys)).toMatchObject({ holds: true, isRemoved: true });

  // The committee is led to what is behind its numbers.
  const week = statements[0]?.week;
  const links = [`/statements/${petition}/${week}`, `/statements/${petition}/${week}.tlog-proof`];
  const digests = (await mailbox(committee)).filter(({ text }) => text.includes('/statements/'));
  const ofFirst = digests.find(({ text }) => text.includes(links[1]!))!;
  for (const link of links) {
    expect(ofFirst.text).toContain(new URL(link, site.url).pathname);
    expect(ofFirst.html).toContain(`${link}"`);
  }
  const staffPage = new URL(await mailedLink(committee, '/tallies/'), site.url).pathname;
  const last = statements[2]?.week;
  const staff = await read(staffPage);
  expect(staff).toContain(`href="/statements/${petition}/${last}"`);
  expect(staff).toContain(`href="/statements/${petition}/${last}.tlog-proof"`);

  // Erasing takes the salt, and the proof with it. The tree stays as it was.
  await send(`${own(ben)}/erase`);
  expect((await send(`${own(ben)}/proof`)).status).toBe(404);
  expect((await auditSite(petition)).problems).toEqual([]);

  // Pages, and files that nobody else has.
  const list = await read(`/statements/${petition}`);
  for (const { week } of statements) expect(list).toContain(`/statements/${petition}/${week}.tlog-proof`);
  const page = await read(`/statements/${petition}/${statements[2]?.week}?lang=es`);
  expect(page).toContain('Qué no prueba');
  expect(page).toContain((await textAt('/log/key')).trim().split('+')[1]);
  for (const path of [
    `/statements/${petition}/1999-W01`,
    `/statements/${petition}/1999-W01.json`,
    '/statements/no-such-petition',
    '/log/tile/0/000.p/255',
    '/log/tile/9/000',
    '/log/tile/0/0',
    `/log/consistency?from=1&to=${head.size + 1}`,
    `/statements/${petition}/tile/entries/000`,
  ]) {
    expect((await visit(path)).status, path).toBe(404);
  }
  for (const query of ['', '?from=1', '?from=2&to=1', '?from=-1&to=1', '?from=a&to=1']) {
    expect((await visit(`/log/consistency${query}`)).status, query).toBeGreaterThanOrEqual(400);
  }
});

test('@sigstore/verify accepts a statement, and refuses each altered byte of entry, proof and signature', async () => {
  const { petition } = await openOwnKit('sigstore');
  for (const name of ['gus', 'hal']) await signAndConfirm(petition, person(freshEmail(name)));
  await cron(mondayMorning(new Date(), 1));
  await cron(mondayMorning(new Date(), 2));
  const { statements } = await auditSite(petition);
  const file = `/statements/${petition}/${statements[1]?.week}`;
  const entry = await bytesAt(`${file}.json`);
  const proof = await textAt(`${file}.tlog-proof`);
  const { origin } = readCheckpoint(await textAt('/log/checkpoint'));
  const authority = authorityOf(await textAt('/log/key'), `https://${origin}`);
  expect(sigstoreAccepts(entry, proof, authority)).toBe(true);

  for (let at = 0; at < entry.length; at += 1) {
    const altered = Uint8Array.from(entry);
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(sigstoreAccepts(altered, proof, authority), `byte ${at} of the entry`).toBe(false);
  }
  const { size } = readCheckpoint(proof.slice(proof.indexOf('\n\n') + 2));
  const [, index = 0] = /^index (\d+)$/m.exec(proof) ?? [];
  const others = Array.from({ length: size + 1 }, (_, n) => n).filter((n) => n !== Number(index));
  for (const other of others.slice(-600)) {
    const altered = proof.replace(`index ${index}\n`, `index ${other}\n`);
    expect(sigstoreAccepts(entry, altered, authority), `index ${other}`).toBe(false);
  }
  const body = proof.indexOf('\n\n') + 2;
  const signatures = proof.indexOf('\n\n', body) + 2;
  const lines = proof.slice(0, body).split('\n').slice(2, -2);
  for (const [n, line] of lines.entries()) {
    for (let at = 0; at < 32; at += 1) {
      const hash = Buffer.from(line, 'base64');
      hash[at] = (hash[at] ?? 0) ^ 1;
      const altered = proof.replace(line, hash.toString('base64'));
      expect(sigstoreAccepts(entry, altered, authority), `byte ${at} of hash ${n}`).toBe(false);
    }
  }
  for (let at = body; at < signatures - 1; at += 1) {
    const altered = proof.slice(0, at) + (proof[at] === 'A' ? 'B' : 'A') + proof.slice(at + 1);
    expect(sigstoreAccepts(entry, altered, authority), `byte ${at} of the checkpoint`).toBe(false);
  }
  const [, name = '', encoded = ''] = proof.slice(signatures).trimEnd().split(' ');
  for (let at = 0; at < 68; at += 1) {
    const signature = Buffer.from(encoded, 'base64');
    signature[at] = (signature[at] ?? 0) ^ 1;
    const altered = `${proof.slice(0, signatures)}— ${name} ${signature.toString('base64')}\n`;
    expect(sigstoreAccepts(entry, altered, authority), `byte ${at} of the signature`).toBe(false);
  }
});
