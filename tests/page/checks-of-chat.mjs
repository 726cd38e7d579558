// Messages, cards, buttons, people, and what hostile text may do: nothing.

import { check, same } from './checks.mjs';
import { lowContrast } from './contrast.mjs';
import { Person } from './people.mjs';

const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script> @everyone <@1191168000032000096> [x](javascript:alert(3)) **<b>b</b>**';

export function checksOfChat(browser, stub) {
  const arrive = (options) => Person.arrives(browser, stub.address, options);
  const checkWith = (name, options, run) => [name, async () => {
    const person = await arrive(options);
    await run(person);
    same(person.troubles, [], 'errors in the page');
    same(person.strangers, [], 'requests to other places');
    await person.leaves();
  }];

  return [
    checkWith('a channel tells a newcomer what to try, empty or not, until they have done something', { as: 'Zoe' }, async (zoe) => {
      same(await zoe.page.locator('.idea-name').allTextContents(), ['/exercise', '/checkin'], 'ideas for an athlete');
      check(!(await zoe.page.locator('.log').textContent()).includes('Nothing has been said'), 'it claims that nothing was said');
      await zoe.becomes('Maya');
      stub.tell({ content: 'The bot was here before.' });
      await zoe.sees('.text', 'The bot was here before.');
      await zoe.sees('.welcome', 'Welcome to #strength, Maya');
      await zoe.sends('hello');
      await zoe.losesSight('.welcome');
    }),

    checkWith('a tap on an idea puts it in the box', {}, async (coach) => {
      same(await coach.page.locator('.idea-name').allTextContents(), ['/exercise', '/checkin', '/strength-day add'], 'ideas');
      await coach.press('.idea', '/strength-day add');
      await coach.sees('.command-name', '/strength-day add');
    }),

    checkWith('one switches persons, and the address remembers who', {}, async (person) => {
      await person.sees('.channel', 'coaches');
      await person.becomes('Maya');
      same(await person.count('.channel', 'coaches'), 0, 'channels of the coaches that Maya sees');
      const address = person.page.url();
      await person.becomes('Zoe');
      await person.sees('.side-name', 'Westside Runners');
      await person.page.goto(address);
      await person.page.locator('.person[aria-current]', { hasText: 'Maya' }).waitFor();
    }),

    checkWith('a command gives a card with a picture that has words, and opens large', { as: 'Maya' }, async (maya) => {
      await maya.sends('/exercise name:bridge share:everyone');
      const picture = maya.page.locator('.card img');
      await picture.waitFor();
      check((await picture.getAttribute('alt')).startsWith('Side view of a bridge'), 'the picture has no words');
      await maya.sees('.used', 'Maya used /exercise');
      same(await maya.count('.files'), 0, 'the picture shown a second time');
      await picture.click();
      check((await maya.page.locator('.viewer img').getAttribute('alt')).startsWith('Side view'), 'the large picture has no words');
      await maya.page.keyboard.press('Escape');
      await maya.losesSight('.viewer');
    }),

    ['an answer for one person stays with that person', async () => {
      const [maya, ana] = [await arrive({ as: 'Maya' }), await arrive({ as: 'Ana' })];
      await maya.sends('/checkin');
      await maya.sees('.only-you', 'Only you can see this');
      await maya.sends('hello Ana');
      await ana.sees('.text', 'hello Ana');
      same(await ana.count('.personal'), 0, 'personal answers that Ana sees');
      await maya.press('.only-you .plain', 'Dismiss');
      same(await maya.count('.entry', '/checkin'), 0, 'dismissed answers');
      await maya.page.reload();
      await maya.sees('.text', 'hello Ana');
      same(await maya.count('.entry', '/checkin'), 0, 'dismissed answers after a reload');
      await maya.leaves();
      await ana.leaves();
    }],

    checkWith('a pressed button changes its message; a choice does as well', { as: 'Maya' }, async (maya) => {
      await maya.sends('/checkin');
      await maya.press('.picker-opener', 'How hard');
      await maya.press('.pick', 'Hard');
      await maya.sees('.text', 'Logged as hard');
      await maya.press('.button', 'Undo');
      await maya.sees('.text', 'Taken back');
      same(await maya.page.locator('.entry').last().locator('.button').count(), 0, 'buttons left');
    }),

    checkWith('a press without an answer is waited for, and then explained by the message', { as: 'Maya' }, async (maya) => {
      await maya.sends('/exercise name:bridge');
      await maya.press('.button', 'Next step up');
      await maya.page.locator('.button.waiting').waitFor();
      await maya.sees('.entry .problem', 'The application did not respond');
      await maya.losesSight('.button.waiting');
    }),

    checkWith('a command without an answer says so in red in its place', { as: 'Maya' }, async (maya) => {
      await maya.sends('/broken');
      await maya.sees('.thinking', 'CoachBot is thinking…');
      await maya.sees('.entry .problem', 'The application did not respond');
    }),

    checkWith('an answer that takes time is announced, then replaced', { as: 'Maya' }, async (maya) => {
      await maya.sends('/progress');
      await maya.sees('.thinking', 'CoachBot is thinking…');
      await maya.sees('.text', '3 of 4 weeks');
      same(await maya.page.locator('.card img').last().getAttribute('alt'), 'Four bars, three of them full', 'words for the picture');
      same(await maya.page.locator('.entry').last().locator('.thinking').count(), 0, 'announcements left');
    }),

    checkWith('hostile text stays text and pings nobody', { as: 'Maya' }, async (maya) => {
      await maya.sends(hostile);
      await maya.sees('.text', '<script>alert(2)</script>');
      const last = maya.page.locator('.entry').last();
      same(await last.locator('img, script, b, a, .pings').count(), 0, 'nodes made from hostile text');
      same(await last.locator('.text strong').textContent(), '<b>b</b>', 'bold text');
      await maya.sees('.text', '@everyone');
      await maya.types(`${'> '.repeat(400)}${'**_'.repeat(300)}`);
      await maya.sees('.text', '> > >');
      // Patterns that look back and forth can be made to take minutes.
      for (const mark of ['`', '*', '_', '~~', '[', '<', '```\n', '\n', '**a', '_*', 'https://.']) stub.say(`\`\`\`x${mark.repeat(1900 / mark.length)}`);
      stub.say('still there');
      await maya.sees('.text', 'still there');
    }),

    checkWith('markdown looks as in chat', { as: 'Maya' }, async (maya) => {
      const lines = ['# Big', '-# little', '> said', '- one', '  - two', '1. first', '**b** *i* __u__ ~~s~~ `c` snake_case_name \\*plain\\*',
        '[words](https://example.org/a_(b)) <https://example.org> <t:0:D> <#1191168000014000042> ||', '```js', 'x < 1', '```'];
      stub.say(lines.join('\n'));
      const last = maya.page.locator('.entry').last().locator('.text');
      await last.locator('pre').waitFor();
      const found = (selector) => last.locator(selector).allTextContents();
      same(await found('.heading-1, .small, blockquote, pre'), ['Big', 'little', 'said', 'x < 1'], 'blocks');
      same(await found('ul li ul li, ol li'), ['two', 'first'], 'lists');
      same(await found('strong, em, u, s, p > code'), ['b', 'i', 'u', 's', 'c'], 'marks');
      same(await found('a'), ['words', 'https://example.org'], 'links');
      same(await last.locator('a').first().getAttribute('href'), 'https://example.org/a_(b)', 'address');
      same(await found('time, .pill'), ['1 January 1970', '#long-runs'], 'moments and mentions');
      check((await last.textContent()).includes('snake_case_name *plain*'), 'escapes');
    }),

    checkWith('news comes by itself, also after the connection was lost', { as: 'Maya' }, async (maya) => {
      const lost = maya.page.locator('#note', { hasText: 'The connection is lost' });
      // The stream opens a moment after the page is drawn, so the first cut may find none.
      while (!(await lost.isVisible())) {
        stub.cut();
        await maya.page.waitForTimeout(100);
      }
      stub.say('said in the gap');
      await maya.sees('.text', 'said in the gap');
      await maya.page.locator('#note').waitFor({ state: 'hidden' });
      stub.say('said later');
      await maya.sees('.text', 'said later');
    }),

    checkWith('while no bot is online, the page says so', { as: 'Maya' }, async (maya) => {
      stub.setOnline(false);
      await maya.sees('#note', 'CoachBot is starting…');
      stub.setOnline(true);
      await maya.page.locator('#note').waitFor({ state: 'hidden' });
      await maya.sees('#status', 'CoachBot online');
    }),

    checkWith('a thousand messages: the newest is in view', { as: 'Ana' }, async (ana) => {
      for (let n = 1; n <= 1000; n += 1) stub.say(`message number ${n}`);
      await ana.page.reload();
      await ana.page.locator('.text', { hasText: 'message number 1000' }).waitFor();
      await ana.page.waitForFunction(() => {
        const end = [...document.querySelectorAll('.entry')].at(-1).getBoundingClientRect().bottom;
        return end <= document.querySelector('#log').getBoundingClientRect().bottom;
      });
    }),

    ...['light', 'dark'].map((colorScheme) => checkWith(`contrast is at least 4.5 to 1 when it is ${colorScheme}`, { as: 'Coach', colorScheme }, async (coach) => {
      await coach.sends('/exercise name:bridge');
      await coach.sees('.card');
      await coach.sends('/broken');
      await coach.sees('.entry .problem');
      await coach.types('/checkin minutes:many');
      await coach.press('.slash', '/');
      await coach.sees('.panel-item');
      same(await lowContrast(coach.page), [], 'hard to read');
    })),
  ];
}
