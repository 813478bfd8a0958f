import { writeFileSync } from 'node:fs';

/** Counts tests for `npm test`. A file that could not be run and an error outside any test count as failures. */
export default class CountReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'failed') counts.failed += 1;
        else counts.skipped += 1;
      }
      counts.failed += module.errors().length;
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length;
    }
    if (process.env.PHILO_TEST_COUNTS) writeFileSync(process.env.PHILO_TEST_COUNTS, JSON.stringify(counts));
  }
}
