/**
 * Stands between the Worker and the world and counts what its plan counts: subrequests, how many are open at once, and the largest
 * bodies. `GET /counted` of its own socket tells them.
 */
interface Counted {
  requests: number;
  open: number;
  openAtOnce: number;
  largestSent: number;
  largestReceived: number;
}

const counted: Counted = { requests: 0, open: 0, openAtOnce: 0, largestSent: 0, largestReceived: 0 };

export default {
  async fetch(request: Request): Promise<Response> {
    if (new URL(request.url).pathname === '/counted') return Response.json(counted);
    counted.requests += 1;
    counted.open += 1;
    counted.openAtOnce = Math.max(counted.openAtOnce, counted.open);
    counted.largestSent = Math.max(counted.largestSent, lengthOf(request));
    try {
      const response = await fetch(request);
      counted.largestReceived = Math.max(counted.largestReceived, lengthOf(response));
      return response;
    } finally {
      counted.open -= 1;
    }
  },
};

const lengthOf = ({ headers }: Request | Response): number => Number(headers.get('content-length') ?? 0);
