import { createServer } from 'node:http';
import { type LoopbackServer, listenOnLoopback } from './listen.ts';

/** The addresses of names in the tests' DNS. `slow` is never answered. */
const addresses: Record<string, string[]> = {
  'open.example.org': ['93.184.215.14', '2606:2800:21f:cb07::1'],
  'inward.example.org': ['10.0.0.7'],
  'half-inward.example.org': ['93.184.215.14', '169.254.169.254'],
  'inward-six.example.org': ['fd00::7'],
};

/** DNS over HTTPS in the JSON format of Cloudflare and Google. */
export async function startResolverServer(port = 0): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://resolver');
    const name = searchParams.get('name') ?? '';
    if (name.startsWith('slow.')) return;
    const isSix = searchParams.get('type') === 'AAAA';
    const found = (addresses[name] ?? []).filter((address) => address.includes(':') === isSix);
    const alias = { name, type: 5, TTL: 60, data: 'somewhere.example.net.' };
    const Answer = found.map((data) => ({ name, type: isSix ? 28 : 1, TTL: 60, data }));
    const body = addresses[name] ? { Status: 0, Answer: [alias, ...Answer] } : { Status: 3 };
    response.writeHead(200, { 'content-type': 'application/dns-json' }).end(JSON.stringify(body));
  });
  return listenOnLoopback(server, port);
}
