import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Asker } from '../../world/open-world.ts';
import { findViolations } from './find-violations.ts';

const PICTURES = join(import.meta.dirname, '../artifacts');

/** How a tab is opened. */
export interface TabOptions {
  /** Signed in from the start; without it, nobody is. */
  readonly caller?: Asker;
  readonly language?: 'zh-CN' | 'en';
  readonly theme?: 'light' | 'dark';
  /** Below `/console/`, with its search. */
  readonly path?: string;
  /** Of the window, in pixels. */
  readonly width?: number;
}

/** A tab of its own, with nothing kept from another. Disposed, it fails where the page broke a rule for all pages. */
export interface Tab extends AsyncDisposable {
  readonly page: Page;
  /** Asserts that axe finds nothing and nothing is wider than the window, and keeps a picture under test/console/artifacts. */
  keep(name: string): Promise<void>;
}

/** Where a tab is opened. */
export interface TabPlace {
  readonly browser: Browser;
  readonly url: string;
  /** What the browser’s clock says when the tab opens; its own time where none is given. */
  readonly now?: string;
  /** An issuer, whose pages and endpoints may be gone to. */
  readonly issuer?: string;
}

/** Opens the console in a tab, signed in or not. */
export async function openTab(place: TabPlace, options: TabOptions): Promise<Tab> {
  const { caller, language = 'zh-CN', theme = 'light', path = '', width = 1280 } = options;
  const context = await place.browser.newContext({
    baseURL: place.url,
    locale: language,
    colorScheme: theme,
    viewport: { width, height: 800 },
    permissions: ['clipboard-write', 'clipboard-read'],
  });
  if (place.now !== undefined) await context.clock.install({ time: place.now });
  const complaints = watch(context, place);
  const page = await context.newPage();
  await page.goto(`/console/${path}`);
  if (caller !== undefined) {
    await page.locator(`[data-caller="${caller}"]`).click();
    await page.locator('.shell-main').waitFor();
  }
  return {
    page,
    async keep(name) {
      expect(await findViolations(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      await mkdir(PICTURES, { recursive: true });
      const kind = [name, caller ?? 'nobody', language, theme, width].join('.');
      await page.screenshot({ path: join(PICTURES, `${kind}.png`), fullPage: true });
    },
    async [Symbol.asyncDispose]() {
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}

/** What no page of the console may do: fail, complain, break its policy, or ask another origin. */
function watch(context: BrowserContext, { url, issuer }: TabPlace): readonly string[] {
  const complaints: string[] = [];
  const isOurs = (address: string | undefined): boolean => address?.startsWith(url) === true;
  context.on('weberror', (error) => {
    if (isOurs(error.page()?.url())) complaints.push(`error: ${String(error.error())}`);
  });
  context.on('console', (message) => {
    const isTold = message.type() === 'error' || message.type() === 'warning';
    if (isTold && isOurs(message.page()?.url())) complaints.push(`console: ${message.text()}`);
  });
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const isLocal = origin === url || origin === issuer || protocol === 'data:' || protocol === 'blob:';
    const asker = request.isNavigationRequest() ? url : request.frame().url();
    if (!isLocal && isOurs(asker)) complaints.push(`request: ${request.url()}`);
  });
  return complaints;
}
