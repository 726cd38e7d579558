// The browser test of the chat page: `node page.test.mjs` runs it against the stub, `node page.test.mjs BASEURL` runs the checks
// that hold against a running sandbox with the bot in it.

import { executablePath, hasBrowser, startBrowser } from './browser.mjs';
import { runAll } from './checks.mjs';
import { checksOfAnswers } from './checks-of-answers.mjs';
import { checksOfBox } from './checks-of-box.mjs';
import { checksOfChat } from './checks-of-chat.mjs';
import { checksOfForm } from './checks-of-form.mjs';
import { checksWithBot } from './checks-with-bot.mjs';
import { startStub } from './stub.mjs';

if (!hasBrowser()) {
  console.log(`skipped: no chromium at ${executablePath}`);
  console.log('0 passed, 0 failed');
  process.exit(0);
}

const address = process.argv[2]?.replace(/\/$/, '');
const browser = await startBrowser();
const stub = address ? null : await startStub();
try {
  const checks = stub
    ? [...checksOfChat(browser, stub), ...checksOfBox(browser, stub), ...checksOfForm(browser, stub), ...checksOfAnswers(browser, stub)]
    : checksWithBot(browser, address);
  process.exitCode = (await runAll(checks)) > 0 ? 1 : 0;
} finally {
  await browser.close();
  stub?.close();
}
