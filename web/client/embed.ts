import { askForDistrict } from './district.ts';
import { leaveNoWayBack } from './leave.ts';
import { holdSubmits } from './submit.ts';

type Told = { type: 'ready' | 'signed' } | { type: 'resize'; height: number };

const asked = new URLSearchParams(location.search);

document.querySelector<HTMLElement>('.summary')?.focus();
holdSubmits();
askForDistrict();
leaveNoWayBack();
if (parent !== self) tellParent();

function tellParent(): void {
  const target = parentOrigin();
  if (!target) return;
  const id = asked.get('id');
  const tell = (told: Told) => parent.postMessage({ v: 1, id, ...told }, target);
  tell({ type: 'ready' });
  if ('signed' in document.body.dataset && !isReload()) tell({ type: 'signed' });
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height !== last) tell({ type: 'resize', height });
    last = height;
  }).observe(document.documentElement);
}

/**
 * The origin that messages are sent to, and no other. Where the browser does not list ancestors, it is the referrer or,
 * after a form was sent inside the frame, what the loader gave. A parent without an origin can only be addressed as
 * "*"; it learns a height and that something was signed.
 */
function parentOrigin(): string | null {
  const [above] = location.ancestorOrigins ?? [];
  if (above) return above === 'null' ? '*' : above;
  const from = originOf(document.referrer);
  return from && from !== location.origin ? from : originOf(asked.get('host') ?? '');
}

function originOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
}

function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'reload';
}
