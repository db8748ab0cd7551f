"""Filled pages are what MkDocs and the theme would have made of them."""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator import addresses
from generator.pages.page import Page
from generator.site import Assembly
from generator.theme.output import path_of
from generator.theme.plugin import PortalPlugin
from generator.theme.shells import Shell, tokens
from tests.unit.theme import sample


class Native(PortalPlugin):  # type: ignore[no-untyped-call]
    """Has MkDocs render every page of the site, each as a page of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.made: dict[str, str] = {}
        self._pages: dict[str, Page] = {}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        files = super().on_files(files, config=config)
        for number, page in enumerate(self._assembly.pages):
            file = File.generated(
                config, f"native-{number}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
            file.dest_uri = path_of(self._chromes[page.language].rooted(page.address))
            self._pages[file.src_uri] = page
            files.append(file)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        super().on_env(env, config=config, files=files)
        self._written |= self._pages
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        assert addresses.ERROR == template_name
        (page,) = (page for page in self._pages.values() if page.address == addresses.ERROR)
        slots = self._slots[page.language].of(page, sample.LANGUAGES)
        self._show(context, config, page.language, slots)
        return context

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        self.made[template_name] = output_content
        return super().on_post_template(output_content, template_name=template_name, config=config)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        if page.file.dest_uri != addresses.ERROR and page.file.src_uri in self._pages:
            self.made[page.file.dest_uri] = output
        return super().on_post_page(output, page=page, config=config)


def test_a_filled_page_is_byte_identical_with_what_mkdocs_renders(
    assembly: Assembly,
    built: Path,
    configuration: Callable[[PortalPlugin], MkDocsConfig],
) -> None:
    native = Native()
    build_with_mkdocs(configuration(native))
    assert len(list(assembly.pages)) == len(native.made)
    for address, text in native.made.items():
        filled = (built / address).read_text(encoding="utf-8")
        assert text == filled, address


def test_a_shell_is_cut_at_its_slots_and_keeps_everything_else() -> None:
    marks = tokens(("title", "body"))
    shell = Shell.cut(f"<title>{marks['title']}</title><h1>{marks['title']}</h1>{marks['body']}\n")
    assert ("title", "title", "body") == shell.slots
    assert "<title>A</title><h1>A</h1>B\n" == shell.fill({"title": "A", "body": "B"})


def test_what_fills_a_slot_is_never_taken_for_a_slot() -> None:
    marks = tokens(("title", "body"))
    shell = Shell.cut(f"{marks['title']}{marks['body']}")
    assert f"{marks['body']}B" == shell.fill({"title": marks["body"], "body": "B"})
