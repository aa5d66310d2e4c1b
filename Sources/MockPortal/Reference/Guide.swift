// SPDX-License-Identifier: Apache-2.0

/// A page of the documentation, as a search sees it.
struct Guide: Sendable {
    /// What stands under a heading: paragraphs, entries of lists and rows of tables. Code is left out.
    struct Section: Sendable {
        var heading: String
        var passages: [String] = []
    }

    /// The path in the repository.
    var path: String
    var title = ""
    var sections: [Section] = []
}
