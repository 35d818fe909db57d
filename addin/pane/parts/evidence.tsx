/** 证据摘要: the digest of a file, worked out on this computer, as the line that goes into an outcome. The file itself goes nowhere. */
import { Button, Field, Input, Spinner } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { evidenceLine, evidenceMostMb } from '../evidence-line.ts';
import { usePane } from '../pane.ts';
import { useStyles } from '../styles.ts';
import { Note } from './note.tsx';

type State =
  | { readonly kind: 'none' | 'busy' | 'too-large' | 'unreadable' }
  | { readonly kind: 'line'; readonly line: string; readonly copied: 'yes' | 'no' | null };

export function Evidence() {
  const { t } = usePane();
  const styles = useStyles();
  const file = useRef<HTMLInputElement>(null);
  const placeField = useRef<HTMLInputElement>(null);
  const [place, setPlace] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [state, setState] = useState<State>({ kind: 'none' });

  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    if (chosen.size > evidenceMostMb * 1_000_000) return setState({ kind: 'too-large' });
    setState({ kind: 'busy' });
    try {
      setState({
        kind: 'line',
        line: await evidenceLine(chosen.name, place, await chosen.arrayBuffer()),
        copied: null,
      });
    } catch {
      setState({ kind: 'unreadable' });
    }
  };
  const choose = (): void => {
    setAsked(place.trim() === '');
    if (place.trim() === '') placeField.current?.focus();
    else file.current?.click();
  };
  const copy = async (line: string): Promise<void> => {
    const copied = await navigator.clipboard.writeText(line).then(
      () => 'yes' as const,
      () => 'no' as const,
    );
    setState({ kind: 'line', line, copied });
  };
  return (
    <>
      <p className={styles.text}>{t.helpPage.evidenceWhat}</p>
      <Field
        label={t.helpPage.place}
        hint={t.helpPage.placeHint}
        required
        {...(isAsked && place.trim() === '' ? { validationMessage: t.helpPage.placeEmpty } : {})}
      >
        <Input input={{ ref: placeField }} value={place} onChange={(_, { value }) => setPlace(value.slice(0, 200))} />
      </Field>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={t.helpPage.choose}
        onChange={({ target }) => {
          void take(target.files?.[0]);
          target.value = '';
        }}
      />
      <Button className={styles.start} onClick={choose}>
        {t.helpPage.choose}
      </Button>
      <div role="status" className={styles.section}>
        {state.kind === 'busy' && <Spinner size="tiny" label={t.helpPage.hashing} />}
        {state.kind === 'too-large' && <Note intent="warning">{t.helpPage.tooLarge(evidenceMostMb)}</Note>}
        {state.kind === 'unreadable' && <Note intent="warning">{t.helpPage.unreadable}</Note>}
        {state.kind === 'line' && (
          <>
            <p className={styles.mono} style={{ userSelect: 'all', margin: 0 }}>
              {state.line}
            </p>
            <Button className={styles.start} onClick={() => void copy(state.line)}>
              {t.helpPage.copy}
            </Button>
            {state.copied === 'yes' && <span className={styles.good}>✓ {t.helpPage.copied}</span>}
            {state.copied === 'no' && <span className={styles.quiet}>{t.helpPage.copyByHand}</span>}
          </>
        )}
      </div>
    </>
  );
}
