const PAUSE = 500;

let said = $state('');
let waiting: ReturnType<typeof setTimeout> | undefined;

/** What the one polite status region of the page says. */
export function status(): string {
  return said;
}

/** Says one plain sentence to people who listen, half a second after the last change, so that a moving slider is not a stream of words. */
export function announce(sentence: string | (() => string)): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    said = typeof sentence === 'string' ? sentence : sentence();
  }, PAUSE);
}
