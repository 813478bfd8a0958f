import type { Texts } from '../en.ts';

/** The first run of a new installation. */
export const firstRunTexts: Pick<Texts, 'first_run'> = {
  first_run: {
    progress: 'Oppsettets trinn',
    step_of: 'Trinn {{step}} av {{steps}}',
    promise: 'Alt blir på denne datamaskinen. Ingenting lages før det siste trinnet, og alt kan endres senere.',
    next: 'Neste',
    finish: 'Åpne kassen',
    not_here: 'Denne butikken er ikke satt opp ennå',
    not_here_hint: 'Gå til datamaskinen der Philo POS er installert, og svar på fem spørsmål der. Kom så tilbake hit.',
    steps: { language: 'Språk', shop: 'Butikk', money: 'Avgift og penger', owner: 'Eier', start: 'Begynnelse' },
    titles: {
      language: 'Hvilket språk?',
      shop: 'Butikken din',
      money: 'Avgift og penger',
      owner: 'Du, eieren',
      start: 'Hvordan begynner du?',
    },
    hints: {
      language: 'For skjermer, kvitteringer og rapporter.',
      shop: 'Slik gjester og rapporter skal se den.',
      money: 'Prisene på menyen er uten avgift; den legges til på ordren.',
      owner: 'Du ser og endrer alt. De ansatte legger du til senere.',
      start: 'Hva du enn velger, er kassen åpen rett etterpå.',
    },
    shop_name: 'Butikkens navn',
    shop_name_hint: 'Det står på kvitteringer og på låseskjermen.',
    currency_hint: 'Den kan knapt endres når noe er solgt.',
    zone_hint: 'Butikkens klokke, som dagene skilles etter.',
    tax_hint: 'I prosent, for eksempel 15. La det stå tomt for ingen.',
    pin_hint: '4 til 8 sifre som ingen gjetter: ikke 1234, ikke fødselsdagen din.',
    starts: {
      empty: { name: 'Med en tom butikk', hint: 'Du legger til dine egne varer. Bakrommet viser hvor.' },
      demo: { name: 'Med demokafeen', hint: 'En meny, gjester og to uker med salg å prøve alt på. Den kan kastes senere.' },
      import: { name: 'Fra en fil', hint: 'Et helt sted lagret av Philo POS, eller databasen til et Philo-system.' },
    },
    file: 'Fil å begynne med',
    choose_file: 'Velg filen',
    choose_another: 'Velg en annen fil',
    sending: 'Leser {{name}}…',
    looking: 'Kontrollerer {{name}}…',
    found: 'Den inneholder {{items}} varer i {{categories}} kategorier, {{customers}} kunder og {{orders}} ordrer. Alt kommer over.',
    whole_shop:
      'Dette er hele stedet «{{shop}}» med innstillinger, folk og historikk. Av svarene dine teller bare PIN-koden: Den blir koden til {{owner}}. Alle andre trenger en ny.',
    whole_shop_no_owner:
      'Dette er hele stedet «{{shop}}» med innstillinger og historikk. Av svarene dine teller navnet og PIN-koden: Du blir eieren.',
    only_owner: 'Ansatte finnes ikke i en slik fil: Du er den eneste til du legger til andre.',
    warnings_one: '{{count}} ting å vite',
    warnings_other: '{{count}} ting å vite',
    faults: {
      shop_name_missing: 'Gi butikken et navn.',
      tax_unreadable: 'En sats er et tall fra 0 til 100.',
      owner_name_missing: 'Skriv inn navnet ditt.',
      pin_too_short: 'En PIN-kode har 4 til 8 sifre.',
      pin_same_digit: 'Ett siffer om og om igjen er den første PIN-koden noen prøver.',
      pin_row: 'Sifre på rad er den første PIN-koden noen prøver.',
      pins_differ: 'De to PIN-kodene er ikke like.',
      file_missing: 'Velg filen først, eller begynn på en annen måte.',
    },
  },
};
