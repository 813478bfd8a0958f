import type { Texts } from '../en.ts';

export const desktopTexts: Pick<Texts, 'desktop'> = {
  desktop: {
    elsewhere:
      'Oppdateringer, fullskjerm og start sammen med maskinen stilles inn i Philo POS-appen ved selve kassen, ikke i en nettleser.',
    leave_kiosk: 'Forlat fullskjerm',
    crash: {
      title: 'Noe gikk galt',
      program: 'Philo POS stoppet uventet {{time}}',
      screens: 'Skjermbildene stoppet uventet {{time}}',
      hang: 'Skjermbildene svarte ikke lenger {{time}}',
      hint: 'Alle bekreftede salg er trygge. En fil med det som er kjent, uten navn, hjelper den som tar seg av programmet.',
      save: 'Lagre filen',
      dismiss: 'Trengs ikke',
    },
    updates: {
      title: 'Oppdateringer',
      check: 'Se etter nå',
      from_folder: 'Fra en mappe…',
      install: 'Installer nå og start på nytt',
      progress: 'Hentet så langt',
      at_close: 'Den installeres når Philo POS lukkes. Først tas og kontrolleres en sikkerhetskopi.',
      waits: 'Den venter til dette er ferdig:',
      problem: 'Sjekk forbindelsen, eller ta versjonen fra en mappe. Systemet sier: {{problem}}',
      checked: 'Sist sett etter {{time}}',
      states: {
        idle: 'Philo POS {{current}}',
        checking: 'Ser etter en ny versjon…',
        up_to_date: 'Philo POS {{current}} er oppdatert',
        downloading: 'Henter versjon {{version}}',
        ready: 'Versjon {{version}} er klar',
        failed: 'Siste forsøk lyktes ikke',
      },
      blocks: {
        open_ticket: 'en bestilling som ikke er lagt inn',
        counting: 'opptellingen av skuffen',
        exporting: 'en fil som blir skrevet',
        backing_up: 'en sikkerhetskopi',
      },
      modes: {
        by_hand: 'Ingenting hentes av seg selv. Se etter nå, eller ta en ny versjon fra en minnepinne.',
        off_by_environment: 'Oppdateringer er slått av på denne maskinen (PHILO_UPDATES=off).',
        not_installed: 'Denne kopien er ikke installert fra en pakke, så den erstatter ikke seg selv.',
      },
    },
  },
};
