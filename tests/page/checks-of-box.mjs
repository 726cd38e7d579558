// The box: the list of commands, the fields of a chosen one, whole lines, a narrow screen, and the keyboard alone.

import { check, same } from './checks.mjs';
import { Person } from './people.mjs';

const phone = { viewport: { width: 360, height: 720 }, hasTouch: true, isMobile: true };
const thumb = 44;

export function checksOfBox(browser, stub) {
  const checkWith = (name, options, run) => [name, async () => {
    const person = await Person.arrives(browser, stub.address, options);
    await run(person);
    same(person.troubles, [], 'errors in the page');
    await person.leaves();
  }];
  const items = (person) => person.page.locator('.panel-label').allTextContents();

  return [
    checkWith('a slash lists the commands one may use, and typing narrows the list', { as: 'Coach' }, async (coach) => {
      await coach.page.locator('#text').click();
      await coach.page.keyboard.type('/');
      same(await items(coach), ['/exercise', '/checkin', '/progress', '/goal', '/broken', '/ladder', '/film', '/close-season', '/strength-day add', '/strength-day list'], 'commands');
      same(await coach.count('.panel-tag'), 0, 'marks for who is a coach');
      await coach.page.keyboard.type('strength-d');
      same(await items(coach), ['/strength-day add', '/strength-day list'], 'narrowed commands');
      await coach.becomes('Maya');
      await coach.page.locator('#text').click();
      await coach.page.keyboard.type('/');
      same((await items(coach)).at(-1), '/close-season', 'the last command, which is for coaches');
      same(await coach.page.locator('.panel-item', { hasText: '/close-season' }).locator('.panel-tag').textContent(), 'for coaches', 'its mark');
      await coach.page.keyboard.type('strength-d');
      same(await items(coach), [], 'commands of the coach that Maya is offered');
    }),

    checkWith('an option asks the bot while one types, and drops answers that come too late', { as: 'Maya' }, async (maya) => {
      let first = true;
      await maya.page.route('**/page/interactions', async (route) => {
        const late = first && route.request().postDataJSON().options.name === 'bri';
        if (late) first = false;
        if (late) await new Promise((resolve) => { setTimeout(resolve, 900); });
        await route.continue();
      });
      await maya.page.locator('#text').click();
      await maya.page.keyboard.type('/exercise bri');
      await maya.sees('.option label', 'name');
      await maya.page.waitForRequest('**/page/interactions');
      await maya.page.keyboard.press('Backspace');
      await maya.page.keyboard.press('Backspace');
      await maya.page.keyboard.press('Backspace');
      await maya.page.keyboard.type('squat');
      await maya.sees('.panel-item', 'Split squat');
      await maya.page.waitForTimeout(1000);
      same(await items(maya), ['Squat', 'Split squat'], 'suggestions');
    }),

    checkWith('choices, roles, yes or no, and limits are offered and checked', { as: 'Coach' }, async (coach) => {
      await coach.types('/strength-day add');
      same(await coach.page.locator('.option label').allTextContents(), ['days', 'time'], 'needed options first');
      await coach.press('.panel-item', 'Tue,Thu');
      same(await coach.page.evaluate(() => document.activeElement.labels[0].textContent), 'time', 'the next field');
      await coach.page.keyboard.type('15:30');
      await coach.press('.add', 'role');
      same(await items(coach), ['@Coaches', '@Athletes'], 'roles');
      await coach.press('.panel-item', '@Athletes');
      await coach.press('.add', 'silent');
      same(await items(coach), ['Yes', 'No'], 'yes or no');
      await coach.page.keyboard.type('perhaps');
      await coach.page.keyboard.press('Enter');
      await coach.sees('.box-problem', 'For silent, please pick one from the list.');
      await coach.page.getByLabel('Leave out silent').click();
      await coach.page.keyboard.press('Enter');
      await coach.sees('.text', 'Strength days: tue,thu at 15:30 for @Athletes');
    }),

    checkWith('a number outside its limits is refused kindly, and stays typed', { as: 'Maya' }, async (maya) => {
      await maya.types('/che');
      await maya.press('.add', 'minutes');
      await maya.page.keyboard.type('500');
      await maya.page.keyboard.press('Enter');
      await maya.sees('.box-problem', 'minutes takes a whole number from 1 to 180.');
      same(await maya.page.locator('.option input').inputValue(), '500', 'what was typed');
    }),

    checkWith('a whole typed line is sent as it stands', { as: 'Maya' }, async (maya) => {
      const request = maya.page.waitForRequest('**/page/interactions');
      await maya.sends('/exercise name:bridge share:everyone');
      const { kind, text } = (await request).postDataJSON();
      same([kind, text], ['line', '/exercise name:bridge share:everyone'], 'what was sent');
      await maya.sees('.card-title', 'Bridge');
      same(await maya.page.locator('.entry').last().locator('.only-you').count(), 0, 'answers only for her');
    }),

    checkWith('a line without what it needs becomes fields; a refusal keeps what was typed', { as: 'Maya' }, async (maya) => {
      await maya.types('/exercise share:everyone');
      await maya.sees('.option label', 'name');
      same(await maya.page.locator('.option input').last().inputValue(), 'everyone', 'what was typed');
      await maya.page.keyboard.press('Escape');
      await maya.types('/nonsense a:b');
      await maya.sees('.box-problem', 'There is no command /nonsense');
      same(await maya.page.locator('#text').inputValue(), '/nonsense a:b', 'what was typed');
    }),

    checkWith('everything works with the keyboard alone', {}, async (person) => {
      const { keyboard } = person.page;
      const focused = () => person.page.evaluate(() => document.activeElement.textContent);
      await keyboard.press('Tab');
      for (let n = 0; n < 12 && !(await focused()).includes('Maya'); n += 1) await keyboard.press('Tab');
      await keyboard.press('Enter');
      await person.page.locator('.person[aria-current]', { hasText: 'Maya' }).waitFor();
      check((await focused()).includes('Maya'), 'the switch lost the keyboard');
      for (let n = 0; n < 40 && (await person.page.evaluate(() => document.activeElement.id)) !== 'text'; n += 1) await keyboard.press('Tab');
      await keyboard.type('/');
      await keyboard.press('ArrowDown');
      await keyboard.press('ArrowUp');
      await keyboard.press('Tab');
      await person.sees('.command-name', '/exercise');
      await keyboard.type('side');
      await person.sees('.panel-item', 'Side plank');
      await keyboard.press('Enter');
      await keyboard.press('Enter');
      await person.sees('.card-title', 'Bridge');
      await keyboard.type('/checkin');
      await keyboard.press('Enter');
      await person.sees('.entry:last-child .button', 'Undo');
      // Shift+Tab goes from the box back to the last message: Dismiss, the select, Undo.
      for (let n = 0; n < 6 && (await focused()) !== 'Undo'; n += 1) await keyboard.press('Shift+Tab');
      await keyboard.press('Enter');
      // The button is gone, so its message has the keyboard.
      await person.page.waitForFunction(() => document.activeElement.closest('.entry')?.textContent.includes('Taken back'));
    }),

    checkWith('at 360 pixels nothing scrolls sideways, and what one taps is large enough', { ...phone, as: 'Coach' }, async (coach) => {
      const fits = async (where) => {
        const wide = await coach.page.evaluate(() => [document.documentElement, ...document.querySelectorAll('.log, .foot, dialog, .panel')]
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0).map((one) => one.className || one.tagName));
        same(wide, [], `too wide ${where}`);
        const small = await coach.page.evaluate((least) => [...document.querySelectorAll('button, input, textarea, a.button, .panel-item, .pick')]
          .filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !one.matches('.pill, .skip, .picture, .card-image'))
          .filter((one) => one.getBoundingClientRect().height < least - 0.5).map((one) => one.className || one.id), thumb);
        same(small, [], `too small ${where}`);
        const box = await coach.page.locator('#box .box-row').boundingBox();
        check(box.y + box.height <= 720, `the box is out of sight ${where}`);
      };
      stub.say(`${'long'.repeat(60)} \`${'code'.repeat(60)}\` https://example.org/${'path'.repeat(60)}`);
      await coach.sends('/exercise name:bridge');
      await coach.sees('.card');
      await coach.sends('/checkin');
      await coach.sees('.only-you');
      await fits('with a card');
      await coach.page.locator('.slash').tap();
      await fits('with the commands');
      await coach.page.locator('.panel-item', { hasText: '/strength-day add' }).tap();
      await coach.page.locator('.add', { hasText: 'role' }).tap();
      await fits('with fields');
      await coach.page.locator('.cancel').tap();
      await coach.page.locator('.button', { hasText: 'Add details' }).last().tap();
      await coach.sees('dialog');
      await fits('with a form');
    }),
  ];
}
