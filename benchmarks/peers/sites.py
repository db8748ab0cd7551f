"""Makes the peers' source trees from a synthetic registry: untimed, once per registry.

A page shows the seven parts of a commitment's report, its milestones and its sources, in
each language.  Hugo reads the registry's own files; only names and labels are looked up for
it beforehand.  For stock MkDocs every page is written as Markdown beforehand.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.peers import markdown, setup
from generator.load import load_folder
from generator.schema.store import ROOT as SCHEMAS

HERE = Path(__file__).resolve().parent
SHARES = 8
"""Hugo's adapters: each reads the commitments of some agencies."""

Labels = Mapping[str, Mapping[str, str]]

_MKDOCS = """\
site_name: Portal
site_url: https://example.org/
theme: {name: material, font: false, language: LANGUAGE}
plugins: [search]
markdown_extensions: [tables, attr_list, toc]
nav: [{Home: index.md}]
not_in_nav: commitments/
"""
_HUGO = """\
baseURL = "https://example.org/"
title = "Portal"
disableKinds = ["taxonomy", "term", "section", "RSS"]
disableHugoGeneratorInject = true
[outputs]
home = ["HTML", "search"]
[outputFormats.search]
mediaType = "application/json"
baseName = "search_index"
path = "search"
isPlainText = true
"""
_HEAD = """\
{{- $c := .Params.c -}}{{- $a := site.Params.a -}}{{- $b := site.Params.b -}}
{{- $l := index hugo.Data.labels $a -}}{{- $n := $l.names -}}
"""


def make(work: Path, bench: Path, languages: Sequence[str]) -> None:
    """Make all trees below `work`, from `work`/registry, with the peers in `bench`."""
    documents = load_folder(work / "registry").documents
    records: dict[str, dict[str, Mapping[str, Any]]] = {}
    for document in documents:
        records.setdefault(document.entity, {})[document.id] = document.data
    labels = {language: _labels(records, language) for language in languages}
    _stock(work / "stock", records["commitments"].values(), labels)
    mkdocs = setup.install(bench).mkdocs
    shells = {
        language: _shell(work / f"shell-{language}", mkdocs, language, prefix, words["parts"])
        for (language, words), prefix in zip(labels.items(), _prefixes(languages), strict=True)
    }
    _hugo(work, labels, shells)
    _write(work / "commitment.schema.json", json.dumps(_bundled()))


def _prefixes(languages: Sequence[str]) -> list[str]:
    """Where the pages of each language are: those of the first at the root."""
    return ["", *(f"{language}/" for language in languages[1:])]


def _bundled() -> dict[str, Any]:
    """The commitments' schema in one file: `check-jsonschema` reads that three times as fast."""
    read = (SCHEMAS / "v1" / "commitment.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(read.replace("types.schema.json#/", "#/"))
    types = json.loads((SCHEMAS / "v1" / "types.schema.json").read_text("utf-8"))
    return {**schema, "$defs": types["$defs"]}


def _labels(records: Mapping[str, Mapping[str, Mapping[str, Any]]], language: str) -> Labels:
    """What ids and codes are called in a language, and the words of the pages."""
    known = {**records["agencies"], **records["partners"]}

    def codes(vocabulary: str) -> dict[str, str]:
        entries = records["vocabularies"][vocabulary]["codes"]
        return {entry["code"]: entry["label"][language] for entry in entries}

    return {
        "names": {identifier: data["name"][language] for identifier, data in known.items()},
        "fields": codes("fields"),
        "kinds": codes("instrument-kinds"),
        **markdown.WORDS[language],
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _stock(
    site: Path,
    commitments: Iterable[Mapping[str, Any]],
    labels: Mapping[str, Labels],
) -> None:
    default, *_ = labels
    config = _MKDOCS.replace("LANGUAGE", default)
    _write(site / "mkdocs.yml", f"{config}site_dir: ../out/stock\n")
    _write(site / "docs" / "index.md", "# Home\n")
    for data in commitments:
        if "moved_to" in data or data.get("visibility") == "internal":
            continue
        for language, words in labels.items():
            folder = site / "docs" / ("" if language == default else language)
            page = markdown.page(data, language, words)
            _write(folder / "commitments" / f"{data['id']}.md", page)


def _shell(site: Path, mkdocs: Path, language: str, prefix: str, parts: Mapping[str, str]) -> str:
    """Material's page in a language, as MkDocs makes it, with places to fill."""
    page = f"{prefix}commitments/ZZSLUG.md"
    config = _MKDOCS.replace("LANGUAGE", language)
    extra = {"parts": parts, "page": page, "shell": str(site / "shell.html")}
    hooks = f"hooks: [{HERE / 'shell.py'}]\n"
    _write(site / "mkdocs.yml", f"{config}{hooks}extra: {json.dumps(extra)}\nsite_dir: site\n")
    _write(site / "docs" / "index.md", "# Home\n")
    command = (mkdocs, "build", "--quiet", "--config-file", site / "mkdocs.yml")
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    return (site / "shell.html").read_text("utf-8")


def _hugo(
    work: Path,
    labels: Mapping[str, Labels],
    shells: Mapping[str, str],
) -> None:
    site, source, languages = work / "hugo", HERE / "hugo", list(labels)
    mounts = {
        "content": "content",
        "layouts": "layouts",
        "data": "data",
        str(work / "registry" / "commitments"): "assets/commitments",
        str(work / f"shell-{languages[0]}" / "site" / "assets"): "static/assets",
    }
    config = [f'defaultContentLanguage = "{languages[0]}"\n{_HUGO}']
    config += [
        f"[[module.mounts]]\nsource = {json.dumps(place)}\ntarget = {json.dumps(target)}\n"
        for place, target in mounts.items()
    ]
    for language in languages:
        other = languages[languages.index(language) - 1]
        config.append(f'[languages.{language}.params]\na = "{language}"\nb = "{other}"\n')
    _write(site / "hugo.toml", "".join(config))
    _write(site / "data" / "labels.json", json.dumps(labels, ensure_ascii=False))
    _write(site / "content" / "_index.md", "---\ntitle: Home\n---\n")
    _write(site / "layouts" / "home.html", "<!doctype html><title>Portal</title><h1>Home</h1>\n")
    adapter = (source / "adapter.gotmpl").read_text("utf-8").replace("DEFAULT", languages[0])
    adapter = adapter.replace("LANGUAGES", " ".join(f'"{each}"' for each in languages))
    for number, share in enumerate(_shares(work / "registry" / "commitments")):
        text = adapter.replace("FOLDERS", " ".join(f'"{folder}"' for folder in share))
        _write(site / "content" / f"share-{number}" / "_content.gotmpl", text)
    body = (source / "body.html").read_text("utf-8")
    for language, shell in shells.items():
        page = re.sub(r"https://example.org/[^\"]*ZZSLUG/", "{{ .Permalink }}", shell)
        page = page.replace("ZZTITLE", "{{ or (index $c.title $a) (index $c.title $b) }}")
        _write(site / "layouts" / f"page.{language}.html", _HEAD + page.replace("ZZBODY", body))
    for name in ("home.search.json", "sitemap.xml"):
        shutil.copy(source / name, site / "layouts" / name)


def _shares(commitments: Path) -> list[list[str]]:
    """The agencies' folders in shares of about as many commitments."""
    shares: list[list[str]] = [[] for _ in range(SHARES)]
    weights = [0] * SHARES
    sizes = {folder.name: len(list(folder.iterdir())) for folder in commitments.iterdir()}
    for name in sorted(sizes, key=lambda name: (-sizes[name], name)):
        lightest = weights.index(min(weights))
        shares[lightest].append(name)
        weights[lightest] += sizes[name]
    return [share for share in shares if share]
