/** The desktop app itself: updates, full screen, faults. */
export const desktopTexts = {
  desktop: {
    elsewhere:
      'Updates, the full screen and the start with the computer are set in the Philo POS app at the till itself, not in a browser.',
    leave_kiosk: 'Leave the full screen',
    crash: {
      title: 'Something went wrong',
      program: 'Philo POS stopped unexpectedly on {{time}}',
      screens: 'The screens stopped unexpectedly on {{time}}',
      hang: 'The screens did not answer any more on {{time}}',
      hint: 'Every confirmed sale is safe. A file with what is known, without names, helps whoever looks after the program.',
      save: 'Save the file',
      dismiss: 'Not needed',
    },
    updates: {
      title: 'Updates',
      check: 'Look now',
      from_folder: 'From a folder…',
      install: 'Install now and start again',
      progress: 'Fetched so far',
      at_close: 'It is installed when Philo POS is closed. A backup is made and verified first.',
      waits: 'It waits until this is finished:',
      problem: 'Check the connection, or take the version from a folder. The system says: {{problem}}',
      checked: 'Last looked {{time}}',
      states: {
        idle: 'Philo POS {{current}}',
        checking: 'Looking for a new version…',
        up_to_date: 'Philo POS {{current}} is up to date',
        downloading: 'Fetching version {{version}}',
        ready: 'Version {{version}} is ready',
        failed: 'The last try did not work',
      },
      blocks: {
        open_ticket: 'a ticket that is not placed',
        counting: 'the count of the drawer',
        exporting: 'a file that is being written',
        backing_up: 'a backup',
      },
      modes: {
        by_hand: 'Nothing is looked for by itself. Look now, or take a new version from a stick.',
        off_by_environment: 'Updates are switched off on this computer (PHILO_UPDATES=off).',
        not_installed: 'This copy was not installed from a package, so it does not replace itself.',
      },
    },
  },
};
