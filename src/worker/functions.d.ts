/** A module's default export, a function, with all that it needs inside of it: its text runs anywhere. */
declare module '*?function' {
  export default function run(scope: object, place: 'worker' | 'page'): void;
}
