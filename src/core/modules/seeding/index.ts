export { generateOrders, MAX_GENERATED_DAYS, MAX_GENERATED_ORDERS } from './generate-orders.ts';
export { fillWithDemo, seedDemo } from './seed-demo.ts';
export { MAX_HISTORY_DAYS } from './seed-history.ts';
