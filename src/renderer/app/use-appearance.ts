import { useMantineColorScheme } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { forgetOwnScheme, hasOwnScheme, keepShopScheme } from '../theme/scheme.ts';

/** Shows the colours that the shop's settings choose, until the person chooses others. */
export const useAppearance = (appearance: 'system' | 'light' | 'dark' | undefined): void => {
  const { setColorScheme } = useMantineColorScheme();
  const show = useEffectEvent((wanted: 'system' | 'light' | 'dark') => {
    const scheme = keepShopScheme(wanted);
    if (hasOwnScheme()) return;
    setColorScheme(scheme);
    forgetOwnScheme();
  });
  useEffect(() => {
    if (appearance !== undefined) show(appearance);
  }, [appearance]);
};
