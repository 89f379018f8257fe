import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { isConsistent } from '../../worker/statements/rules/proofs.ts';
import { listenOnLoopback } from './listen.ts';

type Head = { size: number; root: Buffer };

/**
 * A witness (C2SP tlog-witness) that remembers one head of each log and refuses a log that is not the continuation of
 * it. It trusts every log key. GET /seen shows the sizes that it was asked about, PUT /forget forgets everything.
 */
export async function startWitnessServer() {
  const name = 'witness.example';
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const key = Buffer.concat([Buffer.of(4), raw]);
  const id = createHash('sha256').update(`${name}\n`).update(key).digest().subarray(0, 4);
  const heads = new Map<string, Head>();
  const asked: string[] = [];

  function cosign(text: string): string {
    const seconds = 1_800_000_000;
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(seconds));
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), privateKey);
    return `— ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`;
  }

  function addCheckpoint(body: string): { status: number; text: string } {
    const end = body.indexOf('\n\n');
    const [old = '', ...proof] = body.slice(0, end).split('\n');
    const note = body.slice(end + 2);
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    const [origin = '', size = '', root = ''] = text.split('\n');
    const known = heads.get(origin) ?? { size: 0, root: createHash('sha256').digest() };
    asked.push(`${old} new ${size}`);
    if (old !== `old ${known.size}`) return { status: 409, text: `${known.size}\n` };
    const head = { size: Number(size), root: Buffer.from(root, 'base64') };
    const hashes = proof.map((hash) => new Uint8Array(Buffer.from(hash, 'base64')));
    if (!isConsistent(known, head, hashes)) return { status: 422, text: '' };
    heads.set(origin, head);
    return { status: 200, text: cosign(text) };
  }

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    if (request.url === '/seen') return response.end(JSON.stringify(asked));
    if (request.url === '/forget') {
      heads.clear();
      return response.end();
    }
    const { status, text } = addCheckpoint(body);
    response.writeHead(status).end(text);
  });
  const { url, close } = await listenOnLoopback(server, 0);
  return { url, close, vkey: `${name}+${id.toString('hex')}+${key.toString('base64')}` };
}
