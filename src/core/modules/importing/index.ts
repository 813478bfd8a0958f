export { bringOverPhilo, importPhilo, type ImportingShop, type PhiloImportOptions, type PhiloImportSummary } from './import-philo.ts';
export { openPhiloFile, type PhiloFile } from './philo-file.ts';
