// Takes the README's picture of the page: `node picture.mjs BASEURL OUT.png`, against a running sandbox with a fresh database.

import { statSync } from 'node:fs';
import { startBrowser } from './browser.mjs';
import { Person } from './people.mjs';

const largest = 400 * 1024;
const [address, out] = process.argv.slice(2);
if (!address || !out) {
  console.error('Use: node picture.mjs BASEURL OUT.png');
  process.exit(64);
}

const browser = await startBrowser();
try {
  // A picture too large for the README is taken again with fewer pixels.
  for (const deviceScaleFactor of [1.5, 1]) {
    await take(deviceScaleFactor);
    if (statSync(out).size <= largest) break;
  }
  console.log(`${out}: ${Math.round(statSync(out).size / 1024)} KB`);
} finally {
  await browser.close();
}

async function take(deviceScaleFactor) {
  const maya = await Person.arrives(browser, address.replace(/\/$/, ''), { as: 'Maya', deviceScaleFactor, colorScheme: 'light', reducedMotion: 'reduce' });
  const { page } = maya;
  await page.locator('#status', { hasText: 'online' }).waitFor({ timeout: 60_000 });
  await page.locator('#text').click();
  await page.keyboard.type('/');
  await maya.sees('.panel-item', '/checkin');
  await page.keyboard.press('Escape');
  await maya.sends('/checkin');
  await maya.sees('.only-you');
  await maya.sends('/exercise name:bridge share:everyone');
  await maya.sees('.card img');
  await page.waitForFunction(() => [...document.querySelectorAll('.card img')].every((image) => image.naturalWidth > 0));
  await page.mouse.move(0, 0);
  // From the first line of the check-in on; the card below it comes as far as there is room.
  await page.evaluate(() => {
    const log = document.querySelector('#log');
    const checkIn = [...document.querySelectorAll('.entry')].at(-2);
    log.scrollTop += checkIn.getBoundingClientRect().top - log.getBoundingClientRect().top;
  });
  await page.waitForTimeout(300);
  await page.screenshot({ path: out });
  await maya.leaves();
}
