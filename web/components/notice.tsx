import type { Child } from 'hono/jsx';

/** With `news`, screen readers announce it: it answers what the reader just did. */
export function Notice({ children, news }: { children: Child; news?: boolean }) {
  return (
    <div class="notice" role={news ? 'status' : undefined}>
      {children}
    </div>
  );
}
