import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type LoopbackServer = { url: string; close(): Promise<void> };

/** Port 0 takes any free port. Closing also ends connections that still wait for an answer. */
export async function listenOnLoopback(server: Server, port: number): Promise<LoopbackServer> {
  // Otherwise it would close a connection at the moment when a client on a busy machine uses it again.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
