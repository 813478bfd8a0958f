import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { makeQueryClient } from '../client/queries.ts';
import { shopScheme } from '../theme/scheme.ts';
import { cssVariables, theme } from '../theme/theme.ts';
import { useAddress } from './address.ts';
import { Boundary } from './boundary.tsx';
import { Gate } from './gate.tsx';
import { useChanges } from './use-changes.ts';

const queries = makeQueryClient();

const Live = () => {
  useChanges();
  return <Gate />;
};

/** The whole page: theme, cache, routes, and what a broken screen shows instead of nothing. */
export const App = () => (
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme={shopScheme()}>
    <QueryClientProvider client={queries}>
      {/* oxlint-disable-next-line react/hooks -- the router takes its location hook as a value */}
      <Router hook={useAddress}>
        <Boundary>
          <Live />
        </Boundary>
      </Router>
    </QueryClientProvider>
  </MantineProvider>
);
