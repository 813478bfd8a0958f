import { closeSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';
import { openArchive } from './archive-reading.ts';

/** Whether a file is a zip: what a Philo database never is. */
export const isArchive = (file: string): boolean => {
  const handle = openSync(file, 'r');
  try {
    const first = Buffer.alloc(4);
    return readSync(handle, first, 0, 4, 0) === 4 && first.equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]));
  } finally {
    closeSync(handle);
  }
};

const person = z.object({ name: z.string(), role: z.string(), is_active: z.number() });

/** What an archive says of itself, and who its owner is. Nothing but its list of contents and its people is read. Throws unsupported_file. */
export const lookIntoArchive = async (file: string) => {
  const archive = await openArchive(file);
  try {
    const { manifest } = archive;
    const rowsOf = (table: string) => manifest.parts.find((part) => part.table === table)?.rows ?? 0;
    const staff = manifest.parts.find((part) => part.table === 'staff');
    let owner: string | null = null;
    if (staff) {
      for await (const line of archive.lines(staff)) {
        const read = person.safeParse(JSON.parse(line));
        if (owner === null && read.success && read.data.role === 'owner' && read.data.is_active === 1) owner = read.data.name;
      }
    }
    return {
      shop_name: manifest.shop_name,
      owner,
      categories: rowsOf('categories'),
      items: rowsOf('items'),
      customers: rowsOf('customers'),
      orders: rowsOf('orders'),
    };
  } finally {
    archive.close();
  }
};
