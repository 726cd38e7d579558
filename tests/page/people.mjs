// A person at the page: opens it, switches who they are, types. Used by the checks and by the picture.

const slow = 10_000;

export class Person {
  static async arrives(browser, address, { as, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', timezoneId: 'Europe/London', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(slow);
    const person = new Person(page, address);
    await page.goto(address);
    await page.locator('.person[aria-current]').waitFor({ state: 'attached' });
    if (as) await person.becomes(as);
    return person;
  }

  constructor(page, address) {
    this.page = page;
    this.address = address;
    this.troubles = [];
    this.strangers = [];
    page.on('pageerror', (error) => this.troubles.push(String(error)));
    page.on('console', (message) => /Content Security Policy|Refused/.test(message.text()) && this.troubles.push(message.text()));
    page.on('request', (request) => !/^(data|blob):/.test(request.url()) && !request.url().startsWith(address) && this.strangers.push(request.url()));
    page.on('dialog', (dialog) => {
      this.troubles.push(`a dialog said ${dialog.message()}`);
      dialog.dismiss();
    });
  }

  async becomes(name) {
    const button = this.page.locator('.person', { hasText: name });
    if (!(await button.isVisible())) await this.page.locator('#me').click();
    await button.click();
    await this.page.locator('.person[aria-current]', { hasText: name }).waitFor({ state: 'attached' });
  }

  /** Types a whole line in the box and presses Enter. */
  async types(line) {
    await this.page.locator('#text').click();
    await this.page.keyboard.type(line);
    await this.page.keyboard.press('Enter');
  }

  /** Types a line, and waits until it has made a new message: only then is the last message the one that is meant. */
  async sends(line) {
    const before = await this.count('.entry');
    await this.types(line);
    await this.page.waitForFunction((count) => document.querySelectorAll('.entry').length > count, before);
  }

  async sees(selector, hasText) {
    await this.page.locator(selector, hasText && { hasText }).last().waitFor();
  }

  async losesSight(selector) {
    await this.page.locator(selector).first().waitFor({ state: 'detached' });
  }

  count(selector, hasText) {
    return this.page.locator(selector, hasText && { hasText }).count();
  }

  /** Clicks what has the words. */
  press(selector, hasText) {
    return this.page.locator(selector, { hasText }).last().click();
  }

  leaves() {
    return this.page.context().close();
  }
}
