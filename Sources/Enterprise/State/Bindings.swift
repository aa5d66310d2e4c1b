// SPDX-License-Identifier: Apache-2.0

/// The referers and addresses that tokens are bound to. A token carries the number, so a refusal can name the text.
package struct Bindings: Sendable, Codable {
    private var texts: [String] = []
    private var numbers: [String: UInt32] = [:]

    package init() {}

    package mutating func bind(_ kind: Binding.Kind, to text: String) -> Binding {
        if let number = numbers[text] { return Binding(kind: kind, number: number) }
        let number = UInt32(texts.count)
        texts.append(text)
        numbers[text] = number
        return Binding(kind: kind, number: number)
    }

    func isUnchanged(since before: Bindings) -> Bool {
        ValueStorage.isShared(texts, before.texts) && ValueStorage.isShared(numbers, before.numbers)
    }

    package func text(_ binding: Binding) -> String {
        Int(binding.number) < texts.count ? texts[Int(binding.number)] : ""
    }
}
