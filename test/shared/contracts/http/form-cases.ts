/** The form of the contract, as a program sends it; a new one each time. */
export function contractForm() {
  return {
    language: 'es',
    company: {
      name: 'Talleres Misti SAC',
      country: 'PE',
      region: 'Arequipa',
      taxId: '20999990003',
      website: 'https://example.pe',
      sectors: [{ scheme: 'ciiu4', code: '2822' }],
    },
    contact: { name: 'Lucía Quispe', email: 'compras@misti.example', phone: '+51 54 000000' },
    intent: 'buy',
    sought: {
      description: 'Buscamos fabricante de segadoras.\nPara alfalfa.',
      sectors: [{ scheme: 'nace21', code: '28.30' }],
      certificates: ['ISO 9001'],
      languages: ['es', 'en'],
    },
    consent: { version: '2026-11', contactByEmail: true, shareOnAcceptance: true },
    targetRegion: 'Podlaskie',
  };
}

type Node = { [name: string]: unknown };

/** A copy of `body` with `value` at `path`; undefined takes the field away. */
export function changed(body: object, path: string, value: unknown): Node {
  const copy = structuredClone(body) as Node;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const parent = steps.reduce<Node>((node, step) => node[step] as Node, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}
