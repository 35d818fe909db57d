/**
 * The one file that knows the library of charts: figures as an SVG picture, drawn here and not in the browser, so that an old phone only
 * shows a picture. Numbers stand beside it in a table; the picture adds nothing to them.
 */
import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, SVGRenderer]);

export interface Bar {
  readonly name: string;
  readonly value: number;
  /** As it is written beside the bar: 96.4%. */
  readonly said: string;
}

export interface Bars {
  readonly bars: readonly Bar[];
  /** Where the axis ends; null where the longest bar says it. */
  readonly most: number | null;
  /** For a phone: names stand above their bars. */
  readonly narrow: boolean;
}

const ink = '#1f2933';
/** Without quotation marks, which the library writes into its attributes as they are. */
const font = '-apple-system, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif';

/** In the order given: nothing is sorted by size, since no figure ranks anybody. */
export function barsSvg({ bars, most, narrow }: Bars): string {
  const [width, step] = narrow ? [360, 58] : [880, 40];
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: bars.length * step + 16 });
  const text = { color: ink, fontFamily: font, fontSize: narrow ? 15 : 14 };
  chart.setOption({
    animation: false,
    grid: narrow ? { left: 8, right: 74, top: 8, bottom: 8 } : { left: 365, right: 90, top: 8, bottom: 8 },
    xAxis: { type: 'value', show: false, min: 0, ...(most === null ? {} : { max: most }) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLine: { show: !narrow, lineStyle: { color: '#9aa3ab' } },
      axisTick: { show: false },
      axisLabel: narrow
        ? { ...text, inside: true, margin: 0, verticalAlign: 'bottom', padding: [0, 0, 12, 0] }
        : { ...text, width: 345, overflow: 'break', lineHeight: 16 },
      z: 3,
    },
    series: [
      {
        type: 'bar',
        data: bars.map(({ value }) => value),
        barWidth: narrow ? 14 : 18,
        ...(narrow ? { barCategoryGap: 30 } : {}),
        itemStyle: { color: '#174e86' },
        showBackground: most !== null,
        backgroundStyle: { color: '#e8e6df' },
        label: {
          show: true,
          position: 'right',
          ...text,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) => bars[dataIndex]?.said ?? '',
        },
      },
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
