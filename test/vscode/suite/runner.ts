/** As much of a test runner as one suite needs: it loads inside VS Code, where no other is at hand. */

interface TestCase {
  readonly name: string;
  readonly body: () => Promise<void>;
}

/** What came of a run. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const TEST_TIMEOUT_MS = 60_000;
const cases: TestCase[] = [];

/** Tests whose name begins so run in a window that speaks Spanish; all others in one that does not. */
const IN_SPANISH = 'in Spanish: ';

/** Declares a test; they run one after the other, in this order. */
export function test(name: string, body: () => Promise<void>): void {
  cases.push({ name, body });
}

/**
 * Runs the declared tests and prints a line for each.
 * @param only a regular expression: tests whose name it does not match are left out.
 * @param language of the window.
 */
export async function runAll(only: string, language: string): Promise<Outcome> {
  let failed = 0;
  const chosen = cases.filter(
    ({ name }) => new RegExp(only, 'i').test(name) && name.startsWith(IN_SPANISH) === (language === 'es'),
  );
  for (const { name, body } of chosen) {
    const started = Date.now();
    try {
      await withTimeout(body(), TEST_TIMEOUT_MS, 'the test did not end in time');
      console.log(`  ✓ ${name} (${Date.now() - started} ms)`);
    } catch (error) {
      failed += 1;
      console.log(`  ✗ ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  return { passed: chosen.length - failed, failed };
}

/**
 * Tries until `attempt` no longer throws, and gives what it gave.
 * @throws what it threw last, if it still throws after `patience` milliseconds.
 */
export async function eventually<T>(attempt: () => T | Promise<T>, patience = 10_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(50);
    }
  }
}

/** Waits. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function withTimeout<T>(work: Promise<T>, limit: number, message: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
