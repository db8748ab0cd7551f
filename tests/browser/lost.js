// What a reader of the page as it stands now has lost: one text for each loss.
() => {
  const lost = [];
  const name = (element) => element.outerHTML.slice(0, 120);
  // What is for listeners alone is cut to a point.
  const isForListeners = (element) =>
    element !== null &&
    (getComputedStyle(element).clipPath.startsWith("inset(50%") || isForListeners(element.parentElement));
  const isSeen = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !isForListeners(element);

  const width = document.documentElement.scrollWidth;
  if (width > innerWidth) lost.push(`the page scrolls sideways: ${width} of ${innerWidth}`);

  for (const element of document.querySelectorAll("body *:not(input)")) {
    if (!isSeen(element)) continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const isWide = element.scrollWidth - element.clientWidth > 1;
    const isHigh = element.scrollHeight - element.clientHeight > 1;
    const cuts = (overflow) => ["hidden", "clip"].includes(overflow);
    if ((isWide && cuts(overflowX)) || (isHigh && cuts(overflowY))) lost.push(`clipped: ${name(element)}`);
    // What scrolls by itself has to be reached by keyboard and to say what it is.
    if (isWide && ["auto", "scroll"].includes(overflowX)) {
      const isLabelled = element.ariaLabel || element.getAttribute("aria-labelledby");
      if (element.tabIndex !== 0 || !element.role || !isLabelled) lost.push(`scrolls unsaid: ${name(element)}`);
    }
  }

  const boxes = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim().slice(0, 60);
    if (!text || !isSeen(texts.currentNode.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    for (const box of range.getClientRects()) if (box.width > 1) boxes.push({ box, text });
  }
  boxes.sort((one, other) => one.box.top - other.box.top);
  boxes.forEach(({ box, text }, place) => {
    for (const { box: below, text: covered } of boxes.slice(place + 1)) {
      if (below.top >= box.bottom) break;
      const width = Math.min(box.right, below.right) - Math.max(box.left, below.left);
      const height = Math.min(box.bottom, below.bottom) - below.top;
      // Lines may touch: letters with two marks are higher than their lines.
      if (width > 2 && height > 0.5 * Math.min(box.height, below.height)) lost.push(`overlap: ${text} | ${covered}`);
    }
  });
  return lost;
}
