/** Reads UTF-7, in which WOPI clients write file names in headers: `+` opens UTF-16 in base64, `-` ends it. */
export function readUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (run, base64: string) => {
    if (base64 === '') return run === '+-' ? '+' : run;
    const bytes = Buffer.from(base64, 'base64');
    return bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  });
}
