import { expect, test } from 'vitest';
import { addPeople } from '../support/people.ts';
import { openHttpDoor } from './http-door.ts';

test('a restore over HTTP: the server carries on, keys work, sessions of before do not', async () => {
  const door = await openHttpDoor();
  const people = await addPeople(door.app);
  const signIn = () => door.send('POST', '/api/v1/session', { key: null, body: { staff_id: people.owner.id, pin: people.owner.pin } });
  const cookie = (await signIn()).headers.get('set-cookie')?.split(';')[0] ?? '';
  await door.send('POST', '/api/v1/categories', { body: { name: 'Kept' } });
  const { json: backup, status } = await door.send('POST', '/api/v1/backups', { body: {} });
  expect([status, backup.state]).toEqual([201, 'verified']);
  await door.send('POST', '/api/v1/categories', { body: { name: 'Undone' } });

  const at = `/api/v1/backups/${backup.name}`;
  expect((await door.send('POST', `${at}/verify`, { body: {} })).json.state).toBe('verified');
  expect((await door.send('GET', `${at}/restore`)).json.undone).toMatchObject({ orders: 0, paid_amount: 0 });
  expect((await door.send('POST', `${at}/restore`, { body: {} })).status).toBe(422);
  const restored = await door.send('POST', `${at}/restore`, { body: { confirm: 'RESTORE' } });
  expect([restored.status, restored.json.restored]).toEqual([200, backup.name]);

  const names = (await door.send('GET', '/api/v1/categories')).json.items.map((category: { name: string }) => category.name);
  expect(names).toEqual(['Kept']);
  const session = await door.send('GET', '/api/v1/session', { key: null, headers: { cookie } });
  expect(session.json.person).toBeNull();
  expect((await signIn()).status).toBe(201);
  expect((await door.send('DELETE', `/api/v1/backups/${restored.json.safety_backup}`)).json).toEqual({
    deleted: restored.json.safety_backup,
  });
});

test('names that lead elsewhere name no backup', async () => {
  const door = await openHttpDoor();
  for (const name of ['..%2fphilo.db', 'philo.json', '.hidden.db'])
    expect([name, (await door.send('DELETE', `/api/v1/backups/${name}`)).status]).toEqual([name, 422]);
});
