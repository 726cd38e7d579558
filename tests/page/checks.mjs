// Runs checks one after the other and counts them: one line each, and a last line with the sum.

export function check(condition, words) {
  if (!condition) throw new Error(words);
}

export function same(actual, expected, words) {
  const [one, other] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (one !== other) throw new Error(`${words}: ${one} instead of ${other}`);
}

/** checks: [name, run]. Answers with how many failed. */
export async function runAll(checks) {
  let failed = 0;
  for (const [name, run] of checks) {
    try {
      await run();
      console.log(`ok      ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}\n        ${error.message.split('\n').slice(0, 4).join('\n        ')}`);
    }
  }
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  return failed;
}
