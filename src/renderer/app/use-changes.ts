import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { pageClient } from '../client/page-client.ts';
import { invalidateFor } from '../client/queries.ts';
import { followMenu } from '../features/menu/use-menu.ts';

/** Keeps what the screens have read in step with what is committed. */
export const useChanges = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const menu = followMenu(queries);
    return pageClient().onChange((event) => {
      menu(event);
      invalidateFor(queries, event);
    });
  }, [queries]);
};
