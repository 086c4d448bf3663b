import { loadExample } from '#casebook/home.ts';
import Example from '#ui/result/Example.svelte';
import { exampleOf } from '#view/result-example.ts';

/** The live example of the home screen, with the engine it needs: a chunk of its own, so that the screen itself stands first. */
export async function liveExample() {
  const example = exampleOf(await loadExample());
  return example && { component: Example, example };
}
