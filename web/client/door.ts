import { forgetDoors, type Kept, keep, readKept } from './door-kept.ts';
import { keptPages } from './leave.ts';

/*
 * The list at the door, which works without a network. Each step is shown at once, kept on the phone and sent when there
 * is a network. The server says how codes stand after it, also by what other phones have sent.
 */

type Answer = { in: string[]; out: string[]; walk_ins: number; unknown: string[] };

const door = document.querySelector<HTMLElement>('[data-door]');
if (door) open(door);

function open(door: HTMLElement): void {
  const { name = '', until = '0', path = '' } = door.dataset;
  const kept: Kept = readKept(name) ?? {
    device: crypto.randomUUID().replaceAll('-', ''),
    steps: [],
    isIn: {},
    walkIns: { mine: 0, sent: 0, all: Number(door.dataset.walkIns) },
    until: Number(until),
  };
  const words = (key: string) => door.dataset[key] ?? '';
  const rows = () => [...door.querySelectorAll<HTMLElement>('li[data-code]')];
  const field = door.querySelector<HTMLInputElement>('input[name=code]');
  let unknown: string[] = [];
  let problem = '';
  let isSending = false;

  const show = () => {
    keep(name, kept);
    let n = 0;
    for (const row of rows()) {
      const isIn = kept.isIn[row.dataset.code ?? ''] ?? row.hasAttribute('data-in');
      if (isIn) n += 1;
      showRow(row, isIn, isIn ? words('undo') : words('checkIn'));
    }
    const { mine, sent, all } = kept.walkIns;
    write('[data-in-all]', String(n));
    write('[data-walk-in-all]', String(Math.max(0, all + mine - sent)));
    const waits = kept.steps.length;
    const state = waits === 0 ? words('sent') : words('waits').replace('{n}', String(waits));
    const missing = unknown.length > 0 ? words('unknown').replace('{codes}', unknown.join(', ')) : '';
    write('[data-sync]', [problem, state, missing].filter(Boolean).join(' '));
  };
  const write = (selector: string, text: string) => {
    const place = door.querySelector(selector);
    if (place && place.textContent !== text) place.textContent = text;
  };

  const decide = (what: 'in' | 'out', code: string) => {
    kept.isIn[code] = what === 'in';
    kept.steps.push(`${what} ${code} ${Date.now()}`);
    changed();
  };
  const count = (by: number) => {
    const { walkIns, device } = kept;
    walkIns.mine = Math.min(999, Math.max(0, walkIns.mine + by));
    kept.steps = kept.steps.filter((step) => !step.startsWith('walk-ins'));
    kept.steps.push(`walk-ins ${device} ${walkIns.mine} ${Date.now()}`);
    changed();
  };
  const changed = () => {
    unknown = [];
    show();
    void send();
  };

  const send = async (): Promise<void> => {
    if (isSending) return;
    isSending = true;
    const sent = kept.steps.slice(0, 200);
    const { mine } = kept.walkIns;
    try {
      const answer = await post(sent);
      if (answer.status === 401) problem = words('signedOut');
      if (!answer.ok) throw new Error();
      const now = (await answer.json()) as Answer;
      problem = '';
      kept.steps = kept.steps.filter((step) => !sent.includes(step));
      take(now, mine);
      unknown = [...unknown, ...now.unknown];
    } catch {
      // It stays on the phone: the next step, or the network, sends it again.
    }
    isSending = false;
    show();
    if (sent.length > 0 && kept.steps.length > 0 && kept.steps[0] !== sent[0]) await send();
    else if (kept.steps.length === 0 && Date.now() > Number(door.dataset.over)) forgetDoors();
  };

  /** What was decided here after sending is newer than the answer. */
  const take = (now: Answer, mine: number) => {
    const newer = new Set(kept.steps.map((step) => step.split(' ')[1] ?? ''));
    const states = [
      now.in.map((code) => [code, true] as const),
      now.out.map((code) => [code, false] as const),
    ];
    for (const [code, isIn] of states.flat()) if (!newer.has(code)) kept.isIn[code] = isIn;
    for (const code of now.unknown) delete kept.isIn[code];
    kept.walkIns.all = now.walk_ins;
    kept.walkIns.sent = mine;
  };

  const token = () => door.querySelector<HTMLInputElement>('input[name=form_token]');
  /** The page may be an old one that the phone kept: then the answer has the form token of the session. */
  const post = async (steps: string[]): Promise<Response> => {
    const body = new URLSearchParams({ form_token: token()?.value ?? '', steps: steps.join('\n') });
    const init = { method: 'POST', body, headers: { accept: 'application/json' } };
    const answer = await fetch(path, init);
    if (answer.status !== 403) return answer;
    const { form_token = '' } = (await answer.json()) as { form_token?: string };
    body.set('form_token', form_token);
    return fetch(path, init);
  };

  door.addEventListener('submit', (event) => {
    const pressed = event.submitter;
    const form = event.target as HTMLFormElement;
    event.preventDefault();
    event.stopPropagation();
    if (form.elements.namedItem('people')) return count(Number(pressed?.getAttribute('data-by') ?? 1));
    if (!field || !form.contains(field)) {
      const { name: what, value } = pressed as HTMLButtonElement;
      return decide(what === 'out' ? 'out' : 'in', value);
    }
    const code = field.value.toUpperCase().replaceAll(/[\s-]/g, '');
    if (code.length !== 7) {
      problem = words('wrong');
      return show();
    }
    problem = '';
    field.value = '';
    field.focus();
    decide('in', code);
  });

  for (const part of door.querySelectorAll<HTMLElement>('[data-script]')) part.hidden = false;
  for (const part of door.querySelectorAll<HTMLElement>('[data-no-script]')) part.hidden = true;
  const warn = (event: SubmitEvent) => {
    if (kept.steps.length > 0 && !confirm(words('leaving'))) event.preventDefault();
  };
  const signOut = document.querySelector<HTMLFormElement>('form[action^="/organize/sign-out"]');
  signOut?.addEventListener('submit', warn, { capture: true });
  addEventListener('online', () => void send());
  addEventListener('hashchange', () => fromQr());
  const fromQr = () => {
    if (field && location.hash.length > 1) field.value = decodeURIComponent(location.hash.slice(1));
  };
  fromQr();
  show();
  void send();
  void keepPage(path);
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
