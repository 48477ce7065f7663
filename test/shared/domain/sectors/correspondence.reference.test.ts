import { expect, it } from 'vitest';
import { translate } from '../../../../shared/domain/sectors/correspondence.ts';
import type { Scheme } from '../../../../shared/domain/sectors/schemes.ts';
import { codesOf } from '../../../../shared/domain/sectors/tables.ts';
import { describeWithReference, referenceRows } from './reference.ts';

const tables: readonly { file: string; from: Scheme; to: Scheme; columns: [string, string]; rows: number }[] =
  [
    { file: 'isic4_nace2.csv', from: 'ciiu4', to: 'nace2', columns: ['isic4', 'nace2'], rows: 615 },
    { file: 'nace2_nace21.csv', from: 'nace2', to: 'nace21', columns: ['nace2', 'nace21'], rows: 968 },
    {
      file: 'pkd2007_pkd2025.csv',
      from: 'pkd2007',
      to: 'pkd2025',
      columns: ['pkd2007', 'pkd2025'],
      rows: 1084,
    },
    { file: 'pkd2007.csv', from: 'pkd2007', to: 'nace2', columns: ['code', 'nace2'], rows: 656 },
    { file: 'pkd2025.csv', from: 'pkd2025', to: 'nace21', columns: ['code', 'nace21'], rows: 728 },
  ];

/** Every link between two schemes, as `from to`. */
function links(from: Scheme, to: Scheme): string[] {
  return [...codesOf(from)].flatMap((code) =>
    translate({ scheme: from, code }, to).map((target) => `${code} ${target}`),
  );
}

describeWithReference('correspondence and the reference tables', () => {
  it.each(tables)('$file: the same links there and back', ({ file, from, to, columns, rows }) => {
    const [left, right] = columns;
    const stated = referenceRows(file).map((row) => `${row[left]} ${row[right]}`);
    expect(stated).toHaveLength(rows);
    expect(links(from, to).sort()).toEqual(stated.toSorted());
    const swapped = stated.map((link) => link.split(' ').reverse().join(' '));
    expect(links(to, from).sort()).toEqual(swapped.sort());
  });

  it('every scheme has exactly the codes of its reference', () => {
    const column = (file: string, name: string) =>
      [...new Set(referenceRows(file).map((row) => row[name]))].sort();
    expect([...codesOf('ciiu4')]).toEqual(column('isic4_nace2.csv', 'isic4'));
    expect([...codesOf('nace2')]).toEqual(column('nace2_nace21.csv', 'nace2'));
    expect([...codesOf('nace21')]).toEqual(column('pkd2025.csv', 'nace21'));
    expect([...codesOf('pkd2007')]).toEqual(column('pkd2007.csv', 'code'));
    expect([...codesOf('pkd2025')]).toEqual(column('pkd2025.csv', 'code'));
  });

  it('CIIU Rev. 4 has the classes that its own title list has', () => {
    const classes = referenceRows('isic4_titles.csv').filter((row) => row['level'] === 'class');
    expect([...codesOf('ciiu4')]).toEqual(classes.map((row) => row['code']).sort());
  });
});
