import type { AddressInfo } from 'node:net';
import { openConsole } from '../../../src/wiring/index.ts';
import { openSampleWorld } from '../../world/open-sample-world.ts';
import { type World, WORLD_NOW } from '../../world/open-world.ts';
import { builtConsole } from './built-console.ts';
import { launchBrowser, whyNoBrowser } from './find-chromium.ts';
import { openTab, type Tab, type TabOptions } from './open-tab.ts';

export type { Tab, TabOptions } from './open-tab.ts';

/** A gateway that serves the console, and one browser. */
export interface ConsoleWorld {
  readonly world: World;
  readonly url: string;
  open(options?: TabOptions): Promise<Tab>;
  close(): Promise<void>;
}

/** A suite about the console: one gateway and one browser for all its tests, or a skip that says why. */
export function describeConsole(name: string, body: (world: () => ConsoleWorld) => void): void {
  describeIn(openConsoleWorld, name, body);
}

/** The same in a world of the suite's own. */
export function describeIn<Of extends ConsoleWorld>(
  open: () => Promise<Of>,
  name: string,
  body: (world: () => Of) => void,
): void {
  const reason = whyNoBrowser();
  if (reason !== null) {
    console.warn(`skipped: ${name}: ${reason}`);
    describe.skip(name, () => body(() => undefined as never));
    return;
  }
  describe(name, () => {
    let world: Of | undefined;
    beforeAll(async () => {
      world = await open();
    }, 240_000);
    afterAll(() => world?.close());
    body(() => world!);
  });
}

/** Where a world listens, once it does. */
export async function listen(world: World): Promise<string> {
  await world.gateway.app.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(world.gateway.app.server.address() as AddressInfo).port}`;
}

/** A gateway over the sample that serves the console, with settings of its own, and one browser. */
export async function openConsoleWorld(settings: Record<string, string> = {}): Promise<ConsoleWorld> {
  const folder = await builtConsole();
  const world = await openSampleWorld(settings, { openConsole: (issuer) => openConsole([], issuer, folder) });
  const url = await listen(world);
  const browser = await launchBrowser();
  return {
    world,
    url,
    // The world's clock stands still, and its tokens with it.
    open: (options = {}) => openTab({ browser, url, now: WORLD_NOW }, options),
    async close() {
      await browser.close();
      await world.close();
    },
  };
}
