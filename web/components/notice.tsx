import type { Child } from 'hono/jsx';

/** `news` is read out as it appears: the answer to what the reader just did. */
export function Notice({ children, news }: { children: Child; news?: boolean }) {
  return (
    <div class="notice" role={news ? 'status' : undefined}>
      {children}
    </div>
  );
}
