import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PATH = process.env['LUKOU_CHROMIUM'] ?? '/usr/bin/chromium';

/** Why no browser can be had here; null where there is one. */
export function whyNoBrowser(): string | null {
  if (existsSync(PATH)) return null;
  return `no Chromium at ${PATH}. Install Debian’s chromium and fonts-noto-cjk, or name another in LUKOU_CHROMIUM.`;
}

/** Starts Chromium. Its sandbox does not work for root. */
export function launchBrowser(): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: PATH,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--force-color-profile=srgb',
      // Left to choose, it draws maps through a driver that warns on the page’s console of its own slowness.
      '--use-angle=swiftshader',
    ],
  });
}
