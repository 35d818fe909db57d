/** Their headers and our fields, side by side; what is not understood is left alone, unless the person says which field it is. */
import { makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import type { Candidate } from '../../sync/filling.ts';
import { usePane } from '../pane.ts';
import { useStyles } from '../styles.ts';

const useTable = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
  },
  summary: { cursor: 'pointer', padding: `${tokens.spacingVerticalXXS} 0` },
});

interface MappingProps extends Pick<Candidate, 'columns' | 'free'> {
  readonly open: boolean;
  /** Field → header, as far as the person has said so. */
  readonly named: Readonly<Record<string, string>>;
  readonly name: (named: Readonly<Record<string, string>>) => void;
}

export function Mapping({ columns, free, open, named, name }: MappingProps) {
  const { t } = usePane();
  const styles = useStyles();
  const own = useTable();
  const unknown = columns.filter(({ field }) => field === null).length;
  return (
    <details open={open}>
      <summary className={own.summary}>
        {t.adopt.mapping}
        {unknown > 0 && ` · ${t.adopt.unknownCount(unknown)}`}
      </summary>
      <table className={own.table}>
        <thead>
          <tr>
            <th scope="col" className={own.cell}>
              {t.adopt.theirs}
            </th>
            <th scope="col" className={own.cell}>
              {t.adopt.ours}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ header, field }, place) => (
            <tr key={place}>
              <td className={own.cell}>{header === '' ? t.blank : header}</td>
              <td className={mergeClasses(own.cell, field === null && styles.quiet)}>
                {field !== null && field}
                {field === null && (header === '' || free.length === 0) && `— ${t.adopt.unknown}`}
                {field === null && header !== '' && free.length > 0 && (
                  <Select
                    size="small"
                    aria-label={t.adopt.fieldOf(header)}
                    value={fieldOf(named, header)}
                    onChange={(_, { value }) => name(renamed(named, header, value))}
                  >
                    <option value="">— {t.adopt.unknown}</option>
                    {free
                      .filter((each) => named[each.field] === undefined || named[each.field] === header)
                      .map((each) => (
                        <option key={each.field} value={each.field}>
                          {each.header}
                          {each.required ? ' *' : ''}
                        </option>
                      ))}
                  </Select>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const fieldOf = (named: MappingProps['named'], header: string): string =>
  Object.keys(named).find((field) => named[field] === header) ?? '';

/** One column is one field at most. @param field '' for none */
function renamed(named: MappingProps['named'], header: string, field: string): MappingProps['named'] {
  const others = Object.fromEntries(Object.entries(named).filter(([, each]) => each !== header));
  return field === '' ? others : { ...others, [field]: header };
}
