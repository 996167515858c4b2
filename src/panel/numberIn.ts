/** The number somebody typed: `1024`, `1,024`, `1 024`, `2.5` or `2,5`; nothing where it is none. A comma before three digits parts thousands. */
export function numberIn(typed: string): number | undefined {
  const text = typed.trim().replaceAll(/[\s_\u{a0}\u{202f}]/gu, '');
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(text)) return Number(text.replace(',', '.'));
  return undefined;
}
