/** `/figures` and its pictures. They are counted with the desk's own means, so a server that only shows what was published has none. */
import { type Context, Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { figuresForPublic } from '../../verbs/public/figures.ts';
import type { Answering, Web } from '../answer.ts';
import { noPage } from '../problem.ts';
import { chartSvg, charts, figuresPage } from './figures-page.ts';

export function figuresRoutes(deps: Deps, { page, problem }: Answering): Hono<Web> {
  const app = new Hono<Web>();
  app.get('/figures', async (c) => {
    const figures = await asked(c, deps);
    return figures === null ? problem(c, noPage) : page(c, figuresPage(figures));
  });
  app.get('/figures/:chart{[a-z]+\\.svg}', async (c) => {
    const chart = charts.find((each) => `${each}.svg` === c.req.param('chart'));
    const figures = chart === undefined ? null : await asked(c, deps);
    if (chart === undefined || figures === null) return problem(c, noPage);
    const svg = chartSvg(chart, figures, c.req.query('narrow') === '1');
    return svg === null ? problem(c, noPage) : c.body(svg, 200, { 'content-type': 'image/svg+xml; charset=utf-8' });
  });
  return app;
}

async function asked(c: Context, deps: Deps) {
  const year = c.req.query('year');
  if (year === undefined) return figuresForPublic(deps);
  return /^\d{4}$/.test(year) ? figuresForPublic(deps, Number(year)) : null;
}
