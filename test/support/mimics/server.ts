import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './certificate.ts';
import { googleForms } from './google-forms.ts';
import { jotform } from './jotform.ts';
import { limesurvey } from './limesurvey.ts';
import { microsoftForms } from './microsoft-forms.ts';
import { type Mimic, mimicPage } from './page.ts';
import { qualtrics } from './qualtrics.ts';
import { survey123 } from './survey123.ts';

const mimics: Mimic[] = [googleForms, microsoftForms, qualtrics, limesurvey, survey123, jotform];

export type MimicServer = {
  /** Flags with which Chromium finds all of them on this machine, under their real names and with https. */
  chromiumFlags: string[];
  close(): Promise<void>;
};

/** Serves, on loopback, imitations of the tools that cities use. They only read their address. */
export async function startMimics(): Promise<MimicServer> {
  const server = createServer(selfSigned(), (request, response) => {
    const mimic = mimics.find(({ host, path }) => {
      return request.headers.host === host && request.url?.split('?')[0] === path;
    });
    response.writeHead(mimic ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(mimic && mimicPage(mimic));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const rules = mimics.map(({ host }) => `MAP ${host} 127.0.0.1:${port}`);
  return {
    chromiumFlags: [`--host-resolver-rules=${rules.join(',')}`, '--ignore-certificate-errors'],
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
