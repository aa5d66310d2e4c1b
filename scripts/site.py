#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the documentation site: site.py FOLDER. Static files that need no server; a link that leads nowhere is an error.

Pages are the Markdown files of the repository that docs/site/index.md leads to, and those that they lead to. Each keeps its path, so that
links stay as they are; a file that is no page is copied, a folder is listed. Long tables get a field to filter them by. Nothing is loaded from elsewhere.
"""
import html
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parent.parent
DOCC = "Sources/MockPortal/MockPortal.docc"
START = "docs/site/index.md"
markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TRACKED = set(subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True,
                             check=True).stdout.splitlines())
FOLDERS = {str(parent) for name in TRACKED for parent in Path(name).parents if str(parent) != "."}

STYLE = """
:root{color-scheme:light dark;--edge:#8884;--link:#0a58ca;--quiet:#666}@media(prefers-color-scheme:dark){:root{--link:#8ab4f8;--quiet:#aaa}}
body{font:16px/1.55 system-ui,sans-serif;margin:0}header{display:flex;gap:1.5rem;align-items:center;padding:.6rem 1.2rem;border-bottom:1px solid var(--edge);flex-wrap:wrap}
header a{text-decoration:none}header strong a{color:inherit}main{max-width:62rem;margin:0 auto;padding:1rem 1.2rem 4rem}a{color:var(--link)}
pre{overflow:auto;padding:.8rem;border:1px solid var(--edge);border-radius:6px;font-size:.87rem}code{font-size:.92em}
table{border-collapse:collapse;display:block;overflow:auto;margin:1rem 0}td,th{border:1px solid var(--edge);padding:.3rem .6rem;text-align:left;vertical-align:top}
thead:not(:has(th:not(:empty))){display:none}h1,h2,h3{line-height:1.25}h2{margin-top:2.2rem}input{font:inherit;padding:.3rem .5rem;border:1px solid var(--edge);border-radius:6px;min-width:14rem}
#found{max-width:62rem;margin:0 auto;padding:0 1.2rem}#found p{margin:.5rem 0}.quiet{color:var(--quiet);font-size:.9em}
"""
SCRIPT = """
const field=document.querySelector('#search'),found=document.querySelector('#found');
field.addEventListener('input',async()=>{
  const words=field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  if(words.length===0){found.replaceChildren();return}
  if(!window.PAGES)await new Promise((done)=>{const s=document.createElement('script');s.src=BASE+'search.js';s.onload=done;document.head.append(s)});
  const hits=PAGES.map((p)=>[words.every((w)=>p[2].toLowerCase().includes(w)||p[0].toLowerCase().includes(w))?
    words.filter((w)=>p[0].toLowerCase().includes(w)).length+1:0,p]).filter(([n])=>n).sort((a,b)=>b[0]-a[0]).slice(0,25);
  found.replaceChildren(...hits.map(([,[title,url,text]])=>{
    const p=document.createElement('p'),a=document.createElement('a'),s=document.createElement('span');
    a.href=BASE+url;a.textContent=title;s.className='quiet';
    const at=Math.max(0,text.toLowerCase().indexOf(words[0])-60);s.textContent=' '+text.slice(at,at+180);p.append(a,document.createElement('br'),s);return p}),
    ...(hits.length?[]:[Object.assign(document.createElement('p'),{textContent:'Nothing found.'})]));
});
for(const table of document.querySelectorAll('table'))if(table.rows.length>25){
  const f=document.createElement('input');f.placeholder='filter '+(table.rows.length-1)+' rows';f.type='search';table.before(f);
  f.addEventListener('input',()=>{const w=f.value.toLowerCase().split(/\\s+/);
    for(const row of [...table.rows].slice(1))row.hidden=!w.every((x)=>row.textContent.toLowerCase().includes(x))});
}
"""


def slug(text):
    return re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")


def docc(text, name):
    """What DocC writes and others do not: links to pages and symbols, and directives."""
    text = re.sub(r"<doc:([\w-]+)(?:#([\w-]+))?>", lambda m: f"[{title_of(f'{DOCC}/{m.group(1)}.md')}]({m.group(1)}.md)"
                  if f"{DOCC}/{m.group(1)}.md" in TRACKED else f"`{m.group(1)}`", text)
    text = re.sub(r"``([^`\n]+)``", r"`\1`", text)
    return re.sub(r"^@\w+(?:\([^)]*\))? *\{.*?^\}\n", "", text, flags=re.M | re.S)


def title_of(name):
    found = re.search(r"^# (.+)$", (ROOT / name).read_text(), re.M)
    return re.sub(r"[`*]", "", found.group(1)).strip() if found else name


class Page:
    def __init__(self, name):
        self.name = name
        text = (ROOT / name).read_text()
        if name.startswith(DOCC):
            text = docc(text, name)
        self.title = title_of(name)
        self.links, self.anchors, self.sections = [], set(re.findall(r'<a id="([^"]+)"', text)), []
        tokens = markdown.parse(text)
        used, heading = {}, [self.title, "", []]
        for index, token in enumerate(tokens):
            if token.type == "heading_open":
                words = "".join(child.content for child in tokens[index + 1].children)
                anchor = slug(words)
                used[anchor] = used.get(anchor, -1) + 1
                anchor += f"-{used[anchor]}" if used[anchor] else ""
                token.attrSet("id", anchor)
                self.anchors.add(anchor)
                self.sections.append(heading)
                heading = [words if token.tag == "h1" else f"{words} ({self.title})", f"#{anchor}", []]
            elif token.type == "inline":
                heading[2].append("".join(c.content if c.content else " " for c in token.children))
                for child in token.children:
                    if child.type in ("link_open", "image"):
                        key = "href" if child.type == "link_open" else "src"
                        child.attrSet(key, self.link(child.attrGet(key)))
            elif token.type in ("fence", "code_block"):
                heading[2].append(token.content)
        self.sections.append(heading)
        self.body = markdown.renderer.render(tokens, markdown.options, {})

    def link(self, target):
        parts = urlsplit(target)
        if parts.scheme or target.startswith("//"):
            return target
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.name), unquote(parts.path))) if parts.path else self.name
        self.links.append((target, path, parts.fragment))
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        if not parts.path:
            return fragment
        return posixpath.relpath(address(path), posixpath.dirname(self.name) or ".") + fragment


def address(path):
    if path in FOLDERS:
        return f"{path}/index.html" if f"{path}/README.md" not in TRACKED else f"{path}/README.html"
    return path[:-3] + ".html" if path.endswith(".md") else path


def written(name, title, body):
    depth = "../" * name.count("/")
    home = depth + address(START)
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f"<title>{html.escape(title)} - MockPortal</title><style>{STYLE}</style></head><body>"
            f'<header><strong><a href="{home}">MockPortal</a></strong><input id="search" type="search" placeholder="search" aria-label="search">'
            f'<a href="{depth}docs/gallery.html">by error text</a><a href="{depth}docs/fidelity.html">fidelity</a>'
            f'<a href="{depth}docs/contracts.html">contracts</a></header><div id="found"></div><main>{body}</main>'
            f"<script>const BASE={json.dumps(depth)};{SCRIPT}</script></body></html>\n")


def main(folder):
    out = Path(folder)
    shutil.rmtree(out, ignore_errors=True)
    pages, files, listed, wrong = {}, set(), set(), []
    queue = [START]
    while queue:
        name = queue.pop()
        if name in pages:
            continue
        page = pages[name] = Page(name)
        for target, path, _ in page.links:
            if path in FOLDERS:
                if f"{path}/README.md" in TRACKED:
                    queue.append(f"{path}/README.md")
                else:
                    listed.add(path)
            elif path not in TRACKED:
                wrong.append(f"{name}: {target} leads nowhere")
            elif path.endswith(".md"):
                queue.append(path)
            else:
                files.add(path)
    for path in listed:
        inside = sorted(n for n in TRACKED if posixpath.dirname(n) == path)
        files |= {n for n in inside if not n.endswith(".md")}
        for name in (n for n in inside if n.endswith(".md") and n not in pages):
            pages[name] = Page(name)
    for page in list(pages.values()):
        for target, path, fragment in page.links:
            if fragment and path in pages and fragment not in pages[path].anchors:
                wrong.append(f"{page.name}: {target} names no place of that page")

    def write(name, text):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text)

    for name, page in pages.items():
        write(address(name), written(name, page.title, page.body))
    for path in listed:
        names = [posixpath.relpath(address(n), path) for n in sorted(TRACKED) if n.startswith(path + "/") and (n in files or n in pages)]
        items = "".join(f'<li><a href="{html.escape(n)}">{html.escape(n)}</a></li>' for n in names)
        write(f"{path}/index.html", written(f"{path}/index.md", path, f"<h1>{html.escape(path)}</h1><ul>{items}</ul>"))
    for name in files:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, out / name)
    index = [[title, address(name) + anchor, re.sub(r"\s+", " ", " ".join(texts))[:200_000]] for name, page in pages.items()
             for title, anchor, texts in page.sections if texts]
    write("search.js", "window.PAGES=" + json.dumps(index, ensure_ascii=False) + ";\n")
    write("index.html", f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url={address(START)}"><a href="{address(START)}">MockPortal</a>\n')

    # What was written is read again: each address in it is of a file that is there, and nothing comes from elsewhere.
    for path in out.rglob("*.html"):
        text = path.read_text()
        if re.search(r'<(?:script|img|link|iframe)[^>]+(?:src|href)="(?:https?:)?//', text):
            wrong.append(f"{path.relative_to(out)}: loads from elsewhere")
        for target in re.findall(r'href="([^"]+)"', text):
            parts = urlsplit(html.unescape(target))
            if parts.scheme or not parts.path:
                continue
            if not (path.parent / unquote(parts.path)).exists():
                wrong.append(f"{path.relative_to(out)}: {target} is not there")
    unread = [n for n in sorted(TRACKED) if n.startswith((DOCC + "/", "docs/")) and n.endswith(".md") and n not in pages
              and not n.startswith(("docs/decisions/", DOCC + "/Types"))]
    wrong += [f"{name}: no page leads to it" for name in unread if name.count("/") < 4 and posixpath.basename(name) not in ("MockPortal.md", "MockEnterprise.md", "Architecture.md")]
    for line in sorted(set(wrong)):
        print(line, file=sys.stderr)
    print(f"site: {len(pages)} pages, {len(files)} files, {len(index)} sections; {len(set(wrong))} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
