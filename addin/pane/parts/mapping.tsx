/** Their headers and our fields, side by side; what is not understood is named and left alone. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
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

export function Mapping({ columns, open }: { readonly columns: Candidate['columns']; readonly open: boolean }) {
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
                {field === null ? `— ${t.adopt.unknown}` : field}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
