// What happens around an answer: a refusal keeps what was typed, the top of an answer is read first, the keyboard keeps its place,
// marks and pictures look right on every machine.

import { check, same } from './checks.mjs';
import { Person } from './people.mjs';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export function checksOfAnswers(browser, stub) {
  const checkWith = (name, options, run) => [name, async () => {
    const person = await Person.arrives(browser, stub.address, options);
    await run(person);
    same(person.troubles, [], 'errors in the page');
    await person.leaves();
  }];
  const value = (person, name) => person.page.locator('.option', { hasText: name }).locator('input').inputValue();
  const wrong = (person) => person.page.locator('.option:has([aria-invalid=true]) label').allTextContents();

  return [
    checkWith('free text straight after a command goes into its option for free text', { as: 'Maya' }, async (maya) => {
      await maya.page.locator('#text').click();
      await maya.page.keyboard.type('/checkin squats 3x12, plank 1:30');
      same(await value(maya, 'what'), 'squats 3x12, plank 1:30', 'what');
      await maya.page.keyboard.press('Enter');
      await maya.sees('.entry:last-child .text', 'Logged squats 3x12, plank 1:30');
    }),

    checkWith('what the bot refuses comes back into the box, with the part that is wrong marked', { as: 'Maya' }, async (maya) => {
      await maya.page.locator('#text').click();
      await maya.page.keyboard.type('/checkin plank 25:99');
      await maya.press('.add', 'minutes');
      await maya.page.keyboard.type('30');
      await maya.page.keyboard.press('Enter');
      await maya.sees('.entry:last-child .text', 'I could not read 25:99');
      await maya.sees('.command-name', '/checkin');
      same([await value(maya, 'what'), await value(maya, 'minutes')], ['plank 25:99', '30'], 'what was typed');
      same(await wrong(maya), ['what'], 'the marked part');
      check(await maya.page.evaluate(() => document.activeElement.getAttribute('aria-invalid') === 'true'), 'the keyboard is elsewhere');
    }),

    checkWith('a refusal that asks for more opens the field it asks for', { as: 'Maya' }, async (maya) => {
      await maya.page.locator('#text').click();
      await maya.page.keyboard.type('/checkin forever and a day');
      await maya.page.keyboard.press('Enter');
      await maya.sees('.entry:last-child .text', 'Add minutes:');
      same(await wrong(maya), ['minutes'], 'the marked part');
      same(await value(maya, 'what'), 'forever and a day', 'what was typed');
    }),

    checkWith('an answer that was taken leaves the box empty', { as: 'Maya' }, async (maya) => {
      await maya.sends('/checkin minutes:30');
      await maya.sees('.entry:last-child .text', 'Logged: 30 min');
      same([await maya.page.locator('#text').inputValue(), await maya.count('.command-name')], ['', 0], 'the box');
    }),

    checkWith('of an answer that is taller than a phone the top is in view, also when its picture comes late', { ...phone, as: 'Maya' }, async (maya) => {
      await maya.page.route('**/cdn/bridge.png', async (route) => {
        await new Promise((resolve) => { setTimeout(resolve, 400); });
        await route.continue();
      });
      for (let n = 0; n < 20; n += 1) stub.say(`before ${n}`);
      await maya.sends('/exercise name:bridge');
      await maya.page.waitForFunction(() => [...document.querySelectorAll('.card img')].at(-1)?.naturalWidth > 0);
      const [top, height] = await maya.page.evaluate(() => {
        const log = document.querySelector('#log').getBoundingClientRect();
        const entry = [...document.querySelectorAll('.entry')].at(-1).getBoundingClientRect();
        return [entry.top - log.top, entry.height - log.height];
      });
      check(height > 0, 'the card fits the phone, so this shows nothing');
      check(top >= 0 && top < 60, `the card begins ${top} pixels under the top`);
    }),

    checkWith('somebody else\u2019s message does not move who reads further up', { ...phone, as: 'Maya' }, async (maya) => {
      for (let n = 0; n < 30; n += 1) stub.say(`line ${n}`);
      await maya.sends('/exercise name:bridge');
      const box = await maya.page.locator('#log').boundingBox();
      await maya.page.mouse.move(box.x + 50, box.y + 50);
      await maya.page.evaluate(() => document.querySelector('#log').dispatchEvent(new WheelEvent('wheel', { deltaY: -600 })));
      await maya.page.evaluate(() => { document.querySelector('#log').scrollTop -= 600; });
      await maya.page.waitForFunction(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))); }));
      const before = await maya.page.evaluate(() => document.querySelector('#log').scrollTop);
      stub.tell({ content: 'news from elsewhere' });
      await maya.sees('.text', 'news from elsewhere');
      same(await maya.page.evaluate(() => document.querySelector('#log').scrollTop), before, 'where she reads');
      await maya.page.locator('.newest').waitFor();
    }),

    checkWith('a pressed button keeps the keyboard when its message is drawn anew under other ids', { as: 'Maya' }, async (maya) => {
      await maya.sends('/ladder');
      await maya.page.locator('.entry:last-child .button', { hasText: 'Step up' }).focus();
      for (const step of [2, 3, 4]) {
        await maya.page.keyboard.press('Enter');
        await maya.sees('.entry:last-child .text', `Step ${step} of 9`);
        same(await maya.page.evaluate(() => document.activeElement.textContent), 'Step up', 'what has the keyboard');
      }
    }),

    checkWith('marks are drawn, so that no emoji font is needed, and have words', { as: 'Maya' }, async (maya) => {
      await maya.sends('/checkin');
      const text = maya.page.locator('.entry:last-child .text');
      same(await text.locator('svg[role=img]').getAttribute('aria-label'), 'Done', 'the words of the mark');
      check(!/\p{Extended_Pictographic}/u.test(await text.textContent()), 'an emoji is left in the text');
    }),

    checkWith('in a dark page a drawing is dark, and other white paper is turned over', { as: 'Maya', colorScheme: 'dark' }, async (maya) => {
      await maya.sends('/exercise name:bridge');
      await maya.page.waitForFunction(() => [...document.querySelectorAll('.card img')].at(-1)?.currentSrc.endsWith('/page/gallery/bridge.png?theme=dark'));
      await maya.sends('/progress');
      await maya.sees('.card-title', 'Your weeks');
      await maya.page.locator('.entry:last-child img').evaluate((image) => image.decode());
      const turned = await maya.page.locator('.entry:last-child img').evaluate((image) => [image.matches('.on-white'), getComputedStyle(image).filter]);
      same(turned[1] !== 'none', turned[0], 'turned over as far as it is white');
    }),

    checkWith('a film stands still for who asked for no motion, until they play it', { as: 'Maya', reducedMotion: 'reduce' }, async (maya) => {
      await maya.sends('/film');
      const image = maya.page.locator('.entry:last-child img');
      await maya.page.waitForFunction(() => [...document.querySelectorAll('.card img')].at(-1)?.src.startsWith('data:image/png'));
      await maya.press('.play', 'Play');
      check((await image.getAttribute('src')).endsWith('.gif'), 'it does not play');
      await maya.press('.play', 'Stop');
      await maya.page.waitForFunction(() => [...document.querySelectorAll('.card img')].at(-1)?.src.startsWith('data:image/png'));
    }),

    checkWith('a film plays where motion is welcome', { as: 'Maya', reducedMotion: 'no-preference' }, async (maya) => {
      await maya.sends('/film');
      await maya.page.waitForFunction(() => [...document.querySelectorAll('.card img')].at(-1)?.naturalWidth > 0);
      check((await maya.page.locator('.entry:last-child img').getAttribute('src')).endsWith('.gif'), 'it was stopped');
      same(await maya.page.locator('.play').last().isVisible(), false, 'a button to play it');
    }),

    checkWith('a command that a message names is put in the box by a tap, with its fields', { as: 'Coach' }, async (coach) => {
      await coach.sends('/strength-day list');
      await coach.press('.entry:last-child .pill', '/strength-day add');
      await coach.sees('.command-name', '/strength-day add');
    }),

    checkWith('commands are used from the menu of a person and of a message, also by keyboard', { as: 'Maya' }, async (maya) => {
      await maya.page.getByRole('button', { name: 'Apps for Ana' }).click();
      await maya.press('.menu-item', 'Wave at');
      await maya.sees('.entry:last-child .text', 'waves at Ana');
      await maya.sends('two sets of bridges');
      await maya.page.locator('.entry:last-child .menu-opener').focus();
      await maya.page.keyboard.press('Enter');
      await maya.page.keyboard.press('Enter');
      await maya.sees('.entry:last-child .text', 'reads two sets of bridges');
    }),
  ];
}
