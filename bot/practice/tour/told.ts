/**
 * The tour's next step for the spreadsheet window, which is another page at another port: who fills in cells there need not go back to read what
 * comes next. It holds nothing but the tour's own words, and answers to names of this machine only.
 */
import type { PageTour } from '../workspace/page.ts';
import type { PageStep } from '../workspace/page-shape.ts';

const path = '/excel/tour';
const ownNames = ['127.0.0.1', 'localhost', '[::1]'];

export interface ToldStep extends Pick<PageStep, 'id' | 'title' | 'lines' | 'copy' | 'inSpreadsheet'> {
  readonly no: number;
  readonly all: number;
  /** Title of the one to be. */
  readonly as: string;
}

/** @returns null for every other path */
export const tellsTour =
  (tour: PageTour, titleOf: (member: string) => string) =>
  (request: Request): Promise<Response> | null => {
    const { pathname, hostname } = new URL(request.url);
    if (pathname !== path) return null;
    return ownNames.includes(hostname) ? told(tour, titleOf) : Promise.resolve(new Response('421', { status: 421 }));
  };

async function told(tour: PageTour, titleOf: (member: string) => string): Promise<Response> {
  const steps = await tour.steps();
  const place = steps.findIndex(({ done }) => !done);
  const next = steps[place];
  const step: ToldStep | null =
    next === undefined
      ? null
      : {
          no: place + 1,
          all: steps.length,
          id: next.id,
          title: next.title,
          lines: next.lines,
          copy: next.copy,
          inSpreadsheet: next.inSpreadsheet,
          as: titleOf(next.as),
        };
  return Response.json({ step }, { headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } });
}
