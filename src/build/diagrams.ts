import { instance, type Viz } from '@viz-js/viz';

let viz: Promise<Viz> | undefined;

/**
 * Renders Graphviz text to SVG whose strokes and letters take the colour of the text around them, so that one
 * picture is legible in every theme.
 */
export async function renderDiagram(dot: string): Promise<string> {
  viz ??= instance();
  const svg = (await viz).renderString(dot, {
    format: 'svg',
    graphAttributes: { bgcolor: 'transparent', fontname: 'sans-serif', fontsize: 12, pad: 0.1, nodesep: 0.35, ranksep: 0.45 },
    nodeAttributes: { fontname: 'sans-serif', fontsize: 12, shape: 'box', style: 'rounded', margin: '0.14,0.08' },
    edgeAttributes: { fontname: 'sans-serif', fontsize: 11, arrowsize: 0.7 },
  });
  const label = /label\s*=\s*"((?:[^"\\]|\\.)*)"/.exec(dot.replace(/\[[^\]]*\]/g, ''))?.[1]?.replace(/\\[nlr]/g, ' ') ?? 'Diagram';
  return svg
    .slice(svg.indexOf('<svg'))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<title>[\s\S]*?<\/title>/g, '')
    .replace(/<svg width="(\d+)pt" height="(\d+)pt"/, `<svg width="$1pt" height="$2pt" role="img" aria-label="${escaped(label)}"`)
    .replace(/(stroke|fill)="(?:black|#000000)"/g, '$1="currentColor"')
    .replace(/fill="(?:white|lightgrey|transparent)"/g, 'fill="none"')
    .replace(/<text /g, '<text fill="currentColor" ')
    .replace(/ (?:id|xmlns:xlink)="[^"]*"/g, '')
    .replace(/>\s+</g, '><')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
