type LineAnswer = {
  line: number;
  status: 'signed' | 'illegible' | 'crossed-out' | 'empty' | 'wrong' | 'changed';
  version: number;
  zip: string;
  errors: { field: string; text: string }[];
};

const fields = ['given_name', 'family_name', 'zip', 'email'] as const;
const marks: Record<string, string> = { F2: '?', F4: '-' };

/**
 * Lines of paper by keyboard: Enter stores the line and goes on to the next, which begins with the ZIP code of this one.
 * F2 and F4 mark the line and go on as well. On a line in which nothing was typed, Enter stays.
 * What could not be stored stays in the page, and is sent again with the next line.
 */
export function enterLines(): void {
  const words = document.querySelector<HTMLElement>('[data-lines]');
  const form = words?.closest('form');
  if (!words || !form) return;
  for (const hint of document.querySelectorAll<HTMLElement>('[data-script]')) hint.hidden = false;
  const unsaved = new Set<number>();
  let sending = Promise.resolve();

  const send = () => {
    sending = sending.then(() => sendAll(form, words, unsaved));
  };
  form.addEventListener('keydown', (event) => {
    const line = lineOf(event.target);
    if (line === null || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const mark = marks[event.key];
    if (mark !== undefined) setMark(form, line, mark);
    else if (event.key !== 'Enter') return;
    event.preventDefault();
    if (mark === undefined && isUntouched(form, line)) return;
    unsaved.add(line);
    leave(form, line);
    send();
  });
  form.addEventListener('input', (event) => {
    const line = lineOf(event.target);
    if (line !== null) statusOf(line, words.dataset.unsaved ?? '');
  });
  addEventListener('online', send);
  addEventListener('beforeunload', (event) => {
    if (unsaved.size > 0) event.preventDefault();
  });
  form.addEventListener('submit', () => unsaved.clear());
}

function lineOf(target: EventTarget | null): number | null {
  const line = target instanceof HTMLInputElement ? target.dataset.line : undefined;
  return line === undefined ? null : Number(line);
}

function inputOf(form: HTMLFormElement, field: string, line: number): HTMLInputElement | null {
  const input = form.elements.namedItem(`${field}.${line}`);
  return input instanceof HTMLInputElement ? input : null;
}

function setMark(form: HTMLFormElement, line: number, mark: string): void {
  for (const field of fields) {
    const input = inputOf(form, field, line);
    if (input) input.value = field === 'given_name' ? mark : '';
  }
}

/** Nothing is stored of it, and at most a ZIP code stands in it: F2 or F4 may just have led here. */
function isUntouched(form: HTMLFormElement, line: number): boolean {
  const isBlank = (field: string) => (inputOf(form, field, line)?.value ?? '').trim() === '';
  return ['given_name', 'family_name', 'email'].every(isBlank) && inputOf(form, 'was', line)?.value === '0';
}

/** The ZIP code goes along, past lines that cannot be read. */
function leave(form: HTMLFormElement, line: number): void {
  const next = inputOf(form, 'given_name', line + 1);
  if (!next) {
    form.querySelector<HTMLElement>('button')?.focus();
    return;
  }
  const zip = inputOf(form, 'zip', line + 1);
  if (zip?.value === '' && next.value === '') zip.value = zipAbove(form, line + 1);
  next.focus();
  next.select();
}

function zipAbove(form: HTMLFormElement, line: number): string {
  for (let above = line - 1; above > 0; above -= 1) {
    const zip = inputOf(form, 'zip', above);
    if (!zip) return '';
    if (zip.value !== '') return zip.value;
  }
  return '';
}

function statusOf(line: number, text: string, isWrong = false): void {
  const status = document.querySelector<HTMLElement>(`[data-status="${line}"]`);
  if (!status) return;
  status.textContent = text;
  status.className = isWrong ? 'error' : 'hint';
}

function tokenOf(form: HTMLFormElement): HTMLInputElement | null {
  const token = form.elements.namedItem('form_token');
  return token instanceof HTMLInputElement ? token : null;
}

/** Somebody may have signed in again in another tab: then the answer has the form token of the new session. */
async function post(form: HTMLFormElement, body: URLSearchParams): Promise<Response> {
  const init = { method: 'POST', body, headers: { accept: 'application/json' } };
  const answer = await fetch(form.action, init);
  if (answer.status !== 403) return answer;
  const { form_token = '' } = (await answer.json()) as { form_token?: string };
  const token = tokenOf(form);
  if (token) token.value = form_token;
  body.set('form_token', form_token);
  return fetch(form.action, init);
}

async function sendAll(form: HTMLFormElement, words: HTMLElement, unsaved: Set<number>): Promise<void> {
  const lines = [...unsaved].sort((a, b) => a - b);
  const [first] = lines;
  if (first === undefined) return;
  for (const line of lines) statusOf(line, words.dataset.saving ?? '');
  const tell = (text: string) => {
    for (const line of lines) statusOf(line, text, true);
  };
  const body = new URLSearchParams({ zip_above: zipAbove(form, first) });
  body.set('form_token', tokenOf(form)?.value ?? '');
  for (const line of lines) {
    for (const field of [...fields, 'was']) {
      body.set(`${field}.${line}`, inputOf(form, field, line)?.value ?? '');
    }
  }
  try {
    const answer = await post(form, body);
    if (answer.status === 401) return tell(words.dataset.signedOut ?? '');
    if (!answer.ok) throw new Error();
    const { lines: stored } = (await answer.json()) as { lines: LineAnswer[] };
    for (const one of stored) show(form, words, one, unsaved);
  } catch {
    tell(words.dataset.unsaved ?? '');
  }
}

function show(form: HTMLFormElement, words: HTMLElement, answer: LineAnswer, unsaved: Set<number>): void {
  const { line, status, version, errors } = answer;
  const isWrong = status === 'wrong' || status === 'changed';
  unsaved.delete(line);
  const was = inputOf(form, 'was', line);
  if (was && status !== 'changed') was.value = String(version);
  for (const field of fields) {
    const input = inputOf(form, field, line);
    const isIt = errors.some((error) => error.field === field);
    if (isIt) input?.setAttribute('aria-invalid', 'true');
    else input?.removeAttribute('aria-invalid');
    if (isIt) input?.setAttribute('aria-describedby', `status-${line}`);
  }
  const told =
    status === 'wrong' ? errors.map(({ text }) => text).join('. ') : (words.dataset[keyOf(status)] ?? '');
  statusOf(line, told, isWrong);
}

function keyOf(status: LineAnswer['status']): string {
  return status === 'crossed-out' ? 'crossed' : status;
}
