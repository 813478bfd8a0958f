import { apiGuide } from './api-guide.ts';
import type { GeneratedDocument } from './document.ts';
import { errorsDocument } from './errors.ts';
import { keyboardDocument } from './keyboard.ts';
import { licencesDocument } from './licences.ts';
import { settingsDocument } from './settings.ts';

/** Every document that is made from the code. */
export const GENERATED: readonly GeneratedDocument[] = [keyboardDocument, errorsDocument, settingsDocument, licencesDocument, apiGuide];
