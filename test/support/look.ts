import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeFinds } from './axe.ts';
import { desk, phone, sidewaysScroll } from './browser.ts';

const pictures = process.env.PICTURES;
const widths = { narrow: { width: 320, height: 640 }, phone, desk };

/** Nothing amiss at the narrowest, on a phone and on a desk; `PICTURES=FOLDER` keeps what the page looks like. */
export async function look(page: Page, name: string): Promise<void> {
  for (const [width, viewport] of Object.entries(widths)) {
    await page.setViewportSize(viewport);
    expect([name, width, await axeFinds(page)]).toEqual([name, width, []]);
    expect([name, width, await sidewaysScroll(page)]).toEqual([name, width, 0]);
    if (!pictures) continue;
    mkdirSync(pictures, { recursive: true });
    await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize(phone);
}
