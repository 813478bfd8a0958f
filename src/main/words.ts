/** What the program itself says in the system's dialogs, where no screen can. */
export interface Words {
  readonly cannot_open: string;
  readonly cannot_start: string;
  readonly fault: string;
  readonly fault_text: (folder: string) => string;
  readonly open_ticket: string;
  readonly open_ticket_text: string;
  readonly counting: string;
  readonly counting_text: string;
  readonly unsaved: string;
  readonly unsaved_text: string;
  readonly close: string;
  readonly stay: string;
  readonly screens_stop: string;
  readonly screens_stop_text: string;
  readonly try_again: string;
  readonly quit: string;
  readonly update_failed: (version: string) => string;
  readonly update_failed_text: (version: string) => string;
  readonly put_back: string;
  readonly open_folder: string;
  readonly put_back_done: string;
  readonly put_back_done_text: (version: string) => string;
  readonly choose_update: string;
}

const en: Words = {
  cannot_open: 'Philo POS cannot open this shop',
  cannot_start: 'Philo POS cannot start',
  fault: 'Philo POS has to stop',
  fault_text: (folder) =>
    `Something unexpected went wrong. Every sale that was confirmed is safe. What is known of the fault lies in ${folder}; it holds no names. Start Philo POS again.`,
  open_ticket: 'A ticket is not finished',
  open_ticket_text: 'It is kept, and waits at the till when Philo POS is opened again.',
  counting: 'The drawer is being counted',
  counting_text: 'What was typed for the count is lost when Philo POS closes.',
  unsaved: 'Changes are not saved',
  unsaved_text: 'What was typed into the settings or a form is lost when Philo POS closes.',
  close: 'Close',
  stay: 'Stay open',
  screens_stop: 'The screens keep stopping',
  screens_stop_text: 'Every sale that was confirmed is safe, and the open ticket is kept. Restarting the computer often helps.',
  try_again: 'Try again',
  quit: 'Quit',
  update_failed: (version) => `Philo POS ${version} did not start`,
  update_failed_text: (version) =>
    `It was tried twice after the update from ${version}. The data as it was before the update can be put back; then install Philo POS ${version} again. What is there now becomes a backup.`,
  put_back: 'Put the data back',
  open_folder: 'Open the data folder',
  put_back_done: 'The data is as it was before the update',
  put_back_done_text: (version) =>
    `Install Philo POS ${version} again now. Starting the new version would bring the data up to date once more.`,
  choose_update: 'Folder with the new version',
};

const nb: Words = {
  cannot_open: 'Philo POS kan ikke åpne denne butikken',
  cannot_start: 'Philo POS kan ikke starte',
  fault: 'Philo POS må stoppe',
  fault_text: (folder) =>
    `Noe uventet gikk galt. Alle salg som er bekreftet, er trygge. Det som er kjent om feilen, ligger i ${folder}; det er ingen navn der. Start Philo POS på nytt.`,
  open_ticket: 'En bestilling er ikke ferdig',
  open_ticket_text: 'Den er tatt vare på og venter i kassen når Philo POS åpnes igjen.',
  counting: 'Skuffen blir talt opp',
  counting_text: 'Det som er skrevet inn av tellingen, går tapt når Philo POS lukkes.',
  unsaved: 'Endringer er ikke lagret',
  unsaved_text: 'Det som er skrevet inn i innstillingene eller et skjema, går tapt når Philo POS lukkes.',
  close: 'Lukk',
  stay: 'Behold åpen',
  screens_stop: 'Skjermbildene stopper stadig',
  screens_stop_text:
    'Alle salg som er bekreftet, er trygge, og den åpne bestillingen er tatt vare på. Det hjelper ofte å starte maskinen på nytt.',
  try_again: 'Prøv igjen',
  quit: 'Avslutt',
  update_failed: (version) => `Philo POS ${version} startet ikke`,
  update_failed_text: (version) =>
    `Det er prøvd to ganger etter oppdateringen fra ${version}. Dataene kan settes tilbake slik de var før oppdateringen; installer deretter Philo POS ${version} på nytt. Det som er der nå, blir en sikkerhetskopi.`,
  put_back: 'Sett dataene tilbake',
  open_folder: 'Åpne datamappen',
  put_back_done: 'Dataene er slik de var før oppdateringen',
  put_back_done_text: (version) =>
    `Installer Philo POS ${version} på nytt nå. Starter du den nye versjonen, blir dataene oppdatert enda en gang.`,
  choose_update: 'Mappe med den nye versjonen',
};

/** In the shop's language, or the system's where the shop is not open: `nb-NO`, `no`, `en-GB`. */
export const wordsIn = (language: string): Words => (/^(nb|nn|no)\b/i.test(language) ? nb : en);
