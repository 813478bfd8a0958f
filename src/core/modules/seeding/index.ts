export { generateOrders, type GenerateOptions, type GenerateSummary, MAX_GENERATED_DAYS, MAX_GENERATED_ORDERS } from './generate-orders.ts';
export { seedDemo, type SeedingShop, type SeedOptions, type SeedSummary } from './seed-demo.ts';
export { MAX_HISTORY_DAYS } from './seed-history.ts';
