/** “结果”这一列是不是“检查结果”？ A header that somebody has renamed is asked about, and the answer is kept in the workbook. */
import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { RenamedColumns, Trouble } from '../../sync/filling.ts';
import { usePane } from '../pane.ts';
import { useStyles } from '../styles.ts';
import { Act } from './act.tsx';
import { TroubleBar } from './trouble.tsx';

interface RenamedProps {
  readonly renamed: RenamedColumns;
  /** Once it is kept. */
  readonly answered: () => void;
}

export function Renamed({ renamed: { worksheet, missing, columns }, answered }: RenamedProps) {
  const { t, filling } = usePane();
  const styles = useStyles();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(missing.map(({ field, likely }) => [field, likely ?? ''])),
  );
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const answers = Object.fromEntries(Object.entries(chosen).filter(([, header]) => header !== ''));
  const isTwice = new Set(Object.values(answers)).size < Object.keys(answers).length;

  const keep = async (): Promise<void> => {
    const done = await filling.nameColumns(worksheet, answers);
    if (!done.ok) return setTrouble(done.trouble);
    answered();
  };
  return (
    <article className={styles.card}>
      <p className={styles.text}>{t.renamed.what}</p>
      {missing.map(({ field, header, likely }) => (
        <Field key={field} label={likely === null ? t.renamed.which(header) : t.renamed.isIt(likely, header)}>
          <Select
            value={chosen[field] ?? ''}
            onChange={(_, { value }) => setChosen((before) => ({ ...before, [field]: value }))}
          >
            <option value="">{t.renamed.none}</option>
            {columns.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <TroubleBar trouble={trouble} />
      <Act
        appearance="primary"
        not={Object.keys(answers).length === 0 ? t.renamed.choose : isTwice ? t.renamed.twice : null}
        onAct={() => void keep()}
      >
        {t.renamed.confirm}
      </Act>
    </article>
  );
}
