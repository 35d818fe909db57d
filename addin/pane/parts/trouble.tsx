/** What could not be done, in words, with what helps: trying again, or signing in. */
import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { Trouble } from '../../sync/filling.ts';
import { usePane } from '../pane.ts';

export function TroubleBar({ trouble, again }: { readonly trouble: Trouble | null; readonly again?: () => void }) {
  const { t, say, go } = usePane();
  if (trouble === null) return null;
  const soft = trouble.kind === 'offline' || trouble.kind === 'signed-out';
  return (
    <MessageBar intent={soft ? 'warning' : 'error'} layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>
          {t.trouble[trouble.kind]}
          {t.colon}
        </MessageBarTitle>
        {say(trouble.words)}
      </MessageBarBody>
      <MessageBarActions>
        {trouble.kind === 'signed-out' && <Button onClick={() => go({ at: 'sign-in' })}>{t.signInAgain}</Button>}
        {again !== undefined && trouble.kind !== 'signed-out' && <Button onClick={again}>{t.retry}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}
