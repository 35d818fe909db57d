/** One row in conflict: for each field what stands here, what stands at the desk and by whom, and a choice between them. */
import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { OpenConflict } from '../../sync/filling.ts';
import { minuteCalled } from '../../sync/words.ts';
import { usePane } from '../pane.ts';
import { useStyles } from '../styles.ts';
import { Act } from './act.tsx';
import { ValueText } from './value-text.tsx';

/** Field → whose value holds; a field that is not there is not chosen yet. */
export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>;

interface ConflictCardProps {
  readonly worksheet: string;
  readonly conflict: OpenConflict;
  readonly chosen: Choices;
  readonly choose: (choices: Choices) => void;
  readonly solve: () => void;
}

export function ConflictCard({ worksheet, conflict, chosen, choose, solve }: ConflictCardProps) {
  const { t, filling, who, language } = usePane();
  const styles = useStyles();
  const { row, label, by, at, fields } = conflict;
  const whom = by === '' ? t.conflicts.someone : by === who?.name ? t.conflicts.self : by;
  const when = language === 'zh-CN' ? minuteCalled(at) : at.replace('T', ' ');
  const unchosen = fields.filter(({ field }) => chosen[field] === undefined).length;
  const all = (side: 'mine' | 'theirs'): void => choose(Object.fromEntries(fields.map(({ field }) => [field, side])));
  return (
    <article className={styles.card} aria-label={label}>
      <h2 className={styles.heading}>
        <bdi>{label}</bdi>
      </h2>
      <div className={styles.row}>
        <Button size="small" onClick={() => void filling.show(worksheet, row, fields[0]?.header ?? '')}>
          {t.conflicts.goTo(row + 1)}
        </Button>
        <span className={styles.quiet}>{t.conflicts.by(whom, when)}</span>
      </div>
      {fields.map(({ field, header, was, mine, theirs }) => (
        <Field key={field} label={header} hint={t.conflicts.was(was === '' ? t.blank : was)}>
          <RadioGroup
            value={chosen[field] ?? ''}
            onChange={(_, { value }) => choose({ ...chosen, [field]: value === 'mine' ? 'mine' : 'theirs' })}
          >
            <Radio value="mine" label={<Side word={t.conflicts.mine} value={mine} />} />
            <Radio value="theirs" label={<Side word={t.conflicts.theirs} value={theirs} />} />
          </RadioGroup>
        </Field>
      ))}
      <div className={styles.row}>
        {fields.length > 1 && (
          <>
            <Button size="small" onClick={() => all('mine')}>
              {t.conflicts.allMine}
            </Button>
            <Button size="small" onClick={() => all('theirs')}>
              {t.conflicts.allTheirs}
            </Button>
          </>
        )}
        <Act
          appearance="primary"
          aria-label={t.conflicts.solveNamed(label)}
          not={unchosen > 0 ? t.conflicts.unchosen(unchosen) : null}
          onAct={solve}
        >
          {t.conflicts.solve}
        </Act>
        {unchosen > 0 && <span className={styles.quiet}>{t.conflicts.unchosen(unchosen)}</span>}
      </div>
    </article>
  );
}

function Side({ word, value }: { readonly word: string; readonly value: string }) {
  const { t } = usePane();
  const styles = useStyles();
  return (
    <span className={styles.text}>
      <span className={styles.quiet}>
        {word}
        {t.colon}
      </span>
      <ValueText text={value} />
    </span>
  );
}
