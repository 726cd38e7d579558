// One line per check, and a count at the end.
export class Report {
  passed = 0;
  failed = 0;

  async check(fact, body) {
    try {
      await body();
      this.passed++;
      console.log(`passed: ${fact}`);
    } catch (error) {
      this.failed++;
      console.log(`FAILED: ${fact}: ${error?.message ?? error}`);
    }
  }

  end() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}

export function equal(actual, expected, what = 'value') {
  if (actual !== expected) throw new Error(`${what} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
}

export function ok(value, what) {
  if (!value) throw new Error(what);
}

/** Rejects instead of waiting for ever. */
export function within(ms, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not happen within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

export async function until(what, look, ms = 5000) {
  const end = Date.now() + ms;
  while (Date.now() < end) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${what} did not happen within ${ms} ms`);
}
