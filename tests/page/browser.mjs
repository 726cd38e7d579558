// Starting Debian's Chromium with nothing of its own going on in the background.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const hasBrowser = () => existsSync(executablePath);

/** A headless browser; Playwright gives it a new and empty profile each time. */
export function startBrowser() {
  return chromium.launch({
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
