export { type VerificationReport, verifyDatabase } from './verify.ts';
