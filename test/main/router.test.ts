import { RegExpRouter } from 'hono/router/reg-exp-router';
import { expect, test } from 'vitest';
import { createApp } from '../../worker/main/app.ts';
import { testApp } from '../support/app.ts';

test('every address is one that the fast router takes: with a single other one all requests go the slow way', () => {
  const router = new RegExpRouter<string>();
  for (const { method, path } of createApp(testApp().deps).routes) router.add(method, path, path);
  expect(() => router.match('GET', '/')).not.toThrow();
});
