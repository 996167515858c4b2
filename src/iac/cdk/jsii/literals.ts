const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', a: '\u0007', v: '\v', s: ' ', '0': '\0' };

/** Text between quotation marks with its escape sequences put as what they stand for. */
export function unescaped(text: string): string {
  return text.replace(/\\(?:u+([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{1,4})|(\r?\n)|(.))/gs, (...groups: (string | undefined)[]) => {
    const [whole = '', unicode, wide, hexadecimal, newline, single = ''] = groups;
    const digits = unicode ?? wide ?? hexadecimal;
    if (newline !== undefined) return '';
    if (digits === undefined) return controls[single] ?? single;
    const code = Number.parseInt(digits, 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}

/** A number as C and its heirs write it; nothing where it is another notation. */
export function numberWritten(text: string): number | undefined {
  const digits = text.replaceAll('_', '');
  const whole = /^0[xXbB]/.test(digits) ? digits.replace(/[uUlL]+$/, '') : digits.replace(/[uUlLfFdDmM]+$/, '');
  const value = /^0\d+$/.test(whole) ? Number.parseInt(whole, 8) : Number(whole);
  return Number.isFinite(value) ? value : undefined;
}

/** Lines of a text that is written over several: without what all of them, the closing marks included, are indented by. */
export function withoutIndent(lines: readonly string[]): string {
  const closing = lines.at(-1) ?? '';
  const inner = lines.filter((line) => line.trim() !== '');
  const widths = [...inner, ...(closing.trim() === '' ? [closing] : [])].map((line) => line.length - line.trimStart().length);
  const indent = widths.length > 0 ? Math.min(...widths) : 0;
  return lines.map((line) => line.slice(indent)).join('\n');
}
