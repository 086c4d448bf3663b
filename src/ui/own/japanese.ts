const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/**
 * Says of every piece of Japanese inside an element that it is Japanese, now and after each change: for a case without English on an English
 * screen, so that a screen reader and the fonts take it for what it is. Gives back the way to stop, which takes the marks off again.
 */
export function markJapanese(root: HTMLElement): () => void {
  const marked = new Set<Element>();
  const mark = (): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.lang !== '' || !JAPANESE.test(node.nodeValue ?? '')) continue;
      parent.lang = 'ja';
      marked.add(parent);
    }
  };
  mark();
  const observer = new MutationObserver(mark);
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  return () => {
    observer.disconnect();
    for (const element of marked) element.removeAttribute('lang');
  };
}
