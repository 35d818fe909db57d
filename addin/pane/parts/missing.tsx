/** Rows that the desk holds and the worksheet does not: left alone, unless somebody withdraws them one by one. */
import { Checkbox } from '@fluentui/react-components';
import type { Preview } from '../../sync/filling.ts';
import { usePane } from '../pane.ts';
import { useStyles } from '../styles.ts';
import { Capped } from './capped.tsx';
import { Section } from './page.tsx';

interface MissingProps {
  readonly missing: Preview['missing'];
  readonly withdrawable: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly choose: (ids: ReadonlySet<string>) => void;
}

export function Missing({ missing, withdrawable, chosen, choose }: MissingProps) {
  const { t } = usePane();
  const styles = useStyles();
  if (missing.length === 0) return null;
  const title = t.preview.missing(missing.length);
  return (
    <Section title={title}>
      <p className={styles.text}>{withdrawable ? t.preview.missingChoose : t.preview.missingKept}</p>
      <Capped label={title} all={missing} keyOf={({ id }) => id}>
        {({ id, label }) =>
          withdrawable ? (
            <Checkbox
              label={t.preview.withdraw(label)}
              checked={chosen.has(id)}
              onChange={(_, { checked }) => {
                const now = new Set(chosen);
                if (checked === true) now.add(id);
                else now.delete(id);
                choose(now);
              }}
            />
          ) : (
            <span className={styles.quiet}>{label}</span>
          )
        }
      </Capped>
    </Section>
  );
}
