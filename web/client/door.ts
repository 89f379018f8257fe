import { forgetDoors, type Kept, keep, readKept } from './door-kept.ts';
import { forgetKept, keptPages } from './leave.ts';

/*
 * The list at the door, which works without a network. Each step is shown at once, kept on the phone and sent when there
 * is a network. The server says how codes stand after it, also by what other phones have sent.
 */

type DoorAnswer = { in: string[]; out: string[]; walk_ins: number; unknown: string[] };

type Door = {
  page: HTMLElement;
  name: string;
  path: string;
  kept: Kept;
  field: HTMLInputElement | null;
  unknown: string[];
  problem: string;
  isSending: boolean;
};

/** Without an answer of the server for so long, the codes leave the phone. */
const unseenFor = 12 * 60 * 60 * 1000;

const page = document.querySelector<HTMLElement>('[data-door]');
if (page) open(page);

function open(page: HTMLElement): void {
  const { name = '', until = '0', path = '' } = page.dataset;
  const kept: Kept = readKept(name) ?? {
    device: crypto.randomUUID().replaceAll('-', ''),
    steps: [],
    isIn: {},
    walkIns: { mine: 0, sent: 0, all: Number(page.dataset.walkIns) },
    until: Number(until),
  };
  const field = page.querySelector<HTMLInputElement>('input[name=code]');
  const door: Door = { page, name, path, kept, field, unknown: [], problem: '', isSending: false };
  listen(door);
  show(door);
  void send(door);
  void keepPage(path);
}

function wordsOf({ page }: Door, key: string): string {
  return page.dataset[key] ?? '';
}

function rowsOf({ page }: Door): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>('li[data-code]')];
}

function show(door: Door): void {
  const { kept, name } = door;
  keep(name, kept);
  let n = 0;
  for (const row of rowsOf(door)) {
    const isIn = kept.isIn[row.dataset.code ?? ''] ?? row.hasAttribute('data-in');
    if (isIn) n += 1;
    showRow(row, isIn, wordsOf(door, isIn ? 'undo' : 'checkIn'));
  }
  const { mine, sent, all } = kept.walkIns;
  write(door, '[data-in-all]', String(n));
  write(door, '[data-walk-in-all]', String(Math.max(0, all + mine - sent)));
  const waits = kept.steps.length;
  const state = waits === 0 ? wordsOf(door, 'sent') : wordsOf(door, 'waits').replace('{n}', String(waits));
  const { unknown, problem } = door;
  const missing = unknown.length > 0 ? wordsOf(door, 'unknown').replace('{codes}', unknown.join(', ')) : '';
  write(door, '[data-sync]', [problem, state, missing].filter(Boolean).join(' '));
}

function write({ page }: Door, selector: string, text: string): void {
  const place = page.querySelector(selector);
  if (place && place.textContent !== text) place.textContent = text;
}

function decide(door: Door, what: 'in' | 'out', code: string): void {
  door.kept.isIn[code] = what === 'in';
  door.kept.steps.push(`${what} ${code} ${Date.now()}`);
  changed(door);
}

function count(door: Door, by: number): void {
  const { kept } = door;
  const { walkIns, device } = kept;
  walkIns.mine = Math.min(999, Math.max(0, walkIns.mine + by));
  kept.steps = kept.steps.filter((step) => !step.startsWith('walk-ins'));
  kept.steps.push(`walk-ins ${device} ${walkIns.mine} ${Date.now()}`);
  changed(door);
}

function changed(door: Door): void {
  door.unknown = [];
  show(door);
  void send(door);
}

async function send(door: Door): Promise<void> {
  if (door.isSending) return;
  door.isSending = true;
  const { kept } = door;
  const sent = kept.steps.slice(0, 200);
  const { mine } = kept.walkIns;
  try {
    const answer = await post(door, sent);
    if (answer.status === 401) {
      door.problem = wordsOf(door, 'signedOut');
      seal(door);
    }
    if (!answer.ok) throw new Error();
    const now = (await answer.json()) as DoorAnswer;
    door.problem = '';
    kept.seenAt = Date.now();
    kept.steps = kept.steps.filter((step) => !sent.includes(step));
    take(door, now, mine);
    door.unknown = [...door.unknown, ...now.unknown];
  } catch {
    // It stays on the phone: the next step, or the network, sends it again.
    if (Date.now() - (kept.seenAt ?? Date.now()) > unseenFor) seal(door);
  }
  door.isSending = false;
  show(door);
  if (sent.length > 0 && kept.steps.length > 0 && kept.steps[0] !== sent[0]) await send(door);
  else if (kept.steps.length === 0 && Date.now() > Number(door.page.dataset.over)) forgetDoors();
}

/**
 * A session that has ended without signing out leaves no list behind: the codes go from the page and from what the phone
 * keeps. Steps that are not sent yet stay until somebody signs in here again, and the field still takes codes.
 */
function seal(door: Door): void {
  door.kept.isIn = {};
  for (const row of rowsOf(door)) row.remove();
  forgetKept();
}

/** What was decided here after sending is newer than the answer. */
function take({ kept }: Door, now: DoorAnswer, mine: number): void {
  const newer = new Set(kept.steps.map((step) => step.split(' ')[1] ?? ''));
  const states = [now.in.map((code) => [code, true] as const), now.out.map((code) => [code, false] as const)];
  for (const [code, isIn] of states.flat()) if (!newer.has(code)) kept.isIn[code] = isIn;
  for (const code of now.unknown) delete kept.isIn[code];
  kept.walkIns.all = now.walk_ins;
  kept.walkIns.sent = mine;
}

/** The page may be an old one that the phone kept: then the answer has the form token of the session. */
async function post({ page, path }: Door, steps: string[]): Promise<Response> {
  const token = page.querySelector<HTMLInputElement>('input[name=form_token]');
  const body = new URLSearchParams({ form_token: token?.value ?? '', steps: steps.join('\n') });
  const init = { method: 'POST', body, headers: { accept: 'application/json' } };
  const answer = await fetch(path, init);
  if (answer.status !== 403) return answer;
  const { form_token = '' } = (await answer.json()) as { form_token?: string };
  body.set('form_token', form_token);
  return fetch(path, init);
}

function listen(door: Door): void {
  const { page, field } = door;
  page.addEventListener('submit', (event) => pressed(door, event));
  for (const part of page.querySelectorAll<HTMLElement>('[data-script]')) part.hidden = false;
  for (const part of page.querySelectorAll<HTMLElement>('[data-no-script]')) part.hidden = true;
  const warn = (event: SubmitEvent) => {
    if (door.kept.steps.length > 0 && !confirm(wordsOf(door, 'leaving'))) event.preventDefault();
  };
  const signOut = document.querySelector<HTMLFormElement>('form[action^="/organize/sign-out"]');
  signOut?.addEventListener('submit', warn, { capture: true });
  addEventListener('online', () => void send(door));
  const fromQr = () => {
    if (field && location.hash.length > 1) field.value = decodeURIComponent(location.hash.slice(1));
  };
  addEventListener('hashchange', fromQr);
  fromQr();
}

function pressed(door: Door, event: SubmitEvent): void {
  const { field } = door;
  const button = event.submitter;
  const form = event.target as HTMLFormElement;
  event.preventDefault();
  event.stopPropagation();
  if (form.elements.namedItem('people')) {
    count(door, Number(button?.getAttribute('data-by') ?? 1));
  } else if (field && form.contains(field)) {
    typed(door, field);
  } else {
    const { name: what, value } = button as HTMLButtonElement;
    decide(door, what === 'out' ? 'out' : 'in', value);
  }
}

function typed(door: Door, field: HTMLInputElement): void {
  const code = field.value.toUpperCase().replaceAll(/[\s-]/g, '');
  if (code.length !== 7) {
    door.problem = wordsOf(door, 'wrong');
    show(door);
    return;
  }
  door.problem = '';
  field.value = '';
  field.focus();
  decide(door, 'in', code);
}

/** What is read out is not written anew where it stays the same. */
function showRow(row: HTMLElement, isIn: boolean, label: string): void {
  row.toggleAttribute('data-in', isIn);
  const button = row.querySelector('button');
  if (!button) return;
  button.name = isIn ? 'out' : 'in';
  button.classList.toggle('secondary', isIn);
  if (button.firstChild?.textContent !== label) button.firstChild?.replaceWith(label);
}

/** Keeps this page and its files, so that it opens again without a network. */
async function keepPage(path: string): Promise<void> {
  try {
    await navigator.serviceWorker.register('/offline.js', { scope: path.replace(/\?.*/, '') });
    const cache = await caches.open(keptPages);
    const files = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
      ({ href }) => href,
    );
    const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src);
    const page = location.href.replace(/#.*/, '');
    for (const url of [page, ...files, ...scripts]) await cache.add(url).catch(() => {});
  } catch {
    // Without a service worker the list works for as long as the page is open.
  }
}
