import { forgetKept } from './leave.ts';

/** What a phone keeps of a door: codes and numbers, and nothing about anybody. */
export type Kept = {
  /** A random name of this phone, for its own number of people without a sign-up. */
  device: string;
  /** Steps that the server has not taken yet, a line each. */
  steps: string[];
  /** Which codes are in, as far as this phone knows. */
  isIn: Record<string, boolean>;
  /** People without a sign-up: counted here, of these known to the server, and on all phones as of then. */
  walkIns: { mine: number; sent: number; all: number };
  /** When the server last answered this phone. */
  seenAt?: number;
  /** When all of this goes, whatever was sent. */
  until: number;
};

const prefix = 'door ';

export function readKept(name: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(prefix + name) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

/** Without storage the page works as long as it is open. */
export function keep(name: string, kept: Kept): void {
  try {
    localStorage.setItem(prefix + name, JSON.stringify(kept));
  } catch {}
}

/** Of all doors, or of those whose event is long over. */
export function forgetDoors(now = Infinity): void {
  try {
    const names = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    const over = names.filter((key) => now >= (readKept(key.slice(prefix.length))?.until ?? 0));
    for (const name of over) localStorage.removeItem(name);
    if (over.length > 0 && over.length === names.length) forgetKept();
  } catch {}
}

/** On signing out, nothing stays on the phone: neither codes nor pages. */
export function forgetOnSignOut(): void {
  const form = document.querySelector<HTMLFormElement>('form[action^="/organize/sign-out"]');
  form?.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    forgetDoors();
    forgetKept();
  });
  forgetDoors(Date.now());
}
