export { importPhilo, type PhiloImportOptions, type PhiloImportSummary } from './import-philo.ts';
