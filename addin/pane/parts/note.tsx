/** A line that a person should see: its weight is said by sign and words, never by colour alone. */
import { MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface NoteProps {
  readonly intent?: 'info' | 'success' | 'warning' | 'error';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

export function Note({ intent = 'info', children, actions }: NoteProps) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{children}</MessageBarBody>
      {actions !== undefined && <MessageBarActions>{actions}</MessageBarActions>}
    </MessageBar>
  );
}
