export { seedDemo, type SeedingShop, type SeedOptions, type SeedSummary } from './seed-demo.ts';
