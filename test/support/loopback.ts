import type { TestProject } from 'vitest/node';
import { startResendServer } from './resend-server.ts';
import { startTurnstileServer } from './turnstile-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    resendUrl: string;
    turnstileUrl: string;
  }
}

/** The services of others, on this machine: a test gets their addresses by `inject('resendUrl')`. */
export default async function setup(project: TestProject) {
  const resend = await startResendServer();
  const turnstile = await startTurnstileServer();
  project.provide('resendUrl', resend.url);
  project.provide('turnstileUrl', turnstile.url);
  return () => Promise.all([resend.close(), turnstile.close()]);
}
