import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import { Button } from '@mantine/core';
import { Notice } from '../ui/notice.tsx';

/** What a screen that failed shows: what happened, and a way on. Sales that were placed are in the core, not here. */
export class Boundary extends Component<{ children: ReactNode }, { failed: Error | null }> {
  override state: { failed: Error | null } = { failed: null };

  static getDerivedStateFromError(failed: Error) {
    return { failed };
  }

  override render() {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return (
      <Notice title={i18next.t('app.crashed')} text={`${i18next.t('app.crashed_hint')} (${failed.message})`} role="alert">
        <Button onClick={() => location.reload()}>{i18next.t('app.reload')}</Button>
      </Notice>
    );
  }
}
