/** Where a screen fails, its place says so in words and the rest of the pane goes on. A part that could not be loaded can be loaded again. */
import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { type Pane, PaneContext } from './pane.ts';
import { Note } from './parts/note.tsx';

export class Broken extends Component<{ readonly children: ReactNode }, { readonly thrown: unknown }> {
  static override contextType = PaneContext;
  declare context: Pane | null;
  override state: { readonly thrown: unknown } = { thrown: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { thrown };
  }

  override render() {
    const { thrown } = this.state;
    if (thrown === null || this.context === null) return this.props.children;
    const { t } = this.context;
    // What a browser says when a part of the program does not come.
    const isMissing = thrown instanceof TypeError && /import|module|fetch/i.test(thrown.message);
    const again = <Button onClick={() => window.location.reload()}>{t.brokenAgain}</Button>;
    return (
      <div style={{ padding: 12 }}>
        <Note intent="error" actions={again}>
          {isMissing ? t.noChunk : `${t.broken} ${thrown instanceof Error ? thrown.message.slice(0, 200) : ''}`}
        </Note>
      </div>
    );
  }
}
