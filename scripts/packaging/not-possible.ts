/** What a person at the command line is told, without a stack trace. */
export class NotPossible extends Error {}
