export type DataFolderFault =
  | 'in_use'
  | 'missing_database'
  | 'damaged'
  | 'foreign_database'
  | 'newer_database'
  | 'different_history'
  | 'unusable_folder'
  | 'no_database';

/** The data folder cannot be opened. The message is for the person who started the program and says what to do. */
export class DataFolderError extends Error {
  readonly fault: DataFolderFault;

  constructor(fault: DataFolderFault, message: string) {
    super(message);
    this.name = 'DataFolderError';
    this.fault = fault;
  }
}
