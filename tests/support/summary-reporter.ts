import { mkdirSync, writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Names what was left out, ends with one plain line, and in CI counts a skipped test as a failure. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    const skipped: string[] = [];
    for (const module of modules) {
      const failedBefore = count.failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") count.passed += 1;
        else if (state === "failed") count.failed += 1;
        else {
          count.skipped += 1;
          skipped.push(`  ${module.relativeModuleId}: ${test.fullName}`);
        }
      }
      const brokenOutsideTests = module.state() === "failed" && count.failed === failedBefore;
      if (brokenOutsideTests) count.failed += 1;
    }
    report(count, skipped);
  }
}

function report(count: { passed: number; failed: number; skipped: number }, skipped: string[]): void {
  const line = `${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`;
  mkdirSync(".tmp", { recursive: true });
  writeFileSync(".tmp/test-summary.txt", `${line}\n`);
  if (skipped.length > 0) console.log(`\nLeft out:\n${skipped.join("\n")}`);
  console.log(`\n${line}`);
  if (skipped.length > 0 && process.env.CI) {
    console.log("In CI every test must run: skipped tests fail the run.");
    process.exitCode = 1;
  }
}
