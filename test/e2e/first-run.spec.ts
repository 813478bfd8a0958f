import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { TILL_DOORS } from '../support/tills.ts';
import { Header, LockScreen } from './screens/index.ts';

describe.each(TILL_DOORS)('the first run in $name', (door) => {
  it('makes the owner, who has to know the PIN from then on', async () => {
    const folder = tempFolder();
    const open = await door.open(folder.path);
    try {
      const lock = new LockScreen(open.page);
      await lock.createOwner('Grace Hopper', '4821');
      expect((await open.call('session.get', {})).person).toMatchObject({ name: 'Grace Hopper', role: 'owner' });
      await new Header(open.page).lock();
      await lock.signIn('Grace Hopper', '0000');
      await expect.poll(() => lock.problem.allInnerTexts()).toContain('This PIN is not right. Try again.');
      await lock.signIn('Grace Hopper', '4821');
      await new Header(open.page).navigation.waitFor();
      await expect(open.call('session.createOwner', { name: 'Mallory', pin: '1234' })).rejects.toThrow(/setup_done|409/);
    } finally {
      await open.close();
      folder.remove();
    }
  });
});
