"""MkDocs' plugin: the generated pages join MkDocs' own pages in one site.

MkDocs renders the hand-written pages and one placeholder for each frame; when it has
finished, all other pages are filled into what it made of the placeholders.  Only MkDocs'
events stand here, in the order in which it calls them.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator import addresses
from generator.errors import PortalError
from generator.load.collector import collector_at_rest
from generator.pages.page import Page
from generator.reporting.wording import explained
from generator.site import Assembly, Machine, Memory, Settings, assemble_from
from generator.text.catalogue import FALLBACK
from generator.theme import assets, defaults, handwritten
from generator.theme.chrome import Chrome
from generator.theme.manifest import manifest
from generator.theme.output import SITEMAP, Output, Progress, no_progress, path_of
from generator.theme.policy import policy
from generator.theme.search_page import search_page
from generator.theme.shells import Frame, Shell, frames, tokens
from generator.theme.slots import Slots
from generator.theme.staging import Staging


# MkDocs does not annotate how it makes subclasses.
class PortalConfig(Config):  # type: ignore[no-untyped-call]
    """The plugin's part of `mkdocs.yml`."""

    registry = config_options.Dir(default="registry")
    edition = config_options.Choice(("public", "internal"), default="public")
    as_of = config_options.Optional(config_options.Type(str))
    site_address = config_options.Optional(config_options.URL(is_dir=True))
    allow_shallow = config_options.Type(bool, default=False)


class PortalPlugin(BasePlugin[PortalConfig]):  # type: ignore[no-untyped-call]
    """Builds the portal inside MkDocs."""

    _assembly: Assembly
    _staging: Staging
    _chromes: dict[str, Chrome]
    _slots: dict[str, Slots]
    _searches: list[Page]
    _error_shell: Shell

    def __init__(self) -> None:
        super().__init__()
        self._settings: Settings | None = None
        self._machine = Machine()
        self._memory: Memory | None = None
        self._progress: Progress = no_progress
        self._placeholders: dict[str, Frame] = {}
        self._shells: dict[Frame, Shell] = {}
        # Hand-written pages by their source: first the address and language, then the page.
        self._manuscripts: dict[str, tuple[str, str]] = {}
        self._written: dict[str, Page] = {}

    def use(self, settings: Settings, progress: Progress | None, machine: Machine) -> None:
        """Take settings from the command line instead of `mkdocs.yml`."""
        self._settings = settings
        self._progress = progress or no_progress
        self._machine = machine

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Assemble the site first: what MkDocs is to know comes from the registry."""
        settings = self._settings or self._own_settings()
        self._staging = Staging(Path(config.site_dir))
        if self._machine.cache:
            self._memory = Memory(self._machine.cache, settings, self._staging.target)
            self._memory.open()
        self._assembly = assemble_from(settings, self._machine, self._memory)
        languages = tuple(self._assembly.title)
        self._chromes = {language: Chrome(self._assembly, language) for language in languages}
        self._staging.open()
        config.site_dir = str(self._staging.folder)
        config.site_name = self._assembly.title[languages[0]]
        config.site_url = self._chromes[languages[0]].site
        config.theme.static_templates.discard(SITEMAP)  # MkDocs would list its own pages alone.
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the placeholders, and give the hand-written pages their addresses."""
        interface = self._assembly.interface
        days = {language: texts["as_of"] for language, texts in interface.items()}
        assets.prepare(files, config, days)
        for file in files.documentation_pages():
            files.remove(file)
            address, language = handwritten.address_of(file.src_uri)
            if language in self._chromes:
                self._manuscripts[file.src_uri] = address, language
                file.dest_uri = path_of(self._chromes[language].rooted(address))
                file.inclusion = InclusionLevel.NOT_IN_NAV
                files.append(file)
        for frame in frames(self._chromes):
            file = File.generated(
                config, frame.source, content="", inclusion=InclusionLevel.NOT_IN_NAV
            )
            file.dest_uri = path_of(frame.address)
            # What MkDocs writes of a placeholder is no part of the site.
            file.dest_dir = str(self._staging.scratch)
            self._placeholders[file.src_uri] = frame
            files.append(file)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Take from the theme what fills slots, and make the pages that are the theme's own."""
        # The lines that hold only a template's own marks would be a tenth of each page.
        env.trim_blocks = env.lstrip_blocks = True
        for file in files.documentation_pages():
            if file.page and (known := self._manuscripts.get(file.src_uri)):
                self._written[file.src_uri] = handwritten.as_page(file.page, *known)
        for language, chrome in self._chromes.items():
            pages = (page for page in self._written.values() if page.language == language)
            self._chromes[language] = replace(chrome, written=tuple(pages))
        self._slots = {language: Slots(chrome, env) for language, chrome in self._chromes.items()}
        self._searches = [search_page(chrome, env) for chrome in self._chromes.values()]
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Render the error page as a placeholder: MkDocs makes its addresses absolute."""
        if template_name == addresses.ERROR:
            language = next(iter(self._chromes))
            self._show(context, config, language, tokens(self._slots[language].names))
        return context

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Keep the error page's shell."""
        if template_name == addresses.ERROR:
            self._error_shell = Shell.cut(output_content)
        return output_content

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give a placeholder marks in its slots, and a hand-written page what it shows there."""
        source = page.file.src_uri
        if source in self._placeholders:
            language = self._placeholders[source].language
            slots = tokens(self._slots[language].names)
        else:
            written = self._written[source]
            language = written.language
            slots = self._slots[language].of(written, self._languages_of(written.address))
        # The theme would make a skip link and a list of contents of its own.
        page.toc = TableOfContents([])
        self._show(context, config, language, slots)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Cut what the theme made of a placeholder."""
        if frame := self._placeholders.get(page.file.src_uri):
            self._shells[frame] = Shell.cut(output)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fill all other pages in, and put the finished site in the old one's place."""
        output = Output(
            self._assembly,
            self._slots,
            self._shells,
            self._error_shell,
            self._staging,
            self._progress,
            self._machine.jobs,
            self._memory,
        )
        rendered = [(page, self._languages_of(page.address)) for page in self._written.values()]
        with collector_at_rest():
            hashes = output.write(self._searches, rendered)
        self._staging.clear_scratch()
        self._staging.write(
            addresses.BUILD_JSON, manifest(self._assembly.build, self._staging.folder, hashes)
        )
        self._staging.publish()
        if self._memory:
            self._memory.finish()
            self._memory.close()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it is; on MkDocs' command line, say what failed."""
        if hasattr(self, "_staging"):
            self._staging.close()
        if self._memory:
            self._memory.close()
        if isinstance(error, PortalError) and self._settings is None:
            # MkDocs speaks English, and so do we where it speaks.
            raise PluginError(explained(error, FALLBACK)) from error

    def _own_settings(self) -> Settings:
        options = self.config
        found = defaults.settings(
            Path(options.registry), options.edition, options.as_of, options.site_address
        )
        return replace(found, allow_shallow=options.allow_shallow)

    def _languages_of(self, address: str) -> tuple[str, ...]:
        there = {page.language for page in self._written.values() if page.address == address}
        return tuple(language for language in self._chromes if language in there)

    def _show(
        self, context: TemplateContext, config: MkDocsConfig, language: str, slots: dict[str, str]
    ) -> None:
        """Show a page in a language.

        The theme reads its language from the configuration, and MkDocs renders one page
        after the other: so the configuration changes with the page.
        """
        chrome = self._chromes[language]
        config.theme["language"] = chrome.theme_language(config.theme.dirs)
        config.theme["palette"] = chrome.palette
        shown = {"chrome": chrome, "slots": slots, "policy": policy}
        cast("dict[str, Any]", context)["portal"] = shown
