// Forms: what is needed, what is refused, what is sent, and how one leaves.

import { same } from './checks.mjs';
import { Person } from './people.mjs';

export function checksOfForm(browser, stub) {
  const checkWith = (name, run) => [name, async () => {
    const maya = await Person.arrives(browser, stub.address, { as: 'Maya' });
    await maya.types('/goal');
    await maya.sees('dialog h2', 'What you work on');
    await run(maya);
    same(maya.troubles, [], 'errors in the page');
    await maya.leaves();
  }];
  const line = (maya) => maya.page.getByLabel('In one line');
  const focusedId = (maya) => maya.page.evaluate(() => document.activeElement.id);

  return [
    checkWith('a form asks for what is missing, and sends what was filled in', async (maya) => {
      await line(maya).fill('ab');
      await maya.press('dialog .button', 'Send');
      same((await maya.page.locator('.wrong:visible').allTextContents()), ['A little more, please: at least 3 characters.', 'Please choose one.'], 'complaints');
      same(await focusedId(maya), await line(maya).getAttribute('id'), 'the field with the keyboard');
      await line(maya).fill('A steady side plank');
      await maya.press('dialog .picker-opener', 'Choose');
      await maya.press('dialog .pick', 'In six weeks');
      const request = maya.page.waitForRequest('**/page/interactions');
      await maya.press('dialog .button', 'Send');
      same((await request).postDataJSON().values, { title: 'A steady side plank', sign: '', when: '6' }, 'what was sent');
      await maya.sees('.text', 'Saved: A steady side plank, in 6 weeks.');
      await maya.losesSight('dialog');
      same(await focusedId(maya), 'text', 'the field with the keyboard');
    }),

    checkWith('a refused form says why and keeps what was typed', async (maya) => {
      await line(maya).fill('refused');
      await maya.press('dialog .picker-opener', 'Choose');
      await maya.page.keyboard.press('Enter');
      await maya.press('dialog .button', 'Send');
      await maya.sees('dialog .problem', 'That line is not allowed here.');
      same(await line(maya).inputValue(), 'refused', 'what was typed');
    }),

    checkWith('Escape closes a list first, then the form', async (maya) => {
      await maya.press('dialog .picker-opener', 'Choose');
      await maya.page.keyboard.press('Escape');
      same(await maya.count('dialog .picks:visible'), 0, 'lists left open');
      same(await maya.count('dialog'), 1, 'forms');
      await maya.page.keyboard.press('Escape');
      await maya.losesSight('dialog');
    }),
  ];
}
