import { campaign, type Person, petition } from './people.ts';
import { floorHost, ungroupedHost } from './server.ts';

const asABrowser = 'accept: text/html\r\naccept-language: en\r\nuser-agent: undersigned-bench\r\n';

export const pageRequest = get(`/petitions/${petition}`);
export const campaignRequest = get(`/campaigns/${campaign}`);
export const shareRequest = get(`/campaigns/${campaign}/share`);
export const homeRequest = get('/');
export const jsonRequest = get(`/api/v1/petitions/${petition}`);

export function floorRequest(path: string, form?: Person): Buffer {
  return form ? post(path, form, floorHost) : get(path, floorHost);
}

export function formRequest(person: Person, formToken: string, host?: string): Buffer {
  return post(`/petitions/${petition}/signatures`, { ...person, form_token: formToken }, host);
}

export function ungroupedRequest(person: Person, formToken: string): Buffer {
  return formRequest(person, formToken, ungroupedHost);
}

export function jsonSignRequest(person: Person, formToken: string): Buffer {
  const body = JSON.stringify({ ...person, form_token: formToken });
  return write(`/api/v1/petitions/${petition}/signatures`, 'application/json', body);
}

export function confirmRequest(token: string): Buffer {
  return post(`/confirm/${token}`, {});
}

export function get(path: string, host = 'localhost'): Buffer {
  return Buffer.from(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\n${asABrowser}\r\n`);
}

function post(path: string, fields: Record<string, string>, host?: string): Buffer {
  return write(path, 'application/x-www-form-urlencoded', new URLSearchParams(fields).toString(), host);
}

export function write(path: string, type: string, body: string, host = 'localhost'): Buffer {
  const head = `POST ${path} HTTP/1.1\r\nhost: ${host}\r\n${asABrowser}content-type: ${type}\r\n`;
  return Buffer.from(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
