import { getStateNodes } from 'xstate/graph';
import { describe, expect, it } from 'vitest';
import { drawing, lit } from '#lifecycle/drawing.ts';
import { machine } from '#lifecycle/machine.ts';
import { endOn } from '#lifecycle/walk.ts';
import { COSTS_ONLY, SAMPLE } from './support/sample-case.ts';

type Node = ReturnType<typeof getStateNodes>[number];
const all: readonly Node[] = getStateNodes(machine);
const isLeaf = (node: Node): boolean => Object.keys(node.states).length === 0;
/** What an arrow may point at: a leaf or a frame. underWay, which is not drawn, is entered where its handling begins. */
const drawn = (node: Node): string => (node.key === 'underWay' ? (node.states['handling']?.initial.target[0]?.key ?? '') : node.key);

const transitions = all.flatMap((node) =>
  [...node.transitions.values()]
    .flat()
    .flatMap((transition) => (transition.target ?? []).map((target) => `${drawn(node)} ${transition.eventType} ${drawn(target as Node)}`)),
);

describe('the drawing', () => {
  it('has every innermost state of the machine and no other', () => {
    expect(drawing.nodes.map(({ id }) => id).sort()).toEqual(
      all
        .filter(isLeaf)
        .map(({ key }) => key)
        .sort(),
    );
  });

  it('frames the states that hold others, in their order', () => {
    for (const frame of drawing.frames) {
      const node = all.find(({ key }) => key === frame.id);
      expect([...frame.holds].sort()).toEqual(Object.keys(node?.states ?? {}).sort());
      expect(frame.holds[0]).toBe(node?.initial.target[0]?.key);
    }
    expect(drawing.frames.map(({ id }) => id).sort()).toEqual(['demand', 'negotiating', 'response', 'settling']);
  });

  it('has every transition of the machine and no other', () => {
    const arrows = drawing.edges.flatMap(({ from, events, to }) => events.map((event) => `${from} ${event} ${to}`));
    expect(arrows.sort()).toEqual([...new Set(transitions)].sort());
    expect(new Set(drawing.edges.map(({ id }) => id)).size).toBe(drawing.edges.length);
  });

  it('draws right-angled arrows from border to border', () => {
    const boxes = [...drawing.nodes, ...drawing.frames];
    const onBorder = (id: string, [x, y]: readonly [number, number]): boolean => {
      const box = boxes.find((each) => each.id === id);
      if (box === undefined) return false;
      const inside = x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
      return inside && (x === box.x || x === box.x + box.w || y === box.y || y === box.y + box.h);
    };
    for (const { id, from, to, points } of drawing.edges) {
      expect([id, onBorder(from, points[0] ?? [0, 0]), onBorder(to, points.at(-1) ?? [0, 0])]).toEqual([id, true, true]);
      const straight = points.slice(1).every(([x, y], i) => x === points[i]?.[0] || y === points[i]?.[1]);
      expect([id, straight]).toEqual([id, true]);
    }
  });

  it('leads no arrow through a state, lays no two states over each other, and stays on its sheet', () => {
    for (const { id, points } of drawing.edges) {
      for (const node of drawing.nodes) {
        const crosses = points.slice(1).some(([x, y], i) => {
          const [px, py] = points[i] ?? [x, y];
          return (
            Math.max(x, px) > node.x && Math.min(x, px) < node.x + node.w && Math.max(y, py) > node.y && Math.min(y, py) < node.y + node.h
          );
        });
        expect([id, node.id, crosses]).toEqual([id, node.id, false]);
      }
      for (const [x, y] of points) expect(x >= 0 && y >= 0 && x <= drawing.width && y <= drawing.height).toBe(true);
    }
    drawing.nodes.forEach((a, i) =>
      drawing.nodes.slice(i + 1).forEach((b) => expect(Math.abs(a.x - b.x) >= a.w || Math.abs(a.y - b.y) >= a.h).toBe(true)),
    );
  });
});

describe('the way taken', () => {
  it('is lit from the accident to the closing, the claim and the consent with it', () => {
    const { nodes, edges } = lit(endOn(SAMPLE));
    expect(nodes).toEqual(
      expect.arrayContaining(['occurred', 'talking', 'consentGiven', 'fixed', 'subrogation', 'closed', 'circumstances', 'claimed']),
    );
    expect(nodes).not.toContain('denied');
    expect(edges).toEqual(
      expect.arrayContaining(['coverageReview-negotiating', 'consentGiven-settling', 'subrogation-closed', 'circumstances-claimed']),
    );
    expect(edges).not.toContain('negotiating-settling');
  });

  it('passes by the negotiation where only costs are claimed', () => {
    const { nodes, edges } = lit(endOn(COSTS_ONLY));
    expect(nodes).not.toContain('talking');
    expect(edges).toEqual(expect.arrayContaining(['coverageReview-claimFiled', 'paid-closed']));
  });

  it('goes back from the payment to the review with a claim that comes late', () => {
    const { edges } = lit(endOn({ ...COSTS_ONLY, claim: { on: '2026-07-01', at: 'paid' } }));
    expect(edges).toEqual(expect.arrayContaining(['settling-coverageReview', 'noClaim-claimed', 'coverageReview-negotiating']));
  });

  it('shows a detour over a denial', () => {
    expect(lit(endOn(SAMPLE, { D2: 'tempting' })).edges).toEqual(
      expect.arrayContaining(['coverageReview-denied', 'denied-coverageReview']),
    );
  });
});
