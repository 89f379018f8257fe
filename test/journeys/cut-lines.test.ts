import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { site } from '../support/address.ts';
import { openOwnKit } from '../support/own-kit.ts';
import { countsOf, freshEmail, sendJson } from '../support/visitor.ts';

/** Sends a whole submission and closes the connection before there can be an answer. */
async function sendAndLeave(slug: string, person: object): Promise<void> {
  const { hostname, port, host } = new URL(site.url);
  const body = JSON.stringify(person);
  const head = [
    `POST /api/v1/petitions/${slug}/signatures HTTP/1.1`,
    `host: ${host}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  await new Promise<void>((resolve, reject) => {
    const line = connect(Number(port), hostname, () => {
      line.write(`${head.join('\r\n')}\r\n\r\n${body}`, () => {
        line.destroy();
        resolve();
      });
    });
    line.once('error', reject);
  });
}

test('a person who signs while somebody else’s connection breaks gets an answer, and counts once', async () => {
  const { petition } = await openOwnKit('cut-lines');
  const person = (name: string) => ({ given_name: 'Cora', email: freshEmail(name), zip: '28202' });
  const rounds = 12;
  const beside = 8;
  for (let round = 0; round < rounds; round += 1) {
    const leaving = sendAndLeave(petition, person('gone'));
    const staying = Array.from({ length: beside }, () =>
      sendJson(`/api/v1/petitions/${petition}/signatures`, person('here')),
    );
    const answers = await Promise.all(staying);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    await leaving;
  }
  const { received, unconfirmed } = await countsOf(petition);
  expect(unconfirmed).toBe(received);
  expect(received).toBeGreaterThanOrEqual(rounds * beside);
  expect(received).toBeLessThanOrEqual(rounds * (beside + 1));
});
