import type { ComponentChildren } from 'preact';

export interface ChartTableProps {
  caption: string;
  /** Of the row heads, then of each cell. */
  columns: string[];
  rows: { key: string; head: ComponentChildren; cells: ComponentChildren[] }[];
}

/** What a chart shows, as a table. */
export function ChartTable({ caption, columns, rows }: ChartTableProps) {
  return (
    <table class="chart-table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, cells }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {cells.map((cell) => (
              <td>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
