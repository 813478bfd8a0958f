export type { CheckResult } from './check.ts';
export { type VerificationReport, verifyDatabase } from './verify.ts';
