/** Gives a file to the person as a download. */

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function keepFile(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: xlsx }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin a download later than the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
