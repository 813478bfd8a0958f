export { importPhilo, type ImportingShop, type PhiloImportOptions, type PhiloImportSummary } from './import-philo.ts';
