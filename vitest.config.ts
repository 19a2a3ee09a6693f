import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const servers = { globalSetup: ["tests/support/global-setup.ts"], hookTimeout: 60_000, testTimeout: 60_000 };

export default defineConfig({
  test: {
    pool: "forks",
    execArgv: ["--expose-gc"],
    // Vitest leaves one core idle, half of a machine of two.
    maxWorkers: availableParallelism(),
    reporters: ["default", "./tests/support/summary-reporter.ts"],
    // A group starts when the one before it is done: fault tests stop servers and measure times, so they run alone.
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          testTimeout: 30_000,
          include: ["src/**/*.test.ts", "evals/**/*.test.ts", "tests/*.test.ts", "web/**/*.test.{ts,tsx}"],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/{integration,security,support}/**/*.test.ts"],
          sequence: { groupOrder: 2 },
          ...servers,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.ts"],
          sequence: { groupOrder: 3 },
          maxWorkers: 1,
          ...servers,
        },
      },
      {
        extends: true,
        test: {
          name: "faults",
          include: ["tests/faults/**/*.test.ts"],
          sequence: { groupOrder: 4 },
          maxWorkers: 1,
          ...servers,
        },
      },
    ],
  },
});
