// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import MockPortal

/// Guides are read for what they say, and found by it.
@Suite("Guides")
struct GuideTests {
    private static let page = GuideReader.read(
        """
        # A title

        Opening words,
        in two lines, of ``Module/Symbol`` and <doc:OtherPage>.

        <a id="place"></a>

        ## Under **this**

        ![a picture](picture.png)

        | symptom | scenario |
        |:---|---|
        | [498](a.md) after an hour | `expiry` |
        | 499 | none |

        ```sh
        # no heading, and not to be found
        | no | row |
        ```

        * one
          goes on
        - two [links](b) and [no link]
        12. three
        """, path: "page.md")

    @Test("passages are paragraphs, entries and rows; code and pictures are none")
    func passages() {
        let sections = Self.page.sections
        #expect(Self.page.title == "A title")
        #expect(sections.map(\.heading) == ["A title", "Under this"])
        #expect(sections.first?.passages == ["Opening words, in two lines, of `Module/Symbol` and OtherPage."])
        #expect(
            sections.last?.passages == [
                "498 after an hour | `expiry`", "499 | none", "one goes on", "two links and [no link]", "three",
            ])
    }

    @Test("text that ends in the middle of a link, a symbol or code is text")
    func unfinished() {
        for text in [
            "# T\n[a](b", "# T\n[a", "# T\n<doc:A and on", "# T\n``a", "# T\na\n```\nb", "no heading", "", "|",
        ] {
            let guide = GuideReader.read(text, path: "p")
            #expect(guide.sections.count == (text.hasPrefix("#") ? 1 : 0), "\(text)")
        }
    }

    @Test("a symptom that no scenario spells is found in the recipes, with the scenario that shows it")
    func symptom() throws {
        let found = try #require(Guides.find(["exactly", "1000", "rows"]).first)
        #expect(found.path == "docs/recipes.md")
        #expect(found.text.contains("paging/cut-at-the-limit"))
        #expect(found.heading == "Rows are missing, or too many")
        let listed = ReferenceSearch.find("exactly 1000 Rows")
        #expect(listed.contains("Guides\n\n\(found.text)\n    "))
        #expect(listed.contains("(docs/recipes.md)"))
        #expect(try #require(ReferenceSearch.json("exactly 1000 rows")).contains("\"docs/recipes.md\""))
    }

    @Test("a word may stand in the heading; what has all words itself comes first")
    func headings() throws {
        let found = Guides.find(["clock", "frozen"])
        #expect(found.contains { $0.path.hasSuffix("/Troubleshooting.md") && $0.text.contains("frozen clock") })
        let byHeading = Guides.find(["troubleshooting", "frozen"])
        #expect(byHeading.map(\.title) == ["Troubleshooting"])
        #expect(Guides.find(["nothingofthekind"]).isEmpty)
    }

    @Test("each guide has a title and passages")
    func read() {
        for guide in Guides.all {
            #expect(!guide.title.isEmpty, "\(guide.path)")
            #expect(guide.sections.contains { !$0.passages.isEmpty }, "\(guide.path)")
        }
    }
}
