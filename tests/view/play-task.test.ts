import { describe, expect, test } from 'vitest';
import { replay } from '#lifecycle/replay.ts';
import { add, rewind, type Sitting } from '#lifecycle/sitting.ts';
import { type PlayView, playView } from '#view/play.ts';
import { shuffled } from '#view/play-ground.ts';
import { drawingOf } from '#view/drawing.ts';
import { stepsOf } from '#view/play-stage.ts';
import { groundNamed, wayThrough } from './play-support.ts';

const ground = groundNamed('IT-15');
const of = ground.case;
const way = wayThrough(of);
type Kind = PlayView['task']['kind'];
type Task<K extends Kind> = Extract<PlayView['task'], { kind: K }>;

const views = way.map((sitting) => ({ sitting, view: playView(ground, sitting) }));
const at = <K extends Kind>(kind: K, place: 'first' | 'last' = 'first'): { sitting: Sitting; view: PlayView; task: Task<K> } => {
  const found =
    place === 'first' ? views.find(({ view }) => view.task.kind === kind) : views.findLast(({ view }) => view.task.kind === kind);
  if (!found) throw new Error(`no moment of kind ${kind}`);
  return { ...found, task: found.view.task as Task<K> };
};
const end = way.at(-1) as Sitting;

describe('the choices of a decision', () => {
  test('stand in an order that is always the same, and not always that of the file', () => {
    const options = ['best', 'tempting', 'late'] as const;
    const orders = Array.from({ length: 60 }, (_, i) => shuffled(options, `case D${String(i)}`, (option) => option).join());
    expect(orders).toEqual(Array.from({ length: 60 }, (_, i) => shuffled(options, `case D${String(i)}`, (option) => option).join()));
    for (const option of options) expect(orders.filter((order) => order.startsWith(option)).length).toBeGreaterThan(8);
  });

  test('say nothing of how good they are but their key', () => {
    for (const choice of at('decision').task.choices) expect(Object.keys(choice)).toEqual(['option', 'text']);
  });
});

describe('the consequence', () => {
  test('names the decision it goes back to', () => {
    const { sitting, task } = at('decided', 'last');
    expect(sitting.events[task.back]).toMatchObject({ do: 'choose', decision: task.id });
    expect(playView(ground, rewind(sitting, task.back)).task).toMatchObject({ kind: 'decision', id: task.id });
  });
});

describe('the documents', () => {
  test('reveal a fact in words once the line is read, with the line it came from', () => {
    const { sitting, view, task } = at('read');
    expect(view.dossier.facts).toEqual([]);
    const line = task.documents[0]?.lines[0];
    const after = playView(ground, add(sitting, { do: 'read', line: line?.id ?? '' }));
    expect(after.dossier.facts).toMatchObject([{ line: line?.id, by: 'player', value: { kind: 'yesno', yes: true } }]);
    expect((after.task as Task<'read'>).left).toBe(task.left - 1);
  });

  test('left unread are known by the report', () => {
    const { sitting } = at('read');
    const { facts, lines } = playView(ground, add(sitting, { do: 'next' })).dossier;
    expect(facts.length).toBeGreaterThan(3);
    expect(facts.every((fact) => fact.by === 'report')).toBe(true);
    expect(lines.read).toBe(lines.all);
  });
});

describe('the matching', () => {
  test('counts what is empty and what is wrong, and ends with neither', () => {
    const { sitting, task } = at('match');
    expect([task.empty, task.wrong]).toEqual([task.rows.length, 0]);
    const [row] = task.rows;
    const pair = row?.right[0];
    const put = (answer: 'met' | 'unknown') =>
      playView(ground, add(sitting, { do: 'match', line: pair?.line ?? '', clause: row?.clause.id ?? '', answer })).task as Task<'match'>;
    expect([put('unknown').empty, put('unknown').wrong]).toEqual([task.rows.length - 1, 1]);
    expect([put('met').empty, put('met').wrong]).toEqual([task.rows.length - 1, 0]);
    const { task: full } = at('match', 'last');
    expect([full.empty, full.wrong]).toEqual([0, 0]);
  });

  test('takes the latest answer to a clause', () => {
    const { sitting, task } = at('match');
    const [row] = task.rows;
    const other = task.lines.find((line) => line.id !== row?.right[0]?.line);
    const clause = row?.clause.id ?? '';
    const first = add(sitting, { do: 'match', line: other?.id ?? '', clause, answer: 'met' });
    const second = add(first, { do: 'match', line: row?.right[0]?.line ?? '', clause, answer: row?.right[0]?.answer ?? 'met' });
    expect((playView(ground, first).task as Task<'match'>).rows[0]?.isRight).toBe(false);
    expect((playView(ground, second).task as Task<'match'>).rows[0]?.isRight).toBe(true);
  });
});

describe('the prediction', () => {
  const predicted = (yen: number) => playView(ground, add(at('predict').sitting, { do: 'predict', yen })).task as Task<'predicted'>;

  test('is held against what the engine reckons: 6,600 claimed, 5,300 paid', () => {
    expect(predicted(53_000_000)).toMatchObject({
      above: 0,
      mistake: null,
      payment: { low: 53_000_000, high: 53_000_000, ownHigh: 13_000_000 },
    });
    expect(predicted(50_500_000)).toMatchObject({ above: 2_500_000, mistake: null });
  });

  test.each(of.predictions.wrong.map((wrong) => [wrong.id, wrong.gives] as const))('is answered by its mistake: %s', (_, gives) => {
    const { mistake, above } = predicted(gives);
    expect(mistake?.reply.ja.length).toBeGreaterThan(10);
    expect(above).toBe(53_000_000 - gives);
  });

  test('is measured to the nearer end of a range', () => {
    const late = wayThrough(of, 'late').find((sitting) => replay(of, sitting).todo.kind === 'predict') as Sitting;
    const ask = (yen: number) => playView(ground, add(late, { do: 'predict', yen })).task as Task<'predicted'>;
    // 1,000万円 paid without consent: 4,300〜5,300万円
    expect(ask(50_000_000)).toMatchObject({ above: 0, payment: { low: 43_000_000, high: 53_000_000 } });
    expect(ask(60_000_000).above).toBe(-7_000_000);
    expect(ask(40_000_000).above).toBe(3_000_000);
  });
});

describe('the letter', () => {
  test('has a place in its text for every gap, in both languages, and counts what is open', () => {
    const { task } = at('letter');
    for (const locale of ['ja', 'en'] as const) {
      const places = task.paragraphs[locale].flat().flatMap((piece) => ('slot' in piece ? [piece.slot] : []));
      expect(new Set(places)).toEqual(new Set(task.slots.map((slot) => slot.id)));
    }
    expect([task.empty, task.wrong]).toEqual([task.slots.length, 0]);
    expect([at('letter', 'last').task.empty, at('letter', 'last').task.wrong]).toEqual([0, 0]);
  });
});

describe('the timeline', () => {
  test('leads back to what stood before each entry, and keeps the way left with its end', () => {
    const { timeline } = playView(ground, end);
    const row = timeline.rows.find(({ what }) => what.kind === 'decision');
    const back = rewind(end, row?.at ?? 0);
    expect(playView(ground, back).task.kind).toBe('decision');
    const other = wayThrough(of, 'late').at(-1) as Sitting;
    const [twig] = playView(ground, { ...end, twigs: [other.events] }).timeline.twigs;
    expect(twig?.payment).toMatchObject({ low: 43_000_000, high: 53_000_000 });
    expect(twig?.choices).toHaveLength(of.decisions.length);
  });
});

describe('stages and drawing', () => {
  test('stand where the claim stands', () => {
    expect(stepsOf({ state: 'occurred', path: ['occurred'] }).map((step) => step.stands)).toEqual([
      'now',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
      'ahead',
    ]);
    expect(
      stepsOf({ state: 'closed', path: ['occurred', 'discovered', 'investigating', 'coverageReview', 'denied', 'closed'] }).map(
        (step) => step.stands,
      ),
    ).toEqual(['done', 'done', 'done', 'skipped', 'skipped', 'now']);
  });

  test('light the way taken, and every region where it is now', () => {
    const drawn = drawingOf(replay(of, end));
    expect(drawn.nodes.filter((node) => node.now).map((node) => node.id)).toEqual(['closed']);
    expect(drawn.path[0]).toBe('occurred');
    expect(drawn.edges.filter((edge) => edge.passed).length).toBeGreaterThan(8);
    const middle = drawingOf(replay(of, at('decision', 'last').sitting));
    expect(middle.nodes.filter((node) => node.now).length).toBe(3);
  });
});
