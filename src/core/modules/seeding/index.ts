export { generateOrders, type GenerateOptions, type GenerateSummary } from './generate-orders.ts';
export { seedDemo, type SeedingShop, type SeedOptions, type SeedSummary } from './seed-demo.ts';
