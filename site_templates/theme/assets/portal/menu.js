// On narrow screens the sections open over the page. Whoever tabs on from the last one has left
// them: they close, so that nothing lies over what has the focus. Without scripts, Escape does it.

const sections = document.getElementById("sections");

sections.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget && !sections.contains(relatedTarget) && sections.matches(":popover-open")) {
    sections.hidePopover();
  }
});
