import ts from 'typescript';

/** One slip in a source file: from here to there something else stands. */
export interface Mutation {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly was: string;
  readonly is: string;
}

const { SyntaxKind } = ts;

/** What an operator is mistaken for. */
const OPERATORS: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [SyntaxKind.PlusToken]: '-',
  [SyntaxKind.MinusToken]: '+',
  [SyntaxKind.AsteriskToken]: '/',
  [SyntaxKind.SlashToken]: '*',
  [SyntaxKind.PercentToken]: '*',
  [SyntaxKind.LessThanToken]: '<=',
  [SyntaxKind.LessThanEqualsToken]: '<',
  [SyntaxKind.GreaterThanToken]: '>=',
  [SyntaxKind.GreaterThanEqualsToken]: '>',
  [SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [SyntaxKind.AmpersandAmpersandToken]: '||',
  [SyntaxKind.BarBarToken]: '&&',
  [SyntaxKind.QuestionQuestionToken]: '&&',
  [SyntaxKind.PlusEqualsToken]: '-=',
  [SyntaxKind.MinusEqualsToken]: '+=',
};

/** What a method or function is mistaken for. */
const NAMES: Readonly<Record<string, string>> = {
  'Math.min': 'Math.max',
  'Math.max': 'Math.min',
  'Math.floor': 'Math.ceil',
  'Math.ceil': 'Math.floor',
  some: 'every',
  every: 'some',
};

/** Words for people are no arithmetic: what stands in a thrown error or a template is left alone, as is what only types say. */
const isWords = (node: ts.Node): boolean =>
  ts.isThrowStatement(node) || ts.isTemplateExpression(node) || ts.isTypeNode(node) || ts.isImportDeclaration(node);

/** Every single slip that can be made in a file: operators, bounds, branches, truths, numbers, least and greatest, some and every, filters. */
export const mutationsOf = (file: string, text: string): readonly Mutation[] => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found: Mutation[] = [];
  const put = (node: ts.Node, is: string): void => {
    const from = node.getStart(source);
    found.push({ file, line: source.getLineAndCharacterOfPosition(from).line + 1, from, to: node.end, was: node.getText(source), is });
  };
  const visit = (node: ts.Node): void => {
    if (isWords(node)) return;
    if (ts.isBinaryExpression(node)) {
      const other = OPERATORS[node.operatorToken.kind];
      if (other !== undefined) put(node.operatorToken, other);
    } else if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken) put(node, node.operand.getText(source));
    else if (node.kind === SyntaxKind.TrueKeyword) put(node, 'false');
    else if (node.kind === SyntaxKind.FalseKeyword) put(node, 'true');
    else if (ts.isNumericLiteral(node)) put(node, `(${node.text} + 1)`);
    else if (ts.isConditionalExpression(node)) {
      put(node, `(${node.condition.getText(source)} ? ${node.whenFalse.getText(source)} : ${node.whenTrue.getText(source)})`);
    } else if (ts.isIfStatement(node)) {
      put(node.expression, 'true');
      put(node.expression, 'false');
    } else if (ts.isCallExpression(node)) {
      const { expression } = node;
      const name = ts.isPropertyAccessExpression(expression) ? expression.name : null;
      const other = NAMES[expression.getText(source)] ?? (name ? NAMES[name.text] : undefined);
      if (other?.startsWith('Math.')) put(expression, other);
      else if (other !== undefined && name) put(name, other);
      if (name?.text === 'filter' && node.arguments[0]) put(node.arguments[0], '() => true');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
