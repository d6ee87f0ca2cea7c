/** The little of Node.js that is used. */
interface BuiltIns {
  readonly 'node:crypto': {
    createHash(algorithm: 'sha256'): { update(bytes: Uint8Array): unknown; digest(): Uint8Array };
  };
  readonly 'node:fs': {
    createReadStream(path: string): AsyncIterable<Uint8Array>;
    openSync(path: string, flags: number, mode: number): number;
    writeSync(file: number, bytes: Uint8Array, offset: number, length: number, position: number): number;
    readSync(file: number, bytes: Uint8Array, offset: number, length: number, position: number): number;
    closeSync(file: number): void;
    unlinkSync(path: string): void;
    readonly constants: Readonly<Record<'O_CREAT' | 'O_EXCL' | 'O_RDWR', number>>;
    readonly promises: { stat(path: string): Promise<{ readonly size: number }> };
  };
  readonly 'node:os': { tmpdir(): string; platform(): string };
  readonly 'node:path': { basename(path: string): string; join(...parts: string[]): string };
  readonly 'node:url': { fileURLToPath(address: string): string };
}
export type GetBuiltIn = <N extends keyof BuiltIns>(name: N) => BuiltIns[N];

/** Node.js hands out its modules without an import that bundlers would follow; browsers have none. */
export function builtIns(): GetBuiltIn | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: GetBuiltIn } };
  return process?.getBuiltinModule;
}
