/** `/figures`: figures of the whole area as pictures, each with its table and with what it counts; without data it says so. */
import { definitionOf, type FigureValue } from '../../../core/bulletin/figure.ts';
import { wordsOfCode } from '../../../core/outcome/words.ts';
import { percentOf, tenthsOf } from '../../../core/percent.ts';
import type { Words } from '../../../core/words.ts';
import { type Html, html } from '../../paper/html.ts';
import type { PublicFigures } from '../../verbs/public/figures.ts';
import { both, labelled, nothing, type Page, plain, words } from '../frame.ts';
import { type Bar, barsSvg } from './chart.ts';

export const charts = ['rates', 'outcomes'] as const;
export type Chart = (typeof charts)[number];

const caption: { readonly [chart in Chart]: Words } = {
  rates: { zh: '各项指标（全域）', en: 'rates of the whole area' },
  outcomes: { zh: '已公示的检查结果，按结果类别', en: 'outcomes that stand as public, by kind' },
};

const barsOf = (chart: Chart, { figures, outcomes }: PublicFigures): readonly Bar[] =>
  chart === 'outcomes'
    ? outcomes.map(({ code, count }) => ({ name: wordsOfCode(code).zh, value: count, said: String(count) }))
    : figures.flatMap((value) => {
        const { count } = value;
        if (count === 'no-data' || count.of === null || count.of === 0) return [];
        const name = definitionOf(value.figure).name.zh;
        return [{ name, value: tenthsOf(count.n, count.of) / 10, said: percentOf(count.n, count.of) }];
      });

/** Null where there is nothing to draw. */
export function chartSvg(chart: Chart, figures: PublicFigures, narrow: boolean): string | null {
  const bars = barsOf(chart, figures);
  return bars.length === 0 ? null : barsSvg({ bars, most: chart === 'rates' ? 100 : null, narrow });
}

export const figuresPage = (figures: PublicFigures): Page => ({
  title: { zh: `${figures.year} 年统计`, en: `Figures of ${figures.year}` },
  body: html`<p>${words(`截至 ${figures.to}，全域数据。各项指标不作部门、地区排名。`, `Until ${figures.to}, of the whole area. Nobody is ranked by them.`)}</p>
${figures.years.length < 2 ? nothing : html`<p class="actions no-print">${figures.years.map((year) => (year === figures.year ? html`<b>${year}</b>` : html`<a href="/figures?year=${year}">${year}</a>`))}</p>`}
<h2>${both(caption.outcomes)}</h2>
${figures.outcomes.length === 0 ? html`<p>${words('尚无公示的检查结果。', 'No outcome stands as public yet.')}</p>` : html`${picture('outcomes', figures)}${outcomeTable(figures)}`}
<h2>${both(caption.rates)}</h2>
${picture('rates', figures)}
${rateTable(figures.figures)}`,
});

const picture = (chart: Chart, figures: PublicFigures): Html => {
  const bars = barsOf(chart, figures);
  if (bars.length === 0) return nothing;
  const said = bars.map(({ name, said: value }) => `${name} ${value}`).join('，');
  const from = `/figures/${chart}.svg?year=${figures.year}`;
  return html`<figure><picture><source media="(max-width: 40rem)" srcset="${from}&amp;narrow=1"><img src="${from}" alt="${caption[chart].zh}：${said}"></picture><figcaption>${words('图中数据见下表。', 'The same numbers are in the table below.')}</figcaption></figure>`;
};

const outcomeTable = ({ outcomes }: PublicFigures): Html =>
  labelled(
    caption.outcomes,
    [
      { zh: '检查结果', en: 'Outcome' },
      { zh: '项数', en: 'Number' },
    ],
    outcomes.map(({ code, count }) => [both(wordsOfCode(code)), plain(String(count))]),
  );

const rateTable = (figures: readonly FigureValue[]): Html =>
  labelled(
    caption.rates,
    [
      { zh: '指标', en: 'Figure' },
      { zh: '数值', en: 'Value' },
      { zh: '口径', en: 'What it counts' },
    ],
    figures.map((value) => [both(definitionOf(value.figure).name), numberOf(value), definition(value)]),
  );

function numberOf(value: FigureValue): Html {
  const { count } = value;
  if (count === 'no-data') return words('无数据', 'no data');
  if (count.of === null) return plain(String(count.n));
  return html`${count.of === 0 ? '' : html`<b>${percentOf(count.n, count.of)}</b>`}<small>${count.n} / ${count.of}</small>`;
}

function definition({ figure }: FigureValue): Html {
  const { numerator, denominator } = definitionOf(figure);
  const zh = denominator === null ? numerator.zh : `${numerator.zh} ÷ ${denominator.zh}`;
  const en = denominator === null ? numerator.en : `${numerator.en} ÷ ${denominator.en}`;
  return words(zh, en);
}
