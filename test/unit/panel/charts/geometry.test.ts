import assert from 'node:assert/strict';
import fc from 'fast-check';
import { axisLabels, columnsOf, heat, heatCell, linePath, monthLabels, shareAxis } from '../../../../src/panel/charts/geometry';
import { properties } from '../../study/builders';

describe('columnsOf', () => {
  it('stands columns on the ground, in proportion, up to a round figure', () => {
    const { columns, ticks } = columnsOf([0, 5, 10], 100);
    assert.deepEqual(
      columns.map(({ y, height }) => [y, height]),
      [
        [100, 0],
        [50, 50],
        [0, 100],
      ],
    );
    assert.deepEqual(ticks, [
      { value: 0, y: 100 },
      { value: 5, y: 50 },
      { value: 10, y: 0 },
    ]);
  });

  it('shows a value beside one that is a thousand times as large', () => {
    const [small] = columnsOf([1, 1000], 100).columns;
    assert.deepEqual([small?.height, small?.y], [2, 98]);
  });

  it('has an axis where there is nothing', () => {
    const { columns, ticks } = columnsOf([0, 0], 100);
    assert.ok(columns.every(({ height }) => height === 0));
    assert.deepEqual(
      ticks.map(({ value }) => value),
      [0, 1],
    );
  });

  it('stays within the chart, without overlap, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }), (values) => {
        let edge = 0;
        for (const { x, y, width, height } of columnsOf(values, 130).columns) {
          assert.ok(x >= edge && y >= -1e-9 && y + height <= 130 + 1e-9);
          edge = x + width;
        }
        assert.ok(edge <= 100);
      }),
      properties,
    );
  });
});

describe('axisLabels', () => {
  it('names both ends always, the middle and the quarters where there is room', () => {
    assert.deepEqual(
      axisLabels(31).map(({ index, anchor, room }) => [index, anchor, room]),
      [
        [0, 'start', 0],
        [8, 'middle', 2],
        [15, 'middle', 1],
        [23, 'middle', 2],
        [30, 'end', 0],
      ],
    );
  });

  it('names no place twice, and none where there is none', () => {
    assert.deepEqual(
      axisLabels(2).map(({ index }) => index),
      [0, 1],
    );
    assert.deepEqual(axisLabels(1), [{ index: 0, x: 50, anchor: 'middle', room: 0 }]);
    assert.deepEqual(axisLabels(0), []);
  });
});

describe('linePath', () => {
  it('goes through the points and breaks off where one is missing', () => {
    assert.equal(linePath([{ x: 0, y: 1 }, { x: 1, y: 2 }, undefined, { x: 3, y: 4 }, { x: 4, y: 5.126 }]), 'M0,1L1,2M3,4L4,5.13');
    assert.equal(linePath([]), '');
  });
});

describe('shareAxis', () => {
  it('begins at a tenth below the least share, and shows a fifth at least', () => {
    assert.equal(shareAxis([0.57, 0.9], 100).yOf(0.5), 100);
    assert.equal(shareAxis([0.95], 100).yOf(0.8), 100);
    assert.equal(shareAxis([0.95], 100).yOf(1), 0);
    assert.equal(shareAxis([], 100).yOf(0.8), 100);
  });

  it('holds every share and its ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (shares) => {
        const { yOf, ticks } = shareAxis(shares, 130);
        for (const y of [...shares.map(yOf), ...ticks.map((tick) => tick.y)]) assert.ok(y >= -1e-6 && y <= 130 + 1e-6);
        assert.ok(ticks.length >= 2);
      }),
      properties,
    );
  });
});

describe('heatCell', () => {
  it('fills more of its place on a busier day', () => {
    const sizes = [1, 2, 3, 4].map((level) => heatCell(0, 0, level).size);
    assert.deepEqual(sizes, [5, 7, 9, heat.cell]);
    assert.deepEqual(heatCell(2, 3, 4), { x: heat.left + 2 * heat.step, y: heat.top + 3 * heat.step, size: heat.cell });
    assert.equal(heatCell(0, 0, 1).x, heat.left + 3);
  });
});

describe('monthLabels', () => {
  it('names a month at its first Monday, but neither at the first week nor at the last', () => {
    assert.deepEqual(monthLabels(['2026-10-05', '2026-10-26', '2026-11-02', '2026-11-09', '2026-12-07']), [{ week: 2, month: '2026-11' }]);
  });
});
