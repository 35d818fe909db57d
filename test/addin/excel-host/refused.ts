/** The code under which Office.js refuses what is asked; fails where it does not refuse. */
export async function refusedWith(
  run: typeof Excel.run,
  act: (context: Excel.RequestContext) => unknown,
): Promise<string> {
  try {
    await run(async (context) => {
      await act(context);
      await context.sync();
    });
  } catch (thrown) {
    if (typeof thrown === 'object' && thrown !== null && 'code' in thrown) return String(thrown.code);
    throw thrown;
  }
  return 'nothing was refused';
}
