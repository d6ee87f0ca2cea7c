import ts from 'typescript';
import type { Json } from './session.ts';

/** rrweb's nodes hold nodes, and arguments hold arguments; one in another is enough. */
const DEEPEST = 1;

/** Events of every type that `@rrweb/types` knows, with every member of each: one for each form that a member can have. */
export function typedEvents(): readonly Json[] {
  const file = new URL('../../../node_modules/@rrweb/types/dist/index.d.ts', import.meta.url).pathname;
  const program = ts.createProgram([file], {
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  const event = module && checker.getExportsOfModule(module).find(({ name }) => name === 'eventWithTime');
  if (!event) throw new Error('@rrweb/types has no eventWithTime');
  return new Samples(checker).of(checker.getDeclaredTypeOfSymbol(event)) as Json[];
}

class Samples {
  readonly #checker: ts.TypeChecker;
  readonly #open: ts.Type[] = [];

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  of(type: ts.Type): readonly unknown[] {
    if (type.flags & ts.TypeFlags.Undefined) return [];
    if (type.flags & ts.TypeFlags.Null) return [null];
    if (type.flags & ts.TypeFlags.BooleanLike) return [true];
    // One number of a kind is as good as another where it does not say what the rest is.
    if (type.isUnion() && type.types.every((one) => one.flags & ts.TypeFlags.EnumLiteral))
      return this.of(type.types[0]!);
    if (type.isUnion()) return this.#within(type, () => type.types.flatMap((one) => this.of(one)));
    if (type.isLiteral()) return [type.value];
    if (type.flags & ts.TypeFlags.StringLike) return ['text'];
    if (type.flags & ts.TypeFlags.NumberLike) return [1];
    if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown))
      return [{ word: 'text', count: 1, list: ['text', { deep: 'text' }] }];
    return this.#within(type, () =>
      this.#checker.isArrayType(type) || this.#checker.isTupleType(type)
        ? this.#list(type)
        : this.#objects(type),
    );
  }

  #within(type: ts.Type, samples: () => readonly unknown[]): readonly unknown[] {
    if (this.#open.filter((one) => one === type).length >= DEEPEST) return [];
    this.#open.push(type);
    const found = samples();
    this.#open.pop();
    return found;
  }

  #list(type: ts.Type): readonly unknown[] {
    return [this.#checker.getTypeArguments(type as ts.TypeReference).flatMap((item) => this.of(item))];
  }

  #objects(type: ts.Type): readonly unknown[] {
    const forms = new Map<string, readonly unknown[]>();
    for (const member of this.#checker.getPropertiesOfType(type))
      forms.set(member.name, this.of(this.#checker.getTypeOfSymbol(member)));
    const any = this.#checker.getIndexInfoOfType(type, ts.IndexKind.String);
    if (any) this.of(any.type).forEach((value, i) => forms.set(`any${i}`, [value]));
    const first = Object.fromEntries(
      [...forms].flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value]])),
    );
    const others = [...forms].flatMap(([name, [, ...more]]) =>
      more.map((value) => ({ ...first, [name]: value })),
    );
    return [first, ...others];
  }
}
