import type { TestProject } from 'vitest/node';
import { startListenerServer } from './listener-server.ts';
import { startNeighborServer } from './neighbor-server.ts';
import { startResendServer } from './resend-server.ts';
import { startResolverServer } from './resolver-server.ts';
import { startTurnstileServer } from './turnstile-server.ts';
import { startWitnessServer } from './witness-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    resendUrl: string;
    turnstileUrl: string;
    listenerUrl: string;
    resolverUrl: string;
    neighborUrl: string;
    witness: { vkey: string; url: string };
  }
}

/** Other companies' services, imitated on this machine. A test gets an address by `inject('resendUrl')`. */
export default async function setup(project: TestProject) {
  const resend = await startResendServer();
  const turnstile = await startTurnstileServer();
  project.provide('resendUrl', resend.url);
  project.provide('turnstileUrl', turnstile.url);
  const listener = await startListenerServer();
  project.provide('listenerUrl', listener.url);
  const resolver = await startResolverServer();
  project.provide('resolverUrl', resolver.url);
  const neighbor = await startNeighborServer();
  project.provide('neighborUrl', neighbor.url);
  const witness = await startWitnessServer();
  project.provide('witness', { vkey: witness.vkey, url: witness.url });
  const all = [resend, turnstile, listener, resolver, neighbor, witness];
  return () => Promise.all(all.map((server) => server.close()));
}
