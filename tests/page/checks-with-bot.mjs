// What must hold against the real sandbox with the real bot in it. Nothing here depends on words of the bot's that may change.

import { check, same } from './checks.mjs';
import { lowContrast } from './contrast.mjs';
import { Person } from './people.mjs';

const untilOnline = 60_000;

export function checksWithBot(browser, address) {
  let maya;
  let other;
  return [
    ['the page loads, and asks nobody but the sandbox', async () => {
      maya = await Person.arrives(browser, address, { as: 'Maya' });
      await maya.page.locator('#channel-name', { hasText: '#' }).waitFor();
      same(maya.strangers, [], 'requests to other places');
      same(maya.troubles, [], 'errors in the page');
    }],
    ['the commands are listed once the bot is online', async () => {
      await maya.page.locator('#status', { hasText: 'online' }).waitFor({ timeout: untilOnline });
      await maya.page.locator('#text').click();
      await maya.page.keyboard.type('/');
      await maya.page.locator('.panel-item', { hasText: '/exercise' }).first().waitFor({ timeout: untilOnline });
      await maya.sees('.panel-item', '/checkin');
      await maya.page.keyboard.press('Escape');
    }],
    ['/exercise name:bridge gives a card with a picture and words for it', async () => {
      await maya.sends('/exercise name:bridge');
      const picture = maya.page.locator('.entry').last().locator('.card img');
      await picture.waitFor();
      await maya.page.waitForFunction(() => [...document.querySelectorAll('.card img')].at(-1).naturalWidth > 0);
      check((await picture.getAttribute('alt')).length > 10, 'the picture has no words');
    }],
    ['/checkin answers only her, with an Undo', async () => {
      await maya.sends('/checkin');
      const entry = maya.page.locator('.entry', { hasText: '/checkin' }).last();
      await entry.locator('.only-you').waitFor();
      await entry.locator('.button', { hasText: /undo/i }).waitFor();
    }],
    ['the gallery shows every picture, with words, on a phone and in both themes', async () => {
      const page = await maya.page.context().newPage();
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(`${address}/gallery`);
      await page.locator('#pictures:not([aria-busy])').waitFor();
      check((await page.locator('.gallery-entry').count()) >= 45, 'exercises in the gallery');
      same(await page.locator('img:not([alt]), img[alt=""]').count(), 0, 'pictures without words');
      check(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the gallery is wider than a phone');
      for (const theme of ['light', 'dark']) {
        await page.locator(`input[value=${theme}]`).check();
        await page.waitForFunction((wanted) => [...document.images].slice(0, 2).every((image) => image.src.endsWith(wanted) && image.complete && image.naturalWidth > 0), theme);
        same(await lowContrast(page), [], `words hard to read in the ${theme} gallery`);
      }
      await page.close();
    }],
    ['another person does not see it', async () => {
      other = await Person.arrives(browser, address, { as: 'Ana' });
      await other.page.locator('#log[aria-busy=false]').waitFor();
      same(await other.count('.entry', '/checkin'), 0, 'check-ins that Ana sees');
      same([...maya.troubles, ...other.troubles], [], 'errors in the page');
    }],
  ];
}
