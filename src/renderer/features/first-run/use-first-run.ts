import { useCommand } from '../../client/queries.ts';
import { type Answers, setupInput } from './answers.ts';

/** Makes the shop of the answers, or becomes the one of an archive. */
export const useFirstRun = () => {
  const make = useCommand('setup.run');
  const become = useCommand('setup.importArchive');
  return {
    run: (answers: Answers) =>
      answers.start === 'import' && answers.upload_kind === 'archive' && answers.upload_id !== null
        ? become.run({ upload_id: answers.upload_id, pin: answers.pin, owner_name: answers.owner_name.trim() })
        : make.run(setupInput(answers)),
    busy: make.busy || become.busy,
    error: make.error ?? become.error,
    reset: () => {
      make.reset();
      become.reset();
    },
  };
};
