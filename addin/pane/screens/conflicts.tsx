/** 冲突: the same field, filled by two people. Row by row and field by field, whose value holds; nothing is lost before that is said. */
import { Button, Spinner } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { OpenConflict, Sent, Trouble } from '../../sync/filling.ts';
import { useAsked } from '../asked.ts';
import { usePane } from '../pane.ts';
import { type Choices, ConflictCard } from '../parts/conflict-card.tsx';
import { Note } from '../parts/note.tsx';
import { Page } from '../parts/page.tsx';
import { Reason } from '../parts/reason.tsx';
import { TroubleBar } from '../parts/trouble.tsx';
import { useStyles } from '../styles.ts';

export default function ConflictsScreen({ worksheet }: { readonly worksheet: string }) {
  const { t, say, filling, send, go, announce } = usePane();
  const styles = useStyles();
  const open = useAsked(worksheet, () => filling.conflicts(worksheet));
  const bound = useAsked(worksheet, () => filling.bound());
  const needsReason = bound.value?.find((each) => each.worksheet === worksheet)?.line?.reason === true;
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choices>>(new Map());
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const conflicts = open.value ?? [];

  const choose = (id: string, choices: Choices): void => setChosen((before) => new Map(before).set(id, choices));
  const chooseAll = (side: 'mine' | 'theirs'): void =>
    setChosen(new Map(conflicts.map((each) => [each.id, allOf(each, side)])));

  const solve = async (conflict: OpenConflict): Promise<void> => {
    setTrouble(null);
    const choice = chosen.get(conflict.id) ?? {};
    // Where theirs is taken the plan stays as it is.
    if (needsReason && reason.trim() === '' && Object.values(choice).includes('mine')) {
      setAsked(true);
      reasonField.current?.focus();
      return;
    }
    const done = await send('solve', worksheet, () => filling.solve(worksheet, conflict.id, choice, reason.trim()));
    if (!done.ok) return setTrouble(done.trouble);
    const isAgain = done.value.conflicts.some(({ id }) => id === conflict.id);
    const words = isAgain ? t.conflicts.again(conflict.label) : outcomeOf(conflict.label, done.value);
    setChosen((before) => new Map([...before].filter(([id]) => id !== conflict.id)));
    setSaid(words);
    announce(words);
    open.again();
    // The card with the pressed button is about to go.
    top.current?.focus();
  };
  /** Whether it stands at the desk now, or why nothing had to be sent. */
  const outcomeOf = (label: string, { counts, refused, note }: Sent): string => {
    const taken = counts.created + counts.updated + counts.merged + counts.withdrawn + counts.unchanged;
    if (taken > 0) return t.conflicts.submitted(label);
    return t.conflicts.solved(label, say(refused[0]?.words ?? note));
  };
  return (
    <Page title={`${t.conflicts.title} · ${worksheet}`}>
      <div ref={top} tabIndex={-1} style={{ outline: 'none' }} className={styles.section}>
        {said !== null && <Note intent="success">{said}</Note>}
        <TroubleBar trouble={open.trouble} again={open.again} />
        <TroubleBar trouble={trouble} />
        {open.value === null && open.busy && <Spinner size="tiny" label={t.loading} />}
        {open.value !== null && conflicts.length === 0 && (
          <Note
            actions={
              said === null ? undefined : (
                <>
                  <Button onClick={() => go({ at: 'preview', worksheet })}>{t.conflicts.next}</Button>
                  <Button onClick={() => go({ at: 'home' })}>{t.sent.home}</Button>
                </>
              )
            }
          >
            {said === null ? t.conflicts.none : t.conflicts.all}
          </Note>
        )}
      </div>
      {conflicts.length > 0 && (
        <>
          <p className={styles.text}>{t.conflicts.what}</p>
          <div className={styles.row}>
            <span className={styles.strong}>{t.conflicts.left(conflicts.length)}</span>
            {conflicts.length > 1 && (
              <>
                <Button size="small" onClick={() => chooseAll('mine')}>
                  {t.conflicts.everyMine}
                </Button>
                <Button size="small" onClick={() => chooseAll('theirs')}>
                  {t.conflicts.everyTheirs}
                </Button>
              </>
            )}
          </div>
          {needsReason && (
            <Reason reason={reason} give={setReason} isMissing={isAsked && reason.trim() === ''} field={reasonField} />
          )}
        </>
      )}
      <ul className={styles.list}>
        {conflicts.map((conflict) => (
          <li key={conflict.id}>
            <ConflictCard
              worksheet={worksheet}
              conflict={conflict}
              chosen={chosen.get(conflict.id) ?? {}}
              choose={(choices) => choose(conflict.id, choices)}
              solve={() => void solve(conflict)}
            />
          </li>
        ))}
      </ul>
    </Page>
  );
}

const allOf = ({ fields }: OpenConflict, side: 'mine' | 'theirs'): Choices =>
  Object.fromEntries(fields.map(({ field }) => [field, side]));
